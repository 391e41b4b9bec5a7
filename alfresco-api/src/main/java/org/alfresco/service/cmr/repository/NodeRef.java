package org.alfresco.service.cmr.repository;

public final class NodeRef
    implements org.alfresco.service.cmr.repository.EntityRef, java.io.Serializable {
  public NodeRef(org.alfresco.service.cmr.repository.StoreRef arg0, java.lang.String arg1) {
    throw new AssertionError();
  }

  public final java.lang.String getId() {
    throw new AssertionError();
  }
}
