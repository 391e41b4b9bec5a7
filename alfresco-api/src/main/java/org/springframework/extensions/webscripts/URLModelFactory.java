package org.springframework.extensions.webscripts;

public interface URLModelFactory {}
