package org.springframework.extensions.webscripts;

public interface WebScript {
  java.util.ResourceBundle getResources();

  void init(
      org.springframework.extensions.webscripts.Container arg0,
      org.springframework.extensions.webscripts.Description arg1);

  void execute(
      org.springframework.extensions.webscripts.WebScriptRequest arg0,
      org.springframework.extensions.webscripts.WebScriptResponse arg1)
      throws java.io.IOException;

  org.springframework.extensions.webscripts.Description getDescription();

  void setURLModelFactory(org.springframework.extensions.webscripts.URLModelFactory arg0);
}
