package org.alfresco.util.transaction;

public abstract class TransactionSupportUtil {
  public static <R> R getResource(java.lang.Object arg0) {
    throw new AssertionError();
  }

  public static void bindResource(java.lang.Object arg0, java.lang.Object arg1) {
    throw new AssertionError();
  }
}
