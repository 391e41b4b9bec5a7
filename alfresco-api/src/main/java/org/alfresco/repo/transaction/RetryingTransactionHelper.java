package org.alfresco.repo.transaction;

public class RetryingTransactionHelper {
  public <R> R doInTransaction(
      org.alfresco.repo.transaction.RetryingTransactionHelper.RetryingTransactionCallback<R> arg0,
      boolean arg1,
      boolean arg2) {
    throw new AssertionError();
  }

  public interface RetryingTransactionCallback<Result> {
    Result execute() throws java.lang.Throwable;
  }
}
