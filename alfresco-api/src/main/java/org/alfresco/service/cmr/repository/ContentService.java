package org.alfresco.service.cmr.repository;

public interface ContentService {
  org.alfresco.service.cmr.repository.ContentReader getReader(
      org.alfresco.service.cmr.repository.NodeRef arg0, org.alfresco.service.namespace.QName arg1)
      throws org.alfresco.service.cmr.repository.InvalidNodeRefException,
          org.alfresco.service.cmr.dictionary.InvalidTypeException;

  org.alfresco.service.cmr.repository.ContentWriter getWriter(
      org.alfresco.service.cmr.repository.NodeRef arg0,
      org.alfresco.service.namespace.QName arg1,
      boolean arg2)
      throws org.alfresco.service.cmr.repository.InvalidNodeRefException,
          org.alfresco.service.cmr.dictionary.InvalidTypeException;
}
