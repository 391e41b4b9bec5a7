package vn.ttdn.platform;

import java.util.function.Supplier;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import vn.ttdn.core.port.UnitOfWork;
import vn.ttdn.ledger.SqlLedger;

/** Alfresco's retrying transactions: a writer that lost a race is run again from the beginning. */
public final class AlfrescoUnitOfWork implements UnitOfWork {
  private final RetryingTransactionHelper transactions;
  private final SqlLedger ledger;

  public AlfrescoUnitOfWork(RetryingTransactionHelper transactions, SqlLedger ledger) {
    this.transactions = transactions;
    this.ledger = ledger;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return transactions.doInTransaction(
        () -> {
          ledger.deferWrites();
          return work.get();
        },
        false,
        true);
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
