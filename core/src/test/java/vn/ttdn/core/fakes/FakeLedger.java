package vn.ttdn.core.fakes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.ttdn.core.audit.AuditEntry;
import vn.ttdn.core.audit.DailyAnchor;
import vn.ttdn.core.mail.OutgoingMail;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.text.Fold;

/**
 * A ledger in memory. It keeps the promises of the port that a database keeps: it fails outside a
 * transaction, refuses a second row for what is unique and the change of a row by who has not
 * locked it, and forgets what was rolled back. Nobody waits for a lock: {@link FakeUnitOfWork} lets
 * one transaction run at a time.
 */
public final class FakeLedger extends FakeRegisterBook {
  FakeLedger(BooleanSupplier inTransaction, Supplier<Organisation> organisation) {
    super(inTransaction, organisation);
  }

  /** Every mail that was ever enqueued, for tests to look at outside a transaction. */
  public List<OutgoingMail> outbox() {
    return rowsFromOutside().outbox.values().stream().map(Mail::mail).toList();
  }

  @Override
  public void insert(Dossier dossier) {
    requireUnique(rows().dossiers.containsKey(dossier.id()), "dossier");
    lockRow(dossier.id());
    put(dossier);
  }

  @Override
  public Optional<Dossier> dossier(String id) {
    return Optional.ofNullable(rows().dossiers.get(id));
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
    dossier.ifPresent(d -> lockRow(d.id()));
    return dossier;
  }

  @Override
  public Optional<Dossier> lockByTask(String taskId) {
    return locked(firstDossier(d -> d.taskId().equals(Optional.of(taskId))));
  }

  @Override
  public Optional<Decision> decisionAtTask(String taskId) {
    return rows().decisions.stream().filter(d -> d.taskId().equals(taskId)).findFirst();
  }

  @Override
  public void update(Dossier dossier) {
    requireThere(rows().dossiers.containsKey(dossier.id()), "dossier");
    requireLocked(dossier.id(), "dossier");
    put(dossier);
  }

  private void put(Dossier dossier) {
    Predicate<Dossier> other = d -> !d.id().equals(dossier.id());
    requireUnique(holds(other, Dossier::processId, dossier.processId()), "process");
    requireUnique(holds(other, Dossier::taskId, dossier.taskId()), "task");
    rows().dossiers.put(dossier.id(), dossier);
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
        rows().dossiers.values().stream()
            .filter(d -> rights().may(query.reader(), Action.READ_DOSSIER, d).isAllowed())
            .filter(d -> query.state().isEmpty() || query.state().get() == d.state())
            .filter(d -> containsAll(searchText(d), query.text()))
            .sorted(Comparator.comparing(Dossier::changedAt).reversed().thenComparing(Dossier::id))
            .toList();
    return page(found, query.offset(), query.limit());
  }

  private String searchText(Dossier d) {
    String symbols =
        registerEntries(d.id()).stream()
            .map(RegisterEntry::symbol)
            .collect(Collectors.joining(" "));
    return Fold.fold(d.title() + " " + d.unit() + " " + d.planYear() + " " + symbols);
  }

  @Override
  public List<Dossier> letters(String planId) {
    return rows().dossiers.values().stream()
        .filter(d -> d.letter().filter(l -> l.planId().equals(planId)).isPresent())
        .toList();
  }

  @Override
  public List<Dossier> runningDraftsOf(String userName) {
    return rows().dossiers.values().stream()
        .filter(d -> !d.state().ended() && d.draftedBy(userName))
        .toList();
  }

  @Override
  public List<Dossier> waitingFor(Person person, int atMost) {
    return rows().dossiers.values().stream()
        .filter(d -> d.taskId().isPresent())
        .filter(
            d ->
                d.step()
                    .map(step -> rights().mayHoldTask(person, step, d).isAllowed())
                    .orElse(false))
        .sorted(Comparator.comparing(Dossier::changedAt).thenComparing(Dossier::id))
        .limit(atMost)
        .toList();
  }

  @Override
  public long waitingCount(Person person) {
    return waitingFor(person, Integer.MAX_VALUE).size();
  }

  @Override
  public void insert(Decision decision) {
    requireUnique(decisionAtTask(decision.taskId()).isPresent(), "decision at a task");
    requireUnique(
        decisions(decision.dossierId()).stream().anyMatch(d -> d.ordinal() == decision.ordinal()),
        "ordinal of a decision");
    rows().decisions.add(decision);
  }

  @Override
  public Optional<Decision> lastDecision(String dossierId) {
    List<Decision> all = decisions(dossierId);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  @Override
  public List<Decision> decisions(String dossierId) {
    return rows().decisions.stream()
        .filter(d -> d.dossierId().equals(dossierId))
        .sorted(Comparator.comparingInt(Decision::ordinal))
        .toList();
  }

  @Override
  public void append(AuditEntry entry) {
    requireUnique(
        audit(entry.dossierId()).stream().anyMatch(e -> e.ordinal() == entry.ordinal()),
        "ordinal of an audit entry");
    rows().audit.add(entry);
  }

  @Override
  public List<AuditEntry> audit(String dossierId) {
    return rows().audit.stream()
        .filter(e -> e.dossierId().equals(dossierId))
        .sorted(Comparator.comparingInt(AuditEntry::ordinal))
        .toList();
  }

  @Override
  public List<DailyAnchor.Head> auditHeads(Instant from, Instant to) {
    Map<String, AuditEntry> heads = new TreeMap<>();
    rows().audit.stream()
        .filter(e -> !e.at().isBefore(from) && e.at().isBefore(to))
        .forEach(e -> heads.merge(e.dossierId(), e, (a, b) -> a.ordinal() > b.ordinal() ? a : b));
    return heads.values().stream()
        .map(e -> new DailyAnchor.Head(e.dossierId(), e.ordinal(), e.hash()))
        .toList();
  }

  @Override
  public Optional<DailyAnchor> lastAnchor() {
    return Optional.ofNullable(rows().anchors.lastEntry()).map(Map.Entry::getValue);
  }

  @Override
  public void insert(DailyAnchor anchor) {
    rows().anchors.putIfAbsent(anchor.day(), anchor);
  }

  @Override
  public Optional<DailyAnchor> anchor(LocalDate day) {
    return Optional.ofNullable(rows().anchors.get(day));
  }

  @Override
  public void enqueue(List<OutgoingMail> mails, Instant now) {
    for (OutgoingMail mail : mails) {
      requireUnique(rows().outbox.containsKey(mail.id()), "mail");
      rows().outbox.put(mail.id(), new Mail(mail, Optional.of(now), Optional.empty(), ""));
    }
  }

  @Override
  public List<OutgoingMail> lockDueMails(Instant now, int atMost) {
    return rows().outbox.values().stream()
        .filter(m -> m.due().isPresent() && !m.due().get().isAfter(now))
        .sorted(Comparator.comparing(m -> m.due().orElseThrow()))
        .limit(atMost)
        .map(Mail::mail)
        .toList();
  }

  @Override
  public void mailSent(String id, Instant at) {
    tried(id, Optional.empty(), Optional.of(at), "");
  }

  @Override
  public void mailFailed(String id, String why, Instant nextTry) {
    tried(id, Optional.of(nextTry), Optional.empty(), why);
  }

  private void tried(String id, Optional<Instant> due, Optional<Instant> sentAt, String error) {
    OutgoingMail m = rows().outbox.get(id).mail();
    OutgoingMail again =
        new OutgoingMail(
            m.id(),
            m.dossierId(),
            m.to(),
            m.subject(),
            m.body(),
            m.attachments(),
            m.attempts() + 1);
    rows().outbox.put(id, new Mail(again, due, sentAt, error));
  }

  private Optional<Dossier> firstDossier(Predicate<Dossier> which) {
    return rows().dossiers.values().stream().filter(which).findFirst();
  }
}
