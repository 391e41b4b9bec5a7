package org.alfresco.service.cmr.dictionary;

public interface DataTypeDefinition {
  org.alfresco.service.namespace.QName TEXT = null;
  org.alfresco.service.namespace.QName INT = null;
}
