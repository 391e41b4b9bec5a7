package org.alfresco.service;

public interface ServiceRegistry {
  org.alfresco.service.cmr.repository.ContentService getContentService();

  org.alfresco.service.cmr.model.FileFolderService getFileFolderService();

  org.alfresco.service.cmr.attributes.AttributeService getAttributeService();

  org.alfresco.service.cmr.repository.NodeService getNodeService();

  org.alfresco.service.cmr.security.PersonService getPersonService();

  org.alfresco.service.cmr.security.AuthorityService getAuthorityService();

  org.alfresco.service.cmr.workflow.WorkflowService getWorkflowService();

  org.alfresco.repo.transaction.RetryingTransactionHelper getRetryingTransactionHelper();

  org.alfresco.service.cmr.version.VersionService getVersionService();

  org.alfresco.service.cmr.security.PermissionService getPermissionService();
}
