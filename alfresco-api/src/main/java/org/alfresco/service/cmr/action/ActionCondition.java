package org.alfresco.service.cmr.action;

public interface ActionCondition extends org.alfresco.service.cmr.action.ParameterizedItem {}
