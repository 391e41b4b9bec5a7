package vn.ttdn.standalone.engine;

import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.port.UnitOfWork;

/** Spring transactions; a writer that lost a lock to another one tries again, then says so. */
public final class SpringUnitOfWork implements UnitOfWork {
  private static final int TRIES = 3;
  private static final int MAX_DEPTH = 30;

  private final TransactionTemplate write;
  private final TransactionTemplate read;
  private final TransactionTemplate join;

  public SpringUnitOfWork(PlatformTransactionManager transactions) {
    this.write = new TransactionTemplate(transactions);
    this.write.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.read = new TransactionTemplate(transactions);
    this.read.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.read.setReadOnly(true);
    this.join = new TransactionTemplate(transactions);
    this.join.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRED);
    this.join.setReadOnly(true);
  }

  @Override
  public <T> T write(Supplier<T> work) {
    RuntimeException lost = null;
    for (int i = 0; i < TRIES; i++) {
      try {
        return write.execute(status -> work.get());
      } catch (RuntimeException e) {
        if (!lostALock(e)) {
          throw e;
        }
        lost = e;
      }
    }
    Refusal busy = Refusal.of(Refusal.Kind.CONFLICT, "busy");
    busy.addSuppressed(lost);
    throw busy;
  }

  /** The engine wraps what a listener throws. */
  private static boolean lostALock(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++, cause = cause.getCause()) {
      if (cause instanceof PessimisticLockingFailureException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public <T> T join(Supplier<T> work) {
    return join.execute(status -> work.get());
  }

  @Override
  public <T> T read(Supplier<T> work) {
    return read.execute(status -> work.get());
  }
}
