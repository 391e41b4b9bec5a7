package vn.ttdn.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerEvent;
import vn.ttdn.core.audit.AuditEntry;
import vn.ttdn.core.audit.DailyAnchor;
import vn.ttdn.core.delegation.Delegation;
import vn.ttdn.core.mail.OutgoingMail;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.register.Dispatch;
import vn.ttdn.core.register.IncomingEntry;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.core.retention.Hold;

/**
 * The ledger in the host's own database and transaction. It joins the Spring transaction that the
 * host opened on the same data source; without one, every method fails.
 */
public final class SqlLedger implements Ledger {
  private final DossierTable dossiers;
  private final DecisionTable decisions;
  private final AnswerTable answers;
  private final DelegationTable delegations;
  private final KeepingTable keeping;
  private final RegisterTable registers;
  private final RecordTable records;
  private final IncomingTable incoming;
  private final AuditTable audit;
  private final OutboxTable outbox;

  /**
   * Makes a ledger that writes what becomes of a dossier once, before the commit.
   *
   * @param dataSource the one that the host's transaction manager manages
   */
  public SqlLedger(DataSource dataSource) {
    this(dataSource, false);
  }

  private SqlLedger(DataSource dataSource, boolean atOnce) {
    Sql sql = new Sql(dataSource);
    this.dossiers = new DossierTable(sql, atOnce);
    this.decisions = new DecisionTable(sql, dossiers.memory());
    this.answers = new AnswerTable(sql, dossiers.memory());
    this.delegations = new DelegationTable(sql);
    this.keeping = new KeepingTable(sql);
    this.registers = new RegisterTable(sql);
    this.records = new RecordTable(sql);
    this.incoming = new IncomingTable(sql);
    this.audit = new AuditTable(sql);
    this.outbox = new OutboxTable(sql);
  }

  /**
   * Makes a ledger for a host that works while a transaction is already being committed, as
   * Alfresco does with folder rules. Spring asks nobody who comes then for a last word before the
   * commit, so that every change is written at once.
   *
   * @param dataSource the one that the host's transaction manager manages
   */
  public static SqlLedger writingAtOnce(DataSource dataSource) {
    return new SqlLedger(dataSource, true);
  }

  /**
   * Has a transaction write once, before its commit, all the same; called where it begins and its
   * commit has certainly not.
   */
  public void deferWrites() {
    dossiers.memory().defer();
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
  public List<Dossier> letters(String planId) {
    return dossiers.letters(planId);
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
  public void lockSeries(RegisterKey key) {
    registers.lock(key);
  }

  @Override
  public Optional<Long> lastNumber(RegisterKey key) {
    return registers.lastNumber(key);
  }

  @Override
  public void setLastNumber(RegisterKey key, long last) {
    registers.setLastNumber(key, last);
  }

  @Override
  public void insert(RegisterEntry entry) {
    registers.insert(entry);
    dossiers.symbolGiven(entry.dossierId(), entry.symbol());
  }

  @Override
  public Optional<RegisterEntry> registerEntry(RegisterKey key, long number) {
    return registers.entry(key, number);
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
  public Optional<RegisterEntry> registerEntryOf(String recordId) {
    return registers.ofRecord(recordId);
  }

  @Override
  public List<RegisterEntry> registerEntries(String dossierId) {
    return registers.ofDossier(dossierId);
  }

  @Override
  public List<RegisterEntry> relatedTo(String recordId) {
    return registers.relatedTo(recordId);
  }

  @Override
  public void insert(Dispatch dispatch) {
    records.insert(dispatch);
  }

  @Override
  public List<Dispatch> dispatches(String recordId) {
    return records.dispatches(recordId);
  }

  @Override
  public void insert(IncomingEntry entry) {
    incoming.insert(entry);
  }

  @Override
  public Page<IncomingEntry> incoming(RegisterKey key, String text, int offset, int limit) {
    return incoming.page(key, text, offset, limit);
  }

  @Override
  public List<Integer> incomingYears(String body) {
    return incoming.years(body);
  }

  @Override
  public List<IncomingEntry> incomingOf(String answerId) {
    return incoming.ofAnswer(answerId);
  }

  @Override
  public void insert(IssuedRecord record) {
    records.insert(record);
  }

  @Override
  public Optional<IssuedRecord> record(String recordId) {
    return records.record(recordId);
  }

  @Override
  public List<IssuedRecord> records(String dossierId) {
    return records.ofDossier(dossierId);
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

  @Override
  public void insert(Answer answer) {
    answers.insert(answer);
  }

  @Override
  public Optional<Answer> answer(String id) {
    return answers.find(id);
  }

  @Override
  public Optional<Answer> answerByProcess(String processId) {
    return answers.byProcess(processId);
  }

  @Override
  public Optional<Answer> answerByTask(String taskId) {
    return answers.byTask(taskId);
  }

  @Override
  public Optional<Answer> lockAnswer(String id) {
    return answers.lock(id);
  }

  @Override
  public void update(Answer answer) {
    answers.update(answer);
  }

  @Override
  public List<Answer> answers(String dossierId) {
    return answers.ofDossier(dossierId);
  }

  @Override
  public List<Answer> answersWaitingFor(Person person, int atMost) {
    return answers.waitingFor(person, atMost);
  }

  @Override
  public List<Answer> answersAsked(String symbol) {
    return answers.asked(symbol);
  }

  @Override
  public List<Answer> answersOwedBefore(LocalDate day, int atMost) {
    return answers.owedBefore(day, atMost);
  }

  @Override
  public List<Answer> owedAnswers(Person reader, int atMost) {
    return answers.owed(reader, atMost);
  }

  @Override
  public void append(AnswerEvent event) {
    answers.append(event);
  }

  @Override
  public List<AnswerEvent> answerEventsOf(String dossierId) {
    return answers.eventsOf(dossierId);
  }

  @Override
  public List<AnswerEvent> answerEvents(String answerId) {
    return answers.events(answerId);
  }

  @Override
  public long waitingCount(Person person) {
    return dossiers.waitingCount(person);
  }

  @Override
  public long answersWaitingCount(Person person) {
    return answers.waitingCount(person);
  }

  @Override
  public long owedCount(Person reader) {
    return answers.owedCount(reader);
  }

  @Override
  public List<Dossier> runningDraftsOf(String userName) {
    return dossiers.runningDraftsOf(userName);
  }

  @Override
  public void insert(Delegation delegation) {
    delegations.insert(delegation);
  }

  @Override
  public Optional<Delegation> lockDelegation(String id) {
    return delegations.lock(id);
  }

  @Override
  public void update(Delegation delegation) {
    delegations.update(delegation);
  }

  @Override
  public List<Delegation> delegationsSince(LocalDate day) {
    return delegations.since(day);
  }

  @Override
  public Page<Dossier> endedPlans(Person reader, int offset, int limit) {
    return dossiers.endedPlans(reader, offset, limit);
  }

  @Override
  public List<Dossier> unannouncedPlans(Instant endedBefore, int atMost) {
    return dossiers.unannouncedPlans(endedBefore, atMost);
  }

  @Override
  public void announced(String dossierId, Instant at) {
    keeping.announced(dossierId, at);
  }

  @Override
  public void insert(Hold hold) {
    keeping.insert(hold);
  }

  @Override
  public void update(Hold hold) {
    keeping.update(hold);
  }

  @Override
  public List<Hold> holds(String dossierId) {
    return keeping.of(dossierId);
  }
}
