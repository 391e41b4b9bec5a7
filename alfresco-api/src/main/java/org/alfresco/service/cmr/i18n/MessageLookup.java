package org.alfresco.service.cmr.i18n;

public interface MessageLookup {}
