package org.alfresco.service.cmr.workflow;

public class WorkflowDefinition implements java.io.Serializable {
  public java.lang.String getId() {
    throw new AssertionError();
  }

  private WorkflowDefinition() {}
}
