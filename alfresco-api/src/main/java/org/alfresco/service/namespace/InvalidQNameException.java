package org.alfresco.service.namespace;

public class InvalidQNameException extends org.alfresco.service.namespace.NamespaceException {
  private InvalidQNameException() {
    super((java.lang.String) null);
  }
}
