package org.alfresco.repo.action;

public abstract class ParameterizedItemAbstractBase
    extends org.alfresco.repo.action.CommonResourceAbstractBase {
  protected abstract void addParameterDefinitions(
      java.util.List<org.alfresco.service.cmr.action.ParameterDefinition> arg0);

  protected java.lang.String getParamDisplayLabel(java.lang.String arg0) {
    throw new AssertionError();
  }
}
