package vn.ttdn.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Dossier;

/**
 * The rows that the current transaction has locked or written: until it ends nobody else can change
 * them, so that they need not be read again. A step of the process asks for its dossier at every
 * turn of the engine; without this each would be a statement.
 */
final class TransactionMemory {

  void remember(Dossier dossier) {
    rows().dossiers.put(dossier.id(), dossier);
  }

  Optional<Dossier> dossier(String id) {
    return known().map(rows -> rows.dossiers.get(id));
  }

  Optional<Dossier> dossierOfProcess(String processId) {
    Optional<String> wanted = Optional.of(processId);
    return known()
        .flatMap(
            rows ->
                rows.dossiers.values().stream()
                    .filter(d -> d.processId().equals(wanted))
                    .findFirst());
  }

  /** A dossier's newest decision is the one that its locker wrote. */
  void remember(Decision decision) {
    rows().lastDecisions.put(decision.dossierId(), decision);
  }

  Optional<Decision> lastDecision(String dossierId) {
    return known().map(rows -> rows.lastDecisions.get(dossierId));
  }

  private Optional<Rows> known() {
    return Optional.ofNullable((Rows) TransactionSynchronizationManager.getResource(this));
  }

  private Rows rows() {
    return known().orElseGet(this::begin);
  }

  private Rows begin() {
    Rows rows = new Rows();
    // First, because it fails where a transaction is over: nothing may stay bound to the thread.
    TransactionSynchronizationManager.registerSynchronization(new Forgetting(this, rows));
    TransactionSynchronizationManager.bindResource(this, rows);
    return rows;
  }

  private static final class Rows {
    private final Map<String, Dossier> dossiers = new HashMap<>();
    private final Map<String, Decision> lastDecisions = new HashMap<>();
  }

  /** Ends the memory with the transaction, and takes it out of the way of another one inside. */
  private record Forgetting(TransactionMemory memory, Rows rows)
      implements TransactionSynchronization {
    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(memory);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(memory, rows);
    }

    @Override
    public void savepointRollback(Object savepoint) {
      rows.dossiers.clear();
      rows.lastDecisions.clear();
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResourceIfPossible(memory);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(memory);
    }
  }
}
