package org.alfresco.repo.policy;

public abstract class BaseBehaviour implements org.alfresco.repo.policy.Behaviour {}
