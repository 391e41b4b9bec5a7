package org.alfresco.service.namespace;

public interface NamespacePrefixResolverProvider extends java.io.Serializable {}
