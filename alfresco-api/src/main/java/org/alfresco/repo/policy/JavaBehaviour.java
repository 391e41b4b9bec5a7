package org.alfresco.repo.policy;

public class JavaBehaviour extends org.alfresco.repo.policy.BaseBehaviour {
  public JavaBehaviour(
      java.lang.Object arg0,
      java.lang.String arg1,
      org.alfresco.repo.policy.Behaviour.NotificationFrequency arg2) {
    throw new AssertionError();
  }
}
