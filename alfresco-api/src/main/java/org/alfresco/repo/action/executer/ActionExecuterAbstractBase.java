package org.alfresco.repo.action.executer;

public abstract class ActionExecuterAbstractBase
    extends org.alfresco.repo.action.ParameterizedItemAbstractBase
    implements org.alfresco.repo.action.executer.ActionExecuter,
        org.alfresco.repo.action.executer.LoggingAwareExecuter {
  protected abstract void executeImpl(
      org.alfresco.service.cmr.action.Action arg0,
      org.alfresco.service.cmr.repository.NodeRef arg1);

  public ActionExecuterAbstractBase() {
    throw new AssertionError();
  }

  public void execute(
      org.alfresco.service.cmr.action.Action arg0,
      org.alfresco.service.cmr.repository.NodeRef arg1) {
    throw new AssertionError();
  }

  public org.alfresco.service.cmr.action.ActionDefinition getActionDefinition() {
    throw new AssertionError();
  }

  public boolean getTrackStatus() {
    throw new AssertionError();
  }

  public boolean getIgnoreLock() {
    throw new AssertionError();
  }

  public java.lang.String getQueueName() {
    throw new AssertionError();
  }

  public boolean onLogException(
      org.apache.commons.logging.Log arg0, java.lang.Throwable arg1, java.lang.String arg2) {
    throw new AssertionError();
  }
}
