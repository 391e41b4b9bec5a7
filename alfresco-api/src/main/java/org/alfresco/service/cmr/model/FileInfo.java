package org.alfresco.service.cmr.model;

public interface FileInfo
    extends org.alfresco.repo.security.permissions.PermissionCheckValue, java.io.Serializable {
  org.alfresco.service.cmr.repository.NodeRef getNodeRef();
}
