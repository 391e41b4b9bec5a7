package org.alfresco.service.namespace;

public class NamespaceException extends java.lang.RuntimeException {
  public NamespaceException(java.lang.String arg0) {
    throw new AssertionError();
  }
}
