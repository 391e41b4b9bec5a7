package org.alfresco.repo.version;

public interface VersionModel extends org.alfresco.repo.version.VersionBaseModel {}
