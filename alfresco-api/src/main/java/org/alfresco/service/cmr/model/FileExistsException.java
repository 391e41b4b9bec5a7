package org.alfresco.service.cmr.model;

public class FileExistsException extends org.alfresco.error.AlfrescoRuntimeException {
  private FileExistsException() {
    super((java.lang.String) null);
  }
}
