package org.alfresco.service.cmr.workflow;

public class WorkflowDeployment {}
