package org.alfresco.repo.jscript;

public interface Scopeable {}
