package vn.ttdn.core.fakes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerEvent;
import vn.ttdn.core.audit.AuditEntry;
import vn.ttdn.core.audit.DailyAnchor;
import vn.ttdn.core.delegation.Delegation;
import vn.ttdn.core.mail.OutgoingMail;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.port.Ledger.Page;
import vn.ttdn.core.register.Dispatch;
import vn.ttdn.core.register.IncomingEntry;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.core.retention.Hold;
import vn.ttdn.core.rights.Rights;

/** The rows of {@link FakeLedger} and what all its parts promise of them. */
abstract class FakeTables implements Rewindable {
  private final BooleanSupplier inTransaction;
  private final Supplier<Organisation> organisation;
  private final Set<String> locked = new HashSet<>();
  private Rows rows = new Rows();

  FakeTables(BooleanSupplier inTransaction, Supplier<Organisation> organisation) {
    this.inTransaction = inTransaction;
    this.organisation = organisation;
  }

  static final class Rows {
    final Map<String, Dossier> dossiers = new LinkedHashMap<>();
    final List<Decision> decisions = new ArrayList<>();
    final Map<String, Answer> answers = new LinkedHashMap<>();
    final List<AnswerEvent> answerEvents = new ArrayList<>();
    final Map<String, Delegation> delegations = new LinkedHashMap<>();
    final List<Hold> holds = new ArrayList<>();
    final Set<String> announced = new HashSet<>();
    final Map<RegisterKey, Long> series = new LinkedHashMap<>();
    final List<RegisterEntry> register = new ArrayList<>();
    final List<Dispatch> dispatches = new ArrayList<>();
    final List<IncomingEntry> incoming = new ArrayList<>();
    final List<IssuedRecord> records = new ArrayList<>();
    final List<AuditEntry> audit = new ArrayList<>();
    final TreeMap<LocalDate, DailyAnchor> anchors = new TreeMap<>();
    final Map<String, Mail> outbox = new LinkedHashMap<>();

    private Rows copy() {
      Rows copy = new Rows();
      copy.dossiers.putAll(dossiers);
      copy.decisions.addAll(decisions);
      copy.answers.putAll(answers);
      copy.answerEvents.addAll(answerEvents);
      copy.delegations.putAll(delegations);
      copy.holds.addAll(holds);
      copy.announced.addAll(announced);
      copy.series.putAll(series);
      copy.register.addAll(register);
      copy.dispatches.addAll(dispatches);
      copy.incoming.addAll(incoming);
      copy.records.addAll(records);
      copy.audit.addAll(audit);
      copy.anchors.putAll(anchors);
      copy.outbox.putAll(outbox);
      return copy;
    }
  }

  /**
   * A mail with its fate.
   *
   * @param due when it is tried next; empty once it has left
   */
  record Mail(
      OutgoingMail mail, Optional<Instant> due, Optional<Instant> sentAt, String lastError) {}

  @Override
  public final Runnable mark() {
    Rows then = rows.copy();
    locked.clear();
    return () -> rows = then;
  }

  /** The rows, inside a transaction. */
  final Rows rows() {
    if (!inTransaction.getAsBoolean()) {
      throw new IllegalStateException("the ledger is used inside the host's transaction only");
    }
    return rows;
  }

  /** The rows for a test to look at from outside. */
  final Rows rowsFromOutside() {
    return rows;
  }

  final Rights rights() {
    return new Rights(organisation.get());
  }

  final void lockRow(String id) {
    locked.add(id);
  }

  final void requireLocked(String id, String what) {
    if (!locked.contains(id)) {
      throw new IllegalStateException(what + " not locked: " + id);
    }
  }

  static void requireUnique(boolean taken, String what) {
    if (taken) {
      throw new IllegalStateException("a second " + what);
    }
  }

  static void requireThere(boolean there, String what) {
    if (!there) {
      throw new IllegalStateException("there is no such " + what);
    }
  }

  static boolean containsAll(String text, String words) {
    for (String word : words.split(" ", -1)) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  static <T> Page<T> page(List<T> found, int offset, int limit) {
    return new Page<>(found.stream().skip(offset).limit(limit).toList(), found.size());
  }
}
