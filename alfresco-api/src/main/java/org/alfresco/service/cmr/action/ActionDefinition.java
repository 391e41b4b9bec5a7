package org.alfresco.service.cmr.action;

public interface ActionDefinition
    extends org.alfresco.service.cmr.action.ParameterizedItemDefinition {}
