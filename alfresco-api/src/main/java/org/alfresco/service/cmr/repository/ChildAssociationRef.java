package org.alfresco.service.cmr.repository;

public class ChildAssociationRef
    implements org.alfresco.service.cmr.repository.EntityRef,
        java.lang.Comparable<org.alfresco.service.cmr.repository.ChildAssociationRef>,
        java.io.Serializable {
  public org.alfresco.service.cmr.repository.NodeRef getChildRef() {
    throw new AssertionError();
  }

  public int compareTo(org.alfresco.service.cmr.repository.ChildAssociationRef arg0) {
    throw new AssertionError();
  }

  private ChildAssociationRef() {}
}
