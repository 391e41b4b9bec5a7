package org.alfresco.service.cmr.security;

public interface PermissionService {
  void setInheritParentPermissions(org.alfresco.service.cmr.repository.NodeRef arg0, boolean arg1);

  void setPermission(
      org.alfresco.service.cmr.repository.NodeRef arg0,
      java.lang.String arg1,
      java.lang.String arg2,
      boolean arg3);

  void deletePermissions(org.alfresco.service.cmr.repository.NodeRef arg0);

  java.lang.String CONSUMER = "Consumer";
  java.lang.String EDITOR = "Editor";
  java.lang.String ALL_AUTHORITIES = "GROUP_EVERYONE";
}
