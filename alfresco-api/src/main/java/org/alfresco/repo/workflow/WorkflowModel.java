package org.alfresco.repo.workflow;

public interface WorkflowModel {
  org.alfresco.service.namespace.QName ASSOC_PACKAGE_CONTAINS = null;
  org.alfresco.service.namespace.QName ASSOC_PACKAGE = null;
}
