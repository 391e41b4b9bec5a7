package vn.ttdn.core.fakes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.ttdn.core.audit.AuditEntry;
import vn.ttdn.core.audit.DailyAnchor;
import vn.ttdn.core.mail.OutgoingMail;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.rights.Rights;
import vn.ttdn.core.text.Fold;

/**
 * A ledger in memory. It keeps the promises of the port that a database keeps: it fails outside a
 * transaction, refuses a second row for what is unique and a dossier's change by who has not locked
 * it, and forgets what was rolled back. Nobody waits for a lock: {@link FakeUnitOfWork} lets one
 * transaction run at a time.
 */
public final class FakeLedger implements Ledger, Rewindable {
  private final BooleanSupplier inTransaction;
  private final Rights rights;
  private final Set<String> locked = new HashSet<>();
  private Tables tables = new Tables();

  FakeLedger(BooleanSupplier inTransaction, Organisation organisation) {
    this.inTransaction = inTransaction;
    this.rights = new Rights(organisation);
  }

  private static final class Tables {
    private final Map<String, Dossier> dossiers = new LinkedHashMap<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final Map<RegisterKey, Long> series = new LinkedHashMap<>();
    private final List<RegisterEntry> register = new ArrayList<>();
    private final List<IssuedRecord> records = new ArrayList<>();
    private final List<AuditEntry> audit = new ArrayList<>();
    private final TreeMap<LocalDate, DailyAnchor> anchors = new TreeMap<>();
    private final Map<String, Mail> outbox = new LinkedHashMap<>();

    private Tables copy() {
      Tables copy = new Tables();
      copy.dossiers.putAll(dossiers);
      copy.decisions.addAll(decisions);
      copy.series.putAll(series);
      copy.register.addAll(register);
      copy.records.addAll(records);
      copy.audit.addAll(audit);
      copy.anchors.putAll(anchors);
      copy.outbox.putAll(outbox);
      return copy;
    }
  }

  private record Mail(OutgoingMail mail, Optional<Instant> due, String lastError) {}

  @Override
  public Runnable mark() {
    Tables then = tables.copy();
    locked.clear();
    return () -> tables = then;
  }

  /** Every mail that was ever enqueued, for tests to look at outside a transaction. */
  public List<OutgoingMail> outbox() {
    return tables.outbox.values().stream().map(Mail::mail).toList();
  }

  @Override
  public void insert(Dossier dossier) {
    requireUnique(tables().dossiers.containsKey(dossier.id()), "dossier");
    locked.add(dossier.id());
    put(dossier);
  }

  @Override
  public Optional<Dossier> dossier(String id) {
    return Optional.ofNullable(tables().dossiers.get(id));
  }

  @Override
  public Optional<Dossier> lock(String id) {
    return locked(dossier(id));
  }

  @Override
  public Optional<Dossier> lockByProcess(String processId) {
    return locked(firstDossier(d -> d.processId().equals(Optional.of(processId))));
  }

  private Optional<Dossier> locked(Optional<Dossier> dossier) {
    dossier.ifPresent(d -> locked.add(d.id()));
    return dossier;
  }

  @Override
  public Optional<Dossier> lockByTask(String taskId) {
    return locked(firstDossier(d -> d.taskId().equals(Optional.of(taskId))));
  }

  @Override
  public Optional<Decision> decisionAtTask(String taskId) {
    return tables().decisions.stream().filter(d -> d.taskId().equals(taskId)).findFirst();
  }

  @Override
  public void update(Dossier dossier) {
    tables();
    if (!locked.contains(dossier.id())) {
      throw new IllegalStateException("dossier not locked: " + dossier.id());
    }
    put(dossier);
  }

  private void put(Dossier dossier) {
    Predicate<Dossier> other = d -> !d.id().equals(dossier.id());
    requireUnique(holds(other, Dossier::processId, dossier.processId()), "process");
    requireUnique(holds(other, Dossier::taskId, dossier.taskId()), "task");
    tables.dossiers.put(dossier.id(), dossier);
  }

  private boolean holds(
      Predicate<Dossier> other,
      Function<Dossier, Optional<String>> column,
      Optional<String> value) {
    return value.isPresent()
        && firstDossier(other.and(d -> column.apply(d).equals(value))).isPresent();
  }

  @Override
  public Page<Dossier> dossiers(DossierQuery query) {
    List<Dossier> found =
        tables().dossiers.values().stream()
            .filter(d -> rights.may(query.reader(), Action.READ_DOSSIER, d).isAllowed())
            .filter(d -> query.state().isEmpty() || query.state().get() == d.state())
            .filter(d -> containsAll(searchText(d), query.text()))
            .sorted(Comparator.comparing(Dossier::changedAt).reversed().thenComparing(Dossier::id))
            .toList();
    return page(found, query.offset(), query.limit());
  }

  private String searchText(Dossier d) {
    String symbol = registerEntryOf(d.id()).map(RegisterEntry::symbol).orElse("");
    return Fold.fold(d.title() + " " + d.unit() + " " + d.planYear() + " " + symbol);
  }

  @Override
  public List<Dossier> waitingFor(Person person, int atMost) {
    return tables().dossiers.values().stream()
        .filter(d -> d.taskId().isPresent())
        .filter(
            d ->
                d.step().map(step -> rights.mayHoldTask(person, step, d).isAllowed()).orElse(false))
        .sorted(Comparator.comparing(Dossier::changedAt).thenComparing(Dossier::id))
        .limit(atMost)
        .toList();
  }

  @Override
  public void insert(Decision decision) {
    requireUnique(decisionAtTask(decision.taskId()).isPresent(), "decision at a task");
    requireUnique(
        decisions(decision.dossierId()).stream().anyMatch(d -> d.ordinal() == decision.ordinal()),
        "ordinal of a decision");
    tables.decisions.add(decision);
  }

  @Override
  public Optional<Decision> lastDecision(String dossierId) {
    List<Decision> all = decisions(dossierId);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  @Override
  public List<Decision> decisions(String dossierId) {
    return tables().decisions.stream()
        .filter(d -> d.dossierId().equals(dossierId))
        .sorted(Comparator.comparingInt(Decision::ordinal))
        .toList();
  }

  @Override
  public long nextNumber(RegisterKey key, long first) {
    return tables().series.merge(key, first, (last, unused) -> last + 1);
  }

  @Override
  public void insert(RegisterEntry entry) {
    requireUnique(
        tables().register.stream()
            .anyMatch(e -> e.key().equals(entry.key()) && e.number() == entry.number()),
        "number");
    tables.register.add(entry);
  }

  @Override
  public Page<RegisterEntry> register(RegisterKey key, String text, int offset, int limit) {
    List<RegisterEntry> found =
        tables().register.stream()
            .filter(e -> e.key().equals(key))
            .filter(
                e ->
                    containsAll(
                        Fold.fold(e.symbol() + " " + e.subject() + " " + e.signerName()), text))
            .sorted(Comparator.comparingLong(RegisterEntry::number))
            .toList();
    return page(found, offset, limit);
  }

  @Override
  public List<Integer> registerYears(String body, String register) {
    return tables().register.stream()
        .map(RegisterEntry::key)
        .filter(k -> k.body().equals(body) && k.register().equals(register))
        .map(RegisterKey::year)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  @Override
  public Optional<RegisterEntry> registerEntryOf(String dossierId) {
    return tables().register.stream().filter(e -> e.dossierId().equals(dossierId)).findFirst();
  }

  @Override
  public void insert(IssuedRecord record) {
    requireUnique(record(record.recordId()).isPresent(), "record");
    tables.records.add(record);
  }

  @Override
  public Optional<IssuedRecord> record(String recordId) {
    return tables().records.stream().filter(r -> r.recordId().equals(recordId)).findFirst();
  }

  @Override
  public List<IssuedRecord> records(String dossierId) {
    return tables().records.stream().filter(r -> r.dossierId().equals(dossierId)).toList();
  }

  @Override
  public void append(AuditEntry entry) {
    requireUnique(
        audit(entry.dossierId()).stream().anyMatch(e -> e.ordinal() == entry.ordinal()),
        "ordinal of an audit entry");
    tables.audit.add(entry);
  }

  @Override
  public List<AuditEntry> audit(String dossierId) {
    return tables().audit.stream()
        .filter(e -> e.dossierId().equals(dossierId))
        .sorted(Comparator.comparingInt(AuditEntry::ordinal))
        .toList();
  }

  @Override
  public List<DailyAnchor.Head> auditHeads(Instant from, Instant to) {
    Map<String, AuditEntry> heads = new TreeMap<>();
    tables().audit.stream()
        .filter(e -> !e.at().isBefore(from) && e.at().isBefore(to))
        .forEach(e -> heads.merge(e.dossierId(), e, (a, b) -> a.ordinal() > b.ordinal() ? a : b));
    return heads.values().stream()
        .map(e -> new DailyAnchor.Head(e.dossierId(), e.ordinal(), e.hash()))
        .toList();
  }

  @Override
  public Optional<DailyAnchor> lastAnchor() {
    return Optional.ofNullable(tables().anchors.lastEntry()).map(Map.Entry::getValue);
  }

  @Override
  public void insert(DailyAnchor anchor) {
    tables().anchors.putIfAbsent(anchor.day(), anchor);
  }

  @Override
  public Optional<DailyAnchor> anchor(LocalDate day) {
    return Optional.ofNullable(tables().anchors.get(day));
  }

  @Override
  public void enqueue(List<OutgoingMail> mails, Instant now) {
    for (OutgoingMail mail : mails) {
      requireUnique(tables().outbox.containsKey(mail.id()), "mail");
      tables.outbox.put(mail.id(), new Mail(mail, Optional.of(now), ""));
    }
  }

  @Override
  public List<OutgoingMail> lockDueMails(Instant now, int atMost) {
    return tables().outbox.values().stream()
        .filter(m -> m.due().isPresent() && !m.due().get().isAfter(now))
        .sorted(Comparator.comparing(m -> m.due().orElseThrow()))
        .limit(atMost)
        .map(Mail::mail)
        .toList();
  }

  @Override
  public void mailSent(String id, Instant at) {
    tried(id, Optional.empty(), "");
  }

  @Override
  public void mailFailed(String id, String why, Instant nextTry) {
    tried(id, Optional.of(nextTry), why);
  }

  private void tried(String id, Optional<Instant> due, String error) {
    OutgoingMail m = tables().outbox.get(id).mail();
    OutgoingMail again =
        new OutgoingMail(m.id(), m.dossierId(), m.to(), m.subject(), m.body(), m.attempts() + 1);
    tables.outbox.put(id, new Mail(again, due, error));
  }

  private Optional<Dossier> firstDossier(Predicate<Dossier> which) {
    return tables().dossiers.values().stream().filter(which).findFirst();
  }

  private Tables tables() {
    if (!inTransaction.getAsBoolean()) {
      throw new IllegalStateException("the ledger is used inside the host's transaction only");
    }
    return tables;
  }

  private static boolean containsAll(String text, String words) {
    for (String word : words.split(" ", -1)) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static <T> Page<T> page(List<T> found, int offset, int limit) {
    return new Page<>(found.stream().skip(offset).limit(limit).toList(), found.size());
  }

  private static void requireUnique(boolean taken, String what) {
    if (taken) {
      throw new IllegalStateException("a second " + what);
    }
  }
}
