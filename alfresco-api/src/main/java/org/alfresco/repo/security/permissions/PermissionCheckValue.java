package org.alfresco.repo.security.permissions;

public interface PermissionCheckValue {}
