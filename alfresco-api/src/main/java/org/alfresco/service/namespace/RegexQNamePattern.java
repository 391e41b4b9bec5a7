package org.alfresco.service.namespace;

public class RegexQNamePattern implements org.alfresco.service.namespace.QNamePattern {
  public static final org.alfresco.service.namespace.QNamePattern MATCH_ALL = null;

  private RegexQNamePattern() {}
}
