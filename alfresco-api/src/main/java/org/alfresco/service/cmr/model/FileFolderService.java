package org.alfresco.service.cmr.model;

public interface FileFolderService {
  org.alfresco.service.cmr.model.FileInfo create(
      org.alfresco.service.cmr.repository.NodeRef arg0,
      java.lang.String arg1,
      org.alfresco.service.namespace.QName arg2)
      throws org.alfresco.service.cmr.model.FileExistsException;

  org.alfresco.service.cmr.repository.NodeRef searchSimple(
      org.alfresco.service.cmr.repository.NodeRef arg0, java.lang.String arg1);
}
