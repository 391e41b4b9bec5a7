package org.alfresco.service.cmr.workflow;

public class WorkflowException extends org.alfresco.error.AlfrescoRuntimeException {
  private WorkflowException() {
    super((java.lang.String) null);
  }
}
