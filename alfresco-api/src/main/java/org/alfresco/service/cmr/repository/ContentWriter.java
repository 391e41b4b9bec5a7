package org.alfresco.service.cmr.repository;

public interface ContentWriter extends org.alfresco.service.cmr.repository.ContentAccessor {
  void putContent(java.io.InputStream arg0)
      throws org.alfresco.service.cmr.repository.ContentIOException;
}
