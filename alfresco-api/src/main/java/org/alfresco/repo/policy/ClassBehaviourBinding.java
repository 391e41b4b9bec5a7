package org.alfresco.repo.policy;

public class ClassBehaviourBinding implements org.alfresco.repo.policy.BehaviourBinding {
  ClassBehaviourBinding(
      org.alfresco.service.cmr.dictionary.DictionaryService arg0,
      org.alfresco.service.namespace.QName arg1) {
    throw new AssertionError();
  }
}
