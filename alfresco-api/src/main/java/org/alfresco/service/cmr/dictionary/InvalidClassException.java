package org.alfresco.service.cmr.dictionary;

public class InvalidClassException extends org.alfresco.error.AlfrescoRuntimeException {
  public InvalidClassException(org.alfresco.service.namespace.QName arg0) {
    super((java.lang.String) null);
    throw new AssertionError();
  }
}
