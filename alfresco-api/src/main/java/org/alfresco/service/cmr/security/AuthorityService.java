package org.alfresco.service.cmr.security;

public interface AuthorityService {
  java.util.Set<java.lang.String> getAuthoritiesForUser(java.lang.String arg0);

  java.util.Set<java.lang.String> getContainedAuthorities(
      org.alfresco.service.cmr.security.AuthorityType arg0, java.lang.String arg1, boolean arg2);

  void addAuthority(java.lang.String arg0, java.lang.String arg1);

  void removeAuthority(java.lang.String arg0, java.lang.String arg1);

  boolean authorityExists(java.lang.String arg0);

  java.util.Set<java.lang.String> getDefaultZones();

  java.lang.String createAuthority(
      org.alfresco.service.cmr.security.AuthorityType arg0,
      java.lang.String arg1,
      java.lang.String arg2,
      java.util.Set<java.lang.String> arg3);
}
