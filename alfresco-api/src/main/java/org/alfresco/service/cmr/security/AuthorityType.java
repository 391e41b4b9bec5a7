package org.alfresco.service.cmr.security;

public enum AuthorityType {
  USER,
  GROUP;
}
