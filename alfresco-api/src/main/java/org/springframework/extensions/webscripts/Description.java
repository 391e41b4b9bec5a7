package org.springframework.extensions.webscripts;

public interface Description
    extends org.springframework.extensions.webscripts.BaseDescriptionDocument {
  java.lang.String getMethod();
}
