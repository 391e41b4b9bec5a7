package vn.ttdn.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import vn.ttdn.core.audit.AuditEntry;
import vn.ttdn.core.audit.DailyAnchor;
import vn.ttdn.core.mail.OutgoingMail;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterKey;

/**
 * The ledger in the host's own database and transaction. It joins the Spring transaction that the
 * host opened on the same data source; without one, every method fails.
 */
public final class SqlLedger implements Ledger {
  private final DossierTable dossiers;
  private final DecisionTable decisions;
  private final RegisterTable registers;
  private final AuditTable audit;
  private final OutboxTable outbox;

  /**
   * Makes a ledger.
   *
   * @param dataSource the one that the host's transaction manager manages
   */
  public SqlLedger(DataSource dataSource) {
    Sql sql = new Sql(dataSource);
    this.dossiers = new DossierTable(sql);
    this.decisions = new DecisionTable(sql, dossiers.memory());
    this.registers = new RegisterTable(sql);
    this.audit = new AuditTable(sql);
    this.outbox = new OutboxTable(sql);
  }

  @Override
  public void insert(Dossier dossier) {
    dossiers.insert(dossier);
  }

  @Override
  public Optional<Dossier> dossier(String id) {
    return dossiers.find(id);
  }

  @Override
  public Optional<Dossier> lock(String id) {
    return dossiers.lock(id);
  }

  @Override
  public Optional<Dossier> lockByProcess(String processId) {
    return dossiers.lockByProcess(processId);
  }

  @Override
  public Optional<Dossier> lockByTask(String taskId) {
    return dossiers.lockByTask(taskId);
  }

  @Override
  public Optional<Decision> decisionAtTask(String taskId) {
    return decisions.atTask(taskId);
  }

  @Override
  public void update(Dossier dossier) {
    dossiers.update(dossier);
  }

  @Override
  public Page<Dossier> dossiers(DossierQuery query) {
    return dossiers.page(query);
  }

  @Override
  public List<Dossier> waitingFor(Person person, int atMost) {
    return dossiers.waitingFor(person, atMost);
  }

  @Override
  public void insert(Decision decision) {
    decisions.insert(decision);
  }

  @Override
  public Optional<Decision> lastDecision(String dossierId) {
    return decisions.last(dossierId);
  }

  @Override
  public List<Decision> decisions(String dossierId) {
    return decisions.of(dossierId);
  }

  @Override
  public long nextNumber(RegisterKey key, long first) {
    return registers.nextNumber(key, first);
  }

  @Override
  public void insert(RegisterEntry entry) {
    registers.insert(entry);
    dossiers.symbolGiven(entry.dossierId(), entry.symbol());
  }

  @Override
  public Page<RegisterEntry> register(RegisterKey key, String text, int offset, int limit) {
    return registers.page(key, text, offset, limit);
  }

  @Override
  public List<Integer> registerYears(String body, String register) {
    return registers.years(body, register);
  }

  @Override
  public Optional<RegisterEntry> registerEntryOf(String dossierId) {
    return registers.of(dossierId);
  }

  @Override
  public void insert(IssuedRecord record) {
    registers.insert(record);
  }

  @Override
  public Optional<IssuedRecord> record(String recordId) {
    return registers.record(recordId);
  }

  @Override
  public List<IssuedRecord> records(String dossierId) {
    return registers.records(dossierId);
  }

  @Override
  public void append(AuditEntry entry) {
    audit.append(entry);
  }

  @Override
  public List<AuditEntry> audit(String dossierId) {
    return audit.of(dossierId);
  }

  @Override
  public List<DailyAnchor.Head> auditHeads(Instant from, Instant to) {
    return audit.heads(from, to);
  }

  @Override
  public Optional<DailyAnchor> lastAnchor() {
    return audit.last();
  }

  @Override
  public void insert(DailyAnchor anchor) {
    audit.insert(anchor);
  }

  @Override
  public Optional<DailyAnchor> anchor(LocalDate day) {
    return audit.of(day);
  }

  @Override
  public void enqueue(List<OutgoingMail> mails, Instant now) {
    outbox.enqueue(mails, now);
  }

  @Override
  public List<OutgoingMail> lockDueMails(Instant now, int atMost) {
    return outbox.lockDue(now, atMost);
  }

  @Override
  public void mailSent(String id, Instant at) {
    outbox.sent(id, at);
  }

  @Override
  public void mailFailed(String id, String why, Instant nextTry) {
    outbox.failed(id, why, nextTry);
  }
}
