package org.alfresco.service.cmr.version;

public interface VersionService {
  org.alfresco.service.cmr.version.Version getCurrentVersion(
      org.alfresco.service.cmr.repository.NodeRef arg0);

  org.alfresco.service.cmr.version.VersionHistory getVersionHistory(
      org.alfresco.service.cmr.repository.NodeRef arg0)
      throws org.alfresco.service.cmr.repository.AspectMissingException;

  org.alfresco.service.cmr.version.Version createVersion(
      org.alfresco.service.cmr.repository.NodeRef arg0,
      java.util.Map<java.lang.String, java.io.Serializable> arg1)
      throws org.alfresco.service.cmr.version.ReservedVersionNameException,
          org.alfresco.service.cmr.repository.AspectMissingException;
}
