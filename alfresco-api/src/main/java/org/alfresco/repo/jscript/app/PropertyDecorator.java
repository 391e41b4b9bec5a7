package org.alfresco.repo.jscript.app;

public interface PropertyDecorator {
  java.util.Set<org.alfresco.service.namespace.QName> getPropertyNames();

  org.json.simple.JSONAware decorate(
      org.alfresco.service.namespace.QName arg0,
      org.alfresco.service.cmr.repository.NodeRef arg1,
      java.io.Serializable arg2);
}
