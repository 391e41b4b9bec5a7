package vn.ttdn.ledger;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Dossier;

/**
 * The rows that the current transaction has locked or written: until it ends nobody else can change
 * them, so that they need not be read again, and what became of a dossier is written once, before
 * the commit. A step of the process asks for its dossier at every turn of the engine and changes it
 * several times; without this each would be a statement.
 */
final class TransactionMemory {
  private final Consumer<Dossier> writer;
  private final boolean atOnce;

  /**
   * Makes a memory.
   *
   * @param writer writes what a dossier has become
   * @param atOnce whether it writes every change at once, but for transactions that are told to
   *     {@link #defer()}
   */
  TransactionMemory(Consumer<Dossier> writer, boolean atOnce) {
    this.writer = writer;
    this.atOnce = atOnce;
  }

  /** The transaction has but begun, so that it will tell when its commit begins. */
  void defer() {
    rows().atOnce = false;
  }

  /** This is what the database has. */
  void remember(Dossier dossier) {
    rows().stored.put(dossier.id(), dossier);
  }

  /** This is what a dossier that the transaction holds has become. */
  void change(Dossier dossier) {
    Rows rows = rows();
    rows.changed.put(dossier.id(), dossier);
    if (rows.atOnce) {
      // The commit may have begun: then nobody tells us any more.
      write();
    }
  }

  /** Brings the database up to what the transaction knows; before it is asked about many. */
  void write() {
    known().ifPresent(this::write);
  }

  private void write(Rows rows) {
    List<Dossier> changed = List.copyOf(rows.changed.values());
    for (Dossier dossier : changed) {
      writer.accept(dossier);
      rows.stored.put(dossier.id(), dossier);
      rows.changed.remove(dossier.id());
    }
  }

  Optional<Dossier> dossier(String id) {
    return known().map(rows -> rows.newest(id));
  }

  Optional<Dossier> dossierOfProcess(String processId) {
    Optional<String> wanted = Optional.of(processId);
    return dossierWhere(d -> d.processId().equals(wanted));
  }

  Optional<Dossier> dossierOfTask(String taskId) {
    Optional<String> wanted = Optional.of(taskId);
    return dossierWhere(d -> d.taskId().equals(wanted));
  }

  private Optional<Dossier> dossierWhere(Predicate<Dossier> condition) {
    return known()
        .flatMap(
            rows -> rows.stored.keySet().stream().map(rows::newest).filter(condition).findFirst());
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
    rows.atOnce = atOnce;
    // First, because it fails where a transaction is over: nothing may stay bound to the thread.
    TransactionSynchronizationManager.registerSynchronization(new Ending(this, rows));
    TransactionSynchronizationManager.bindResource(this, rows);
    return rows;
  }

  private static final class Rows {
    private final Map<String, Dossier> stored = new HashMap<>();
    private final Map<String, Dossier> changed = new LinkedHashMap<>();
    private final Map<String, Decision> lastDecisions = new HashMap<>();
    private final Map<Object, Rows> savepoints = new HashMap<>();
    private boolean atOnce;

    private Rows() {}

    private Rows(Rows others) {
      become(others);
    }

    private void become(Rows others) {
      replace(stored, others.stored);
      replace(changed, others.changed);
      replace(lastDecisions, others.lastDecisions);
    }

    private static <V> void replace(Map<String, V> mine, Map<String, V> theirs) {
      mine.clear();
      mine.putAll(theirs);
    }

    private Dossier newest(String id) {
      return changed.getOrDefault(id, stored.get(id));
    }
  }

  /** Ends the memory with the transaction, and takes it out of the way of another one inside. */
  private record Ending(TransactionMemory memory, Rows rows) implements TransactionSynchronization {
    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(memory);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(memory, rows);
    }

    @Override
    public void savepoint(Object savepoint) {
      rows.savepoints.put(savepoint, new Rows(rows));
    }

    @Override
    public void savepointRollback(Object savepoint) {
      // A savepoint from before the first row knows of none.
      rows.become(rows.savepoints.getOrDefault(savepoint, new Rows()));
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      rows.atOnce = true;
      memory.write(rows);
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
