package vn.ttdn.platform;

import java.util.function.Supplier;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import vn.ttdn.core.port.UnitOfWork;

/** Alfresco's retrying transactions: a writer that lost a race is run again from the beginning. */
public final class AlfrescoUnitOfWork implements UnitOfWork {
  private final RetryingTransactionHelper transactions;

  public AlfrescoUnitOfWork(RetryingTransactionHelper transactions) {
    this.transactions = transactions;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return transactions.doInTransaction(work::get, false, true);
  }

  @Override
  public <T> T join(Supplier<T> work) {
    return transactions.doInTransaction(work::get, true, false);
  }

  @Override
  public <T> T read(Supplier<T> work) {
    return transactions.doInTransaction(work::get, true, true);
  }
}
