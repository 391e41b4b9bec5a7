package org.alfresco.repo.action.executer;

public interface ActionExecuter {
  void execute(
      org.alfresco.service.cmr.action.Action arg0,
      org.alfresco.service.cmr.repository.NodeRef arg1);

  org.alfresco.service.cmr.action.ActionDefinition getActionDefinition();

  boolean getTrackStatus();

  boolean getIgnoreLock();

  java.lang.String getQueueName();
}
