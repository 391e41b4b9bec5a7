package org.alfresco.repo.workflow;

public interface WorkflowModel {
  org.alfresco.service.namespace.QName ASSOC_PACKAGE = null;
  org.alfresco.service.namespace.QName PROP_WORKFLOW_DESCRIPTION = null;
  org.alfresco.service.namespace.QName PROP_DESCRIPTION = null;
  org.alfresco.service.namespace.QName PROP_COMMENT = null;
}
