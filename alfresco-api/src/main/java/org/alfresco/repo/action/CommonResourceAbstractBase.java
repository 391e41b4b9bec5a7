package org.alfresco.repo.action;

public abstract class CommonResourceAbstractBase
    implements org.springframework.beans.factory.BeanNameAware {
  public void setBeanName(java.lang.String arg0) {
    throw new AssertionError();
  }
}
