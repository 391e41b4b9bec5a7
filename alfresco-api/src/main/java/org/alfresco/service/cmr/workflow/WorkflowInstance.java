package org.alfresco.service.cmr.workflow;

public class WorkflowInstance implements java.io.Serializable {
  public java.lang.String getId() {
    throw new AssertionError();
  }

  public org.alfresco.service.cmr.repository.NodeRef getWorkflowPackage() {
    throw new AssertionError();
  }

  private WorkflowInstance() {}
}
