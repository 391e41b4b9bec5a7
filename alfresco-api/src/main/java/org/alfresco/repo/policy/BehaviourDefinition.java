package org.alfresco.repo.policy;

public interface BehaviourDefinition<B extends org.alfresco.repo.policy.BehaviourBinding> {}
