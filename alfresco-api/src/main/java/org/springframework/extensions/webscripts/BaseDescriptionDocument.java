package org.springframework.extensions.webscripts;

public interface BaseDescriptionDocument
    extends org.springframework.extensions.webscripts.BaseDescription {}
