package org.alfresco.repo.model;

public class Repository implements org.springframework.context.ApplicationContextAware {
  public org.alfresco.service.cmr.repository.NodeRef getCompanyHome() {
    throw new AssertionError();
  }

  public void setApplicationContext(org.springframework.context.ApplicationContext arg0)
      throws org.springframework.beans.BeansException {
    throw new AssertionError();
  }
}
