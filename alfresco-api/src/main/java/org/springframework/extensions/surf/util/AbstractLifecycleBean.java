package org.springframework.extensions.surf.util;

public abstract class AbstractLifecycleBean
    implements org.springframework.context.ApplicationListener,
        org.springframework.context.ApplicationContextAware {
  protected abstract void onBootstrap(org.springframework.context.ApplicationEvent arg0);

  protected abstract void onShutdown(org.springframework.context.ApplicationEvent arg0);

  public AbstractLifecycleBean() {
    throw new AssertionError();
  }

  public void onApplicationEvent(org.springframework.context.ApplicationEvent arg0) {
    throw new AssertionError();
  }

  public void setApplicationContext(org.springframework.context.ApplicationContext arg0)
      throws org.springframework.beans.BeansException {
    throw new AssertionError();
  }
}
