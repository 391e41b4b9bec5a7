package org.alfresco.repo.security.authentication;

public class AuthenticationException extends org.alfresco.error.AlfrescoRuntimeException {
  private AuthenticationException() {
    super((java.lang.String) null);
  }
}
