package org.alfresco.service.cmr.version;

public interface Version extends java.io.Serializable {
  java.util.Date getFrozenModifiedDate();

  java.lang.String getFrozenModifier();

  java.lang.String getVersionLabel();

  org.alfresco.service.cmr.repository.NodeRef getFrozenStateNodeRef();
}
