package org.alfresco.service.cmr.repository;

public final class StoreRef
    implements org.alfresco.service.cmr.repository.EntityRef, java.io.Serializable {
  public static final org.alfresco.service.cmr.repository.StoreRef STORE_REF_WORKSPACE_SPACESSTORE =
      null;

  private StoreRef() {}
}
