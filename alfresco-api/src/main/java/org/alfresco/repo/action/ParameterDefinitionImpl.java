package org.alfresco.repo.action;

public class ParameterDefinitionImpl
    implements org.alfresco.service.cmr.action.ParameterDefinition, java.io.Serializable {
  public ParameterDefinitionImpl(
      java.lang.String arg0,
      org.alfresco.service.namespace.QName arg1,
      boolean arg2,
      java.lang.String arg3) {
    throw new AssertionError();
  }

  public ParameterDefinitionImpl(
      java.lang.String arg0,
      org.alfresco.service.namespace.QName arg1,
      boolean arg2,
      java.lang.String arg3,
      boolean arg4,
      java.lang.String arg5) {
    throw new AssertionError();
  }
}
