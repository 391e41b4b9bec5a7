package org.springframework.extensions.webscripts;

public abstract class AbstractWebScript
    implements org.springframework.extensions.webscripts.WebScript {
  public AbstractWebScript() {
    throw new AssertionError();
  }

  public final org.springframework.extensions.webscripts.Description getDescription() {
    throw new AssertionError();
  }

  public final java.util.ResourceBundle getResources() {
    throw new AssertionError();
  }

  public void init(
      org.springframework.extensions.webscripts.Container arg0,
      org.springframework.extensions.webscripts.Description arg1) {
    throw new AssertionError();
  }

  public void setURLModelFactory(org.springframework.extensions.webscripts.URLModelFactory arg0) {
    throw new AssertionError();
  }
}
