package org.alfresco.service.cmr.version;

public class ReservedVersionNameException extends java.lang.RuntimeException {
  private ReservedVersionNameException() {}
}
