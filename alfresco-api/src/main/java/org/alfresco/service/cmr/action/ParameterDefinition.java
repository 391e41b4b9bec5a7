package org.alfresco.service.cmr.action;

public interface ParameterDefinition {}
