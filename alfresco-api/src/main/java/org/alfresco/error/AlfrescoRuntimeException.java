package org.alfresco.error;

public class AlfrescoRuntimeException extends java.lang.RuntimeException {
  public AlfrescoRuntimeException(java.lang.String arg0) {
    throw new AssertionError();
  }
}
