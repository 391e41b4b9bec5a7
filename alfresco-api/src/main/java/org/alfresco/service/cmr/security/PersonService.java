package org.alfresco.service.cmr.security;

public interface PersonService {
  org.alfresco.service.cmr.repository.NodeRef getPersonOrNull(java.lang.String arg0);

  boolean isEnabled(java.lang.String arg0);
}
