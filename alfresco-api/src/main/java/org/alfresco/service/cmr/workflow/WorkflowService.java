package org.alfresco.service.cmr.workflow;

public interface WorkflowService {
  org.alfresco.service.cmr.workflow.WorkflowDeployment deployDefinition(
      java.lang.String arg0,
      java.io.InputStream arg1,
      java.lang.String arg2,
      java.lang.String arg3);

  org.alfresco.service.cmr.repository.NodeRef createPackage(
      org.alfresco.service.cmr.repository.NodeRef arg0);

  org.alfresco.service.cmr.workflow.WorkflowDefinition getDefinitionByName(java.lang.String arg0);

  org.alfresco.service.cmr.workflow.WorkflowPath startWorkflow(
      java.lang.String arg0,
      java.util.Map<org.alfresco.service.namespace.QName, java.io.Serializable> arg1);

  org.alfresco.service.cmr.workflow.WorkflowTask getStartTask(java.lang.String arg0);

  org.alfresco.service.cmr.workflow.WorkflowTask endTask(
      java.lang.String arg0, java.lang.String arg1);

  org.alfresco.service.cmr.workflow.WorkflowInstance cancelWorkflow(java.lang.String arg0);

  org.alfresco.service.cmr.workflow.WorkflowInstance getWorkflowById(java.lang.String arg0);
}
