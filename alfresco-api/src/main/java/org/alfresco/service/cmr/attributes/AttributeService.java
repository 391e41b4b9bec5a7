package org.alfresco.service.cmr.attributes;

public interface AttributeService {
  java.io.Serializable getAttribute(java.io.Serializable... arg0);

  void setAttribute(java.io.Serializable arg0, java.io.Serializable... arg1);
}
