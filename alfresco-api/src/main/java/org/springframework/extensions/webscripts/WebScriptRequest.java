package org.springframework.extensions.webscripts;

public interface WebScriptRequest {
  org.springframework.extensions.webscripts.Match getServiceMatch();

  java.lang.String[] getParameterNames();

  java.lang.String getParameter(java.lang.String arg0);

  java.lang.String getHeader(java.lang.String arg0);

  java.lang.String getContentType();

  java.lang.Object parseContent();

  org.springframework.extensions.surf.util.Content getContent();
}
