package org.springframework.extensions.webscripts.servlet;

public class FormData implements java.io.Serializable {
  public org.springframework.extensions.webscripts.servlet.FormData.FormField[] getFields() {
    throw new AssertionError();
  }

  private FormData() {}

  public class FormField implements java.io.Serializable {
    public boolean getIsFile() {
      throw new AssertionError();
    }

    public java.lang.String getName() {
      throw new AssertionError();
    }

    public java.lang.String getValue() {
      throw new AssertionError();
    }

    public java.io.InputStream getInputStream() {
      throw new AssertionError();
    }

    private FormField() {}
  }
}
