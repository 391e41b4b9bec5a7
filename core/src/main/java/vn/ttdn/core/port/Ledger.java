package vn.ttdn.core.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ttdn.core.audit.AuditEntry;
import vn.ttdn.core.audit.DailyAnchor;
import vn.ttdn.core.mail.OutgoingMail;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.register.Dispatch;
import vn.ttdn.core.register.IncomingEntry;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterKey;

/**
 * The facts of the work. Every method runs in the host's current transaction and fails if there is
 * none; one implementation serves both hosts.
 */
public interface Ledger extends AnswerBook, DelegationBook, RetentionBook {

  /** Adds a new dossier. */
  void insert(Dossier dossier);

  /** Reads without locking. */
  Optional<Dossier> dossier(String id);

  /** Reads and locks the dossier's row until the transaction ends: one step at a time. */
  Optional<Dossier> lock(String id);

  /** The dossier of a process instance, locked. */
  Optional<Dossier> lockByProcess(String processId);

  /** The dossier whose open task this is, locked; empty once somebody else has decided it. */
  Optional<Dossier> lockByTask(String taskId);

  /** The last decision at a task, to tell who was faster. */
  Optional<Decision> decisionAtTask(String taskId);

  /** Writes every column of a locked dossier. */
  void update(Dossier dossier);

  /**
   * One page of the dossiers that the person may read, newest change first.
   *
   * @param query what is looked for; empty parts do not restrict
   */
  Page<Dossier> dossiers(DossierQuery query);

  /** The letters apart that belong to a plan, oldest first. */
  List<Dossier> letters(String planId);

  /** The dossiers whose open step waits for the person, by due day, then the longest waiting. */
  List<Dossier> waitingFor(Person person, int atMost);

  /** How many these are. */
  long waitingCount(Person person);

  /** The dossiers on their way that somebody drafts or has drafted. */
  List<Dossier> runningDraftsOf(String userName);

  void insert(Decision decision);

  /** The newest decision of a dossier; empty before the first. */
  Optional<Decision> lastDecision(String dossierId);

  /** A dossier's decisions in the order in which they were taken. */
  List<Decision> decisions(String dossierId);

  /**
   * The next number of a series. Locks the series until the transaction ends, so that a number
   * exists only from the transaction that issues the document, and none is skipped by a failure.
   *
   * @param first the number that a series starts with
   */
  long nextNumber(RegisterKey key, long first);

  /**
   * Locks a series whose numbers are given elsewhere until the transaction ends, so that two who
   * type the same one come one after the other.
   */
  void lockSeries(RegisterKey key);

  /** The last number that a series has given; empty if it has not begun here. */
  Optional<Long> lastNumber(RegisterKey key);

  /**
   * Sets the last number of a series, for one that began elsewhere.
   *
   * @throws IllegalArgumentException if the series has given a higher one already
   */
  void setLastNumber(RegisterKey key, long last);

  void insert(RegisterEntry entry);

  /** The entry with that number; empty if the series has none. */
  Optional<RegisterEntry> registerEntry(RegisterKey key, long number);

  /** A page of a register in the order of its numbers; an empty text does not restrict. */
  Page<RegisterEntry> register(RegisterKey key, String text, int offset, int limit);

  /** The years in which a body's register has entries, newest first. */
  List<Integer> registerYears(String body, String register);

  /** The entry of a record; empty for an enclosure and for what came in. */
  Optional<RegisterEntry> registerEntryOf(String recordId);

  /** A dossier's entries in the order in which their numbers were given. */
  List<RegisterEntry> registerEntries(String dossierId);

  /** The entries of what corrects, replaces or recalls a record, oldest first. */
  List<RegisterEntry> relatedTo(String recordId);

  void insert(Dispatch dispatch);

  /** What was sent to whom of a record, in order; a mail tells when it left. */
  List<Dispatch> dispatches(String recordId);

  void insert(IncomingEntry entry);

  /** A page of the register of incoming documents; an empty text does not restrict. */
  Page<IncomingEntry> incoming(RegisterKey key, String text, int offset, int limit);

  List<Integer> incomingYears(String body);

  /** What came in as an answer, in order. */
  List<IncomingEntry> incomingOf(String answerId);

  void insert(IssuedRecord record);

  Optional<IssuedRecord> record(String recordId);

  List<IssuedRecord> records(String dossierId);

  void append(AuditEntry entry);

  /** A dossier's audit chain in order. */
  List<AuditEntry> audit(String dossierId);

  /** Heads of all chains that changed in {@code [from, to)}, by dossier id. */
  List<DailyAnchor.Head> auditHeads(Instant from, Instant to);

  Optional<DailyAnchor> lastAnchor();

  /** Adds the anchor of a day; does nothing if the day has one already. */
  void insert(DailyAnchor anchor);

  Optional<DailyAnchor> anchor(LocalDate day);

  void enqueue(List<OutgoingMail> mails, Instant now);

  /** Locks up to {@code atMost} mails that are due, passing over those locked by another node. */
  List<OutgoingMail> lockDueMails(Instant now, int atMost);

  void mailSent(String id, Instant at);

  void mailFailed(String id, String why, Instant nextTry);

  /** One page of a list. */
  record Page<T>(List<T> items, long total) {
    public Page {
      items = List.copyOf(items);
    }
  }

  /**
   * What is looked for among dossiers.
   *
   * @param reader whose reading rights restrict the list
   * @param text folded words that must all occur in title, number, unit or year; may be empty
   * @param state only that state, if given
   */
  record DossierQuery(
      Person reader, String text, Optional<DossierState> state, int offset, int limit) {}
}
