package org.alfresco.service.cmr.action;

public interface ParameterizedItem {
  java.io.Serializable getParameterValue(java.lang.String arg0);
}
