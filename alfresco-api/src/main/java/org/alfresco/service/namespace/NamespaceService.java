package org.alfresco.service.namespace;

public interface NamespaceService extends org.alfresco.service.namespace.NamespacePrefixResolver {
  java.lang.String ALFRESCO_URI = "http://www.alfresco.org";
  java.lang.String CONTENT_MODEL_1_0_URI = "http://www.alfresco.org/model/content/1.0";
  java.lang.String RENDITION_MODEL_1_0_URI = "http://www.alfresco.org/model/rendition/1.0";
  java.lang.String APP_MODEL_1_0_URI = "http://www.alfresco.org/model/application/1.0";
}
