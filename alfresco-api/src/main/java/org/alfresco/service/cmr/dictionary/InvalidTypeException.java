package org.alfresco.service.cmr.dictionary;

public class InvalidTypeException
    extends org.alfresco.service.cmr.dictionary.InvalidClassException {
  private InvalidTypeException() {
    super((org.alfresco.service.namespace.QName) null);
  }
}
