package org.alfresco.repo.policy;

public interface PolicyComponent {
  org.alfresco.repo.policy.BehaviourDefinition<org.alfresco.repo.policy.ClassBehaviourBinding>
      bindClassBehaviour(
          org.alfresco.service.namespace.QName arg0,
          org.alfresco.service.namespace.QName arg1,
          org.alfresco.repo.policy.Behaviour arg2);

  org.alfresco.repo.policy.BehaviourDefinition<
          org.alfresco.repo.policy.ClassFeatureBehaviourBinding>
      bindAssociationBehaviour(
          org.alfresco.service.namespace.QName arg0,
          org.alfresco.service.namespace.QName arg1,
          org.alfresco.repo.policy.Behaviour arg2);
}
