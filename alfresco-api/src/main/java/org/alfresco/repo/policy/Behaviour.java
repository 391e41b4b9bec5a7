package org.alfresco.repo.policy;

public interface Behaviour {
  public enum NotificationFrequency {
    EVERY_EVENT;
  }
}
