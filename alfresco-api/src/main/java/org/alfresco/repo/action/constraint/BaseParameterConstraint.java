package org.alfresco.repo.action.constraint;

public abstract class BaseParameterConstraint
    implements org.alfresco.service.cmr.action.ParameterConstraint,
        org.springframework.beans.factory.BeanNameAware {
  protected abstract java.util.Map<java.lang.String, java.lang.String> getAllowableValuesImpl();

  public BaseParameterConstraint() {
    throw new AssertionError();
  }

  public java.lang.String getName() {
    throw new AssertionError();
  }

  public void setBeanName(java.lang.String arg0) {
    throw new AssertionError();
  }

  public java.util.Map<java.lang.String, java.lang.String> getAllowableValues() {
    throw new AssertionError();
  }

  public java.lang.String getValueDisplayLabel(java.lang.String arg0) {
    throw new AssertionError();
  }

  public boolean isValidValue(java.lang.String arg0) {
    throw new AssertionError();
  }
}
