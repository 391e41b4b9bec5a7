package org.springframework.extensions.webscripts;

public final class Match {
  public java.util.Map<java.lang.String, java.lang.String> getTemplateVars() {
    throw new AssertionError();
  }

  private Match() {}
}
