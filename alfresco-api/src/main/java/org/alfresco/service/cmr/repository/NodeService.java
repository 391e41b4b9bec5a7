package org.alfresco.service.cmr.repository;

public interface NodeService {
  java.util.Map<org.alfresco.service.namespace.QName, java.io.Serializable> getProperties(
      org.alfresco.service.cmr.repository.NodeRef arg0)
      throws org.alfresco.service.cmr.repository.InvalidNodeRefException;

  org.alfresco.service.cmr.repository.NodeRef getChildByName(
      org.alfresco.service.cmr.repository.NodeRef arg0,
      org.alfresco.service.namespace.QName arg1,
      java.lang.String arg2);

  java.util.List<org.alfresco.service.cmr.repository.ChildAssociationRef> getChildAssocs(
      org.alfresco.service.cmr.repository.NodeRef arg0,
      org.alfresco.service.namespace.QNamePattern arg1,
      org.alfresco.service.namespace.QNamePattern arg2)
      throws org.alfresco.service.cmr.repository.InvalidNodeRefException;

  void addAspect(
      org.alfresco.service.cmr.repository.NodeRef arg0,
      org.alfresco.service.namespace.QName arg1,
      java.util.Map<org.alfresco.service.namespace.QName, java.io.Serializable> arg2)
      throws org.alfresco.service.cmr.repository.InvalidNodeRefException,
          org.alfresco.service.cmr.dictionary.InvalidAspectException;

  java.util.List<org.alfresco.service.cmr.repository.ChildAssociationRef> getChildAssocs(
      org.alfresco.service.cmr.repository.NodeRef arg0,
      java.util.Set<org.alfresco.service.namespace.QName> arg1);

  org.alfresco.service.cmr.repository.ChildAssociationRef createNode(
      org.alfresco.service.cmr.repository.NodeRef arg0,
      org.alfresco.service.namespace.QName arg1,
      org.alfresco.service.namespace.QName arg2,
      org.alfresco.service.namespace.QName arg3,
      java.util.Map<org.alfresco.service.namespace.QName, java.io.Serializable> arg4)
      throws org.alfresco.service.cmr.repository.InvalidNodeRefException,
          org.alfresco.service.cmr.dictionary.InvalidTypeException;

  java.io.Serializable getProperty(
      org.alfresco.service.cmr.repository.NodeRef arg0, org.alfresco.service.namespace.QName arg1)
      throws org.alfresco.service.cmr.repository.InvalidNodeRefException;

  boolean exists(org.alfresco.service.cmr.repository.NodeRef arg0);

  org.alfresco.service.namespace.QName getType(org.alfresco.service.cmr.repository.NodeRef arg0)
      throws org.alfresco.service.cmr.repository.InvalidNodeRefException;

  org.alfresco.service.cmr.repository.ChildAssociationRef addChild(
      org.alfresco.service.cmr.repository.NodeRef arg0,
      org.alfresco.service.cmr.repository.NodeRef arg1,
      org.alfresco.service.namespace.QName arg2,
      org.alfresco.service.namespace.QName arg3)
      throws org.alfresco.service.cmr.repository.InvalidNodeRefException;

  void setProperty(
      org.alfresco.service.cmr.repository.NodeRef arg0,
      org.alfresco.service.namespace.QName arg1,
      java.io.Serializable arg2)
      throws org.alfresco.service.cmr.repository.InvalidNodeRefException;

  void addProperties(
      org.alfresco.service.cmr.repository.NodeRef arg0,
      java.util.Map<org.alfresco.service.namespace.QName, java.io.Serializable> arg1)
      throws org.alfresco.service.cmr.repository.InvalidNodeRefException;

  void removeChild(
      org.alfresco.service.cmr.repository.NodeRef arg0,
      org.alfresco.service.cmr.repository.NodeRef arg1)
      throws org.alfresco.service.cmr.repository.InvalidNodeRefException;
}
