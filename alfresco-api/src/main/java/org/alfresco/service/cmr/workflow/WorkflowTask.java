package org.alfresco.service.cmr.workflow;

public class WorkflowTask {
  public java.lang.String getId() {
    throw new AssertionError();
  }

  private WorkflowTask() {}
}
