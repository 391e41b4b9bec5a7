package org.alfresco.service.cmr.repository;

public interface EntityRef extends java.io.Serializable {}
