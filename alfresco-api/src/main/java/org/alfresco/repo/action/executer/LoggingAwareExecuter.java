package org.alfresco.repo.action.executer;

public interface LoggingAwareExecuter {
  boolean onLogException(
      org.apache.commons.logging.Log arg0, java.lang.Throwable arg1, java.lang.String arg2);
}
