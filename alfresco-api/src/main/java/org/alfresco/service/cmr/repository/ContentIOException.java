package org.alfresco.service.cmr.repository;

public class ContentIOException extends org.alfresco.error.AlfrescoRuntimeException {
  private ContentIOException() {
    super((java.lang.String) null);
  }
}
