package org.alfresco.model;

public interface ContentModel {
  org.alfresco.service.namespace.QName PROP_LASTNAME = null;
  org.alfresco.service.namespace.QName PROP_FIRSTNAME = null;
  org.alfresco.service.namespace.QName PROP_EMAIL = null;
  org.alfresco.service.namespace.QName PROP_JOBTITLE = null;
  org.alfresco.service.namespace.QName PROP_CONTENT = null;
  org.alfresco.service.namespace.QName TYPE_CONTENT = null;
  org.alfresco.service.namespace.QName ASSOC_CONTAINS = null;
  org.alfresco.service.namespace.QName PROP_TITLE = null;
  org.alfresco.service.namespace.QName PROP_NODE_UUID = null;
  org.alfresco.service.namespace.QName PROP_NAME = null;
  org.alfresco.service.namespace.QName ASPECT_VERSIONABLE = null;
  org.alfresco.service.namespace.QName PROP_INITIAL_VERSION = null;
  org.alfresco.service.namespace.QName PROP_AUTO_VERSION = null;
  org.alfresco.service.namespace.QName PROP_AUTO_VERSION_PROPS = null;
  org.alfresco.service.namespace.QName PROP_OWNER = null;
  org.alfresco.service.namespace.QName PROP_MODIFIER = null;
  org.alfresco.service.namespace.QName PROP_MODIFIED = null;
  org.alfresco.service.namespace.QName ASPECT_REFERENCEABLE = null;
  org.alfresco.service.namespace.QName ASPECT_AUDITABLE = null;
  org.alfresco.service.namespace.QName ASPECT_LOCALIZED = null;
  org.alfresco.service.namespace.QName PROP_ACCESSED = null;
  org.alfresco.service.namespace.QName ASPECT_CASCADE_UPDATE = null;
  org.alfresco.service.namespace.QName PROP_CASCADE_CRC = null;
  org.alfresco.service.namespace.QName PROP_CASCADE_TX = null;
  org.alfresco.service.namespace.QName TYPE_FOLDER = null;
}
