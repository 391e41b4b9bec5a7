package org.alfresco.repo.action.evaluator;

public abstract class ActionConditionEvaluatorAbstractBase
    extends org.alfresco.repo.action.ParameterizedItemAbstractBase
    implements org.alfresco.repo.action.evaluator.ActionConditionEvaluator {
  protected abstract boolean evaluateImpl(
      org.alfresco.service.cmr.action.ActionCondition arg0,
      org.alfresco.service.cmr.repository.NodeRef arg1);

  public ActionConditionEvaluatorAbstractBase() {
    throw new AssertionError();
  }

  public org.alfresco.service.cmr.action.ActionConditionDefinition getActionConditionDefintion() {
    throw new AssertionError();
  }

  public boolean evaluate(
      org.alfresco.service.cmr.action.ActionCondition arg0,
      org.alfresco.service.cmr.repository.NodeRef arg1) {
    throw new AssertionError();
  }
}
