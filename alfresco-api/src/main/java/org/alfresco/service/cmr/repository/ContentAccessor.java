package org.alfresco.service.cmr.repository;

public interface ContentAccessor {
  java.lang.String getContentUrl();

  void setMimetype(java.lang.String arg0);

  void setEncoding(java.lang.String arg0);

  java.lang.String getMimetype();

  long getSize();
}
