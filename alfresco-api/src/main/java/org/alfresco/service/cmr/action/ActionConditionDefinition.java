package org.alfresco.service.cmr.action;

public interface ActionConditionDefinition
    extends org.alfresco.service.cmr.action.ParameterizedItemDefinition {}
