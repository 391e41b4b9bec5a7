package org.alfresco.service.cmr.action;

public interface ParameterConstraint {
  java.lang.String getName();

  boolean isValidValue(java.lang.String arg0);

  java.lang.String getValueDisplayLabel(java.lang.String arg0);

  java.util.Map<java.lang.String, java.lang.String> getAllowableValues();
}
