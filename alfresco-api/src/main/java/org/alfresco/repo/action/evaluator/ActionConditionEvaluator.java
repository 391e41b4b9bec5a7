package org.alfresco.repo.action.evaluator;

public interface ActionConditionEvaluator {
  org.alfresco.service.cmr.action.ActionConditionDefinition getActionConditionDefintion();

  boolean evaluate(
      org.alfresco.service.cmr.action.ActionCondition arg0,
      org.alfresco.service.cmr.repository.NodeRef arg1);
}
