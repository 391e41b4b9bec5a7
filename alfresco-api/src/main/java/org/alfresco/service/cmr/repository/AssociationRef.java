package org.alfresco.service.cmr.repository;

public class AssociationRef
    implements org.alfresco.service.cmr.repository.EntityRef, java.io.Serializable {
  public org.alfresco.service.cmr.repository.NodeRef getSourceRef() {
    throw new AssertionError();
  }

  private AssociationRef() {}
}
