package org.alfresco.service.cmr.action;

public interface Action extends org.alfresco.service.cmr.action.ParameterizedItem {}
