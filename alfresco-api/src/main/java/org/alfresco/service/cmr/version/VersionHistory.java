package org.alfresco.service.cmr.version;

public interface VersionHistory extends java.io.Serializable {
  java.util.Collection<org.alfresco.service.cmr.version.Version> getAllVersions();
}
