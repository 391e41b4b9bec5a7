package org.alfresco.service.cmr.lock;

public enum LockType {
  ;
}
