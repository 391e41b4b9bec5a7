package org.alfresco.repo.policy;

public class ClassFeatureBehaviourBinding extends org.alfresco.repo.policy.ClassBehaviourBinding {
  private ClassFeatureBehaviourBinding() {
    super(
        (org.alfresco.service.cmr.dictionary.DictionaryService) null,
        (org.alfresco.service.namespace.QName) null);
  }
}
