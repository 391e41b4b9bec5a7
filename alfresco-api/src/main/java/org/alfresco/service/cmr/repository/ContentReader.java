package org.alfresco.service.cmr.repository;

public interface ContentReader extends org.alfresco.service.cmr.repository.ContentAccessor {
  java.io.InputStream getContentInputStream()
      throws org.alfresco.service.cmr.repository.ContentIOException;

  org.alfresco.service.cmr.repository.ContentReader getReader()
      throws org.alfresco.service.cmr.repository.ContentIOException;
}
