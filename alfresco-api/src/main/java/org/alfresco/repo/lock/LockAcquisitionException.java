package org.alfresco.repo.lock;

public class LockAcquisitionException extends org.alfresco.error.AlfrescoRuntimeException {
  private LockAcquisitionException() {
    super((java.lang.String) null);
  }
}
