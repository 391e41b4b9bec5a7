package org.alfresco.repo.version;

public interface VersionBaseModel {
  java.lang.String PROP_VERSION_TYPE = "versionType";
}
