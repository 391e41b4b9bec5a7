package org.alfresco.service.cmr.dictionary;

public interface DictionaryService extends org.alfresco.service.cmr.i18n.MessageLookup {}
