package org.alfresco.service.cmr.security;

public interface AccessPermission {
  org.alfresco.service.cmr.security.AccessStatus getAccessStatus();

  java.lang.String getPermission();

  java.lang.String getAuthority();
}
