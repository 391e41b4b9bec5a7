package org.alfresco.service.cmr.dictionary;

public class InvalidAspectException
    extends org.alfresco.service.cmr.dictionary.InvalidClassException {
  private InvalidAspectException() {
    super((org.alfresco.service.namespace.QName) null);
  }
}
