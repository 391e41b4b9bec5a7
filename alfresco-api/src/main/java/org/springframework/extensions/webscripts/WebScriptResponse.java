package org.springframework.extensions.webscripts;

public interface WebScriptResponse {
  void setStatus(int arg0);

  void setContentType(java.lang.String arg0);

  void setHeader(java.lang.String arg0, java.lang.String arg1);

  java.io.OutputStream getOutputStream() throws java.io.IOException;
}
