package org.alfresco.service.namespace;

public interface NamespacePrefixResolver {}
