package org.alfresco.repo.lock;

public interface JobLockService {
  java.lang.String getLock(org.alfresco.service.namespace.QName arg0, long arg1);

  void releaseLock(java.lang.String arg0, org.alfresco.service.namespace.QName arg1);
}
