package org.alfresco.repo.jscript.app;

public class JSONConversionComponent {
  public void registerPropertyDecorator(org.alfresco.repo.jscript.app.PropertyDecorator arg0) {
    throw new AssertionError();
  }
}
