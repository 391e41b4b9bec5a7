package org.alfresco.repo.security.authentication;

public class AuthenticationUtil implements org.springframework.beans.factory.InitializingBean {
  public static <R> R runAsSystem(
      org.alfresco.repo.security.authentication.AuthenticationUtil.RunAsWork<R> arg0) {
    throw new AssertionError();
  }

  public static <R> R runAs(
      org.alfresco.repo.security.authentication.AuthenticationUtil.RunAsWork<R> arg0,
      java.lang.String arg1) {
    throw new AssertionError();
  }

  public static java.lang.String getFullyAuthenticatedUser()
      throws org.alfresco.repo.security.authentication.AuthenticationException {
    throw new AssertionError();
  }

  public static java.lang.String getGuestUserName() {
    throw new AssertionError();
  }

  public static java.lang.String getSystemUserName() {
    throw new AssertionError();
  }

  public void afterPropertiesSet() throws java.lang.Exception {
    throw new AssertionError();
  }

  public interface RunAsWork<Result> {
    Result doWork() throws java.lang.Exception;
  }
}
