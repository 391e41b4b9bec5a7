package org.alfresco.repo.security.permissions;

public class AccessDeniedException extends org.alfresco.error.AlfrescoRuntimeException {
  private AccessDeniedException() {
    super((java.lang.String) null);
  }
}
