package org.alfresco.service.cmr.repository;

public class InvalidNodeRefException extends java.lang.RuntimeException {
  private InvalidNodeRefException() {}
}
