package org.alfresco.service.cmr.repository;

public class AspectMissingException extends java.lang.RuntimeException {
  private AspectMissingException() {}
}
