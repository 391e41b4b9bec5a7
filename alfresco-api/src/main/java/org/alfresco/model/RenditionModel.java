package org.alfresco.model;

public interface RenditionModel {
  org.alfresco.service.namespace.QName ASPECT_RENDITIONED = null;
}
