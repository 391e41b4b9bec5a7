package vn.ttdn.core.answers;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;
import vn.ttdn.core.audit.AuditTrail;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.mail.Notices;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.DocumentIntake;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.TaskVariables;
import vn.ttdn.core.port.RecordToFreeze;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.register.IncomingEntry;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RecordFacts;
import vn.ttdn.core.register.RegisterConfig;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;
import vn.ttdn.core.text.Dates;
import vn.ttdn.core.text.Fold;

/** What people do with answers. Every method runs inside the caller's transaction. */
public final class Answers {
  private static final int MAX_TEXT = 4000;

  private final Host host;
  private final AnswerFlow flow;
  private final AuditTrail audit;
  private final Notices notices;
  private final DocumentIntake intake;

  public Answers(Host host, AnswerFlow flow) {
    this.host = host;
    this.flow = flow;
    this.audit = new AuditTrail(host.ledger());
    this.notices = new Notices(host);
    this.intake = new DocumentIntake(host);
  }

  /** An answer that the current person may read. */
  public Answer readable(String id) {
    Answer answer = host.ledger().answer(id).orElseThrow(Answers::unknown);
    Dossier dossier = host.ledger().dossier(answer.dossierId()).orElseThrow();
    host.rights().mayReadAnswer(host.currentPerson().get(), answer, dossier).orThrow();
    return answer;
  }

  /** Hands in an answer's file, or its next version, before it is decided. */
  public StoredDocument put(String id, IncomingFile file) {
    Person person = host.currentPerson().get();
    Locked locked = lock(id);
    flow.mayDecide(person, AnswerStep.GIVE, locked.answer);
    return intake.take(person, locked.dossier, DocumentSlot.answer(id), file);
  }

  /** Decides an answer's open task for the current person; the engine calls the flow back. */
  public Answer decide(Answer answer, Map<String, String> variables) {
    Person person = host.currentPerson().get();
    readable(answer.id());
    // Asked again at completion; asked here so that no host refuses first in words of its own.
    flow.mayDecide(person, answer.step().orElseThrow(() -> notInThisState(answer)), answer);
    host.workflow().complete(answer.taskId().orElseThrow(), variables);
    return host.ledger().answer(answer.id()).orElseThrow();
  }

  /**
   * Gia hạn: moves an answer's day; the day as first asked for stays.
   *
   * @throws Refusal {@code extension-invalid} unless it is later than the present one and not past
   */
  public Answer extend(String id, LocalDate day, String reason) {
    Locked locked = following(id);
    String why = text(reason, "reason", "extension-reason-missing");
    if (!locked.answer.state().owed()) {
      throw notInThisState(locked.answer);
    }
    if (!day.isAfter(locked.answer.dueOn()) || day.isBefore(host.today())) {
      throw Refusal.ofField(
          "dueOn",
          "extension-invalid",
          day.format(Dates.DAY),
          locked.answer.dueOn().format(Dates.DAY));
    }
    Answer extended = locked.answer.extendedTo(day);
    host.ledger().update(extended);
    add(locked, extended, AnswerEvent.Kind.EXTENDED, day, why);
    notices.answerExtended(locked.dossier, extended, why, host.now());
    return extended;
  }

  /** Adds a dated phone note (7, risk 2), as long as the dossier is on its way. */
  public Answer note(String id, LocalDate day, String note) {
    Locked locked = following(id);
    String text = text(note, "text", "note-missing");
    if (day.isAfter(host.today()) || day.isBefore(locked.answer.askedOn())) {
      throw Refusal.ofField("on", "note-day-invalid", day.format(Dates.DAY));
    }
    add(locked, locked.answer, AnswerEvent.Kind.NOTE, day, text);
    return locked.answer;
  }

  /**
   * What the clerk writes into the register of incoming documents.
   *
   * @param arrivedOn day of arrival; not in the future, not before the letter that asks
   * @param symbol number and symbol that the sender gave it; may be empty
   * @param issuedOn the document's own date
   * @param subject trích yếu
   */
  public record Arrival(LocalDate arrivedOn, String symbol, LocalDate issuedOn, String subject) {}

  /**
   * Registers the answer of a body without account: arrival number, record, and the answer is
   * received.
   *
   * @param round the round that the document says it answers, if the clerk named one
   * @throws Refusal {@code answer-of-another-round}, or naming the field that is wrong
   */
  public IncomingEntry register(
      String id, Optional<Integer> round, Arrival arrival, IncomingFile file) {
    Person person = host.currentPerson().get();
    host.rights().mayRegisterIncoming(person).orThrow();
    Locked locked = lock(id);
    Answer answer = locked.answer;
    if (round.filter(r -> r != answer.round()).isPresent()) {
      throw Refusal.ofField("round", "answer-of-another-round", answer.round());
    }
    flow.mayDecide(person, AnswerStep.GIVE, answer);
    checkDays(arrival, answer);
    String symbol = line(arrival.symbol(), "symbol");
    String subject = line(arrival.subject(), "subject");
    StoredDocument stored = intake.take(person, locked.dossier, DocumentSlot.answer(id), file);
    String body = host.organisation().get().agency().code();
    RegisterKey key = new RegisterKey(body, RegisterConfig.INCOMING, arrival.arrivedOn().getYear());
    IncomingEntry entry =
        new IncomingEntry(
            key,
            host.ledger().nextNumber(key, 1),
            arrival.arrivedOn(),
            answer.asked().name(),
            symbol,
            arrival.issuedOn(),
            subject.isEmpty() ? locked.dossier.title() : subject,
            locked.dossier.id(),
            id,
            "",
            person.userName(),
            host.now());
    Dossier dossier = host.ledger().lock(locked.dossier.id()).orElseThrow();
    String recordId =
        host.documents().freeze(new RecordToFreeze(dossier, stored, facts(entry, dossier)));
    IncomingEntry registered = entry.withRecord(recordId);
    host.ledger().insert(registered);
    host.ledger()
        .insert(
            new IssuedRecord(
                recordId,
                dossier.id(),
                DocumentKind.UNIT_ANSWER,
                answer.round(),
                Optional.empty(),
                stored.id(),
                stored.version(),
                stored.name(),
                stored.mimeType(),
                stored.size(),
                stored.sha256(),
                host.now()));
    host.ledger()
        .update(
            audit.write(
                dossier,
                host.now(),
                person.userName(),
                "incoming.registered",
                Map.of(
                    "answer", id,
                    "number", entry.number(),
                    "arrivedOn", entry.arrivedOn().toString(),
                    "sender", entry.sender(),
                    "symbol", entry.symbol(),
                    "record", recordId)));
    host.workflow()
        .complete(
            answer.taskId().orElseThrow(),
            Map.of(TaskVariables.OUTCOME, AnswerOutcome.ANSWERED.code()));
    return registered;
  }

  private void checkDays(Arrival arrival, Answer answer) {
    LocalDate today = host.today();
    if (arrival.arrivedOn().isAfter(today) || arrival.arrivedOn().isBefore(answer.askedOn())) {
      throw Refusal.ofField(
          "arrivedOn",
          "arrival-day-invalid",
          arrival.arrivedOn().format(Dates.DAY),
          answer.askedOn().format(Dates.DAY));
    }
    if (arrival.issuedOn().isAfter(arrival.arrivedOn())) {
      throw Refusal.ofField(
          "issuedOn", "issued-after-arrival", arrival.issuedOn().format(Dates.DAY));
    }
  }

  private static RecordFacts facts(IncomingEntry entry, Dossier dossier) {
    return new RecordFacts(
        DocumentKind.UNIT_ANSWER,
        entry.number(),
        entry.symbol(),
        entry.subject(),
        entry.issuedOn(),
        "",
        "",
        List.of(),
        dossier.unit(),
        entry.registeredBy(),
        Optional.empty());
  }

  /**
   * The answer that a letter of ours waits for from a sender, for who has the paper in his hand.
   * Symbols come again every year: the newest letter is meant.
   *
   * @param symbol number and symbol of our letter
   * @param sender who answers, as addressed; with or without diacritics
   * @throws Refusal {@code answer-not-found}
   */
  public Answer find(String symbol, String sender) {
    host.rights().mayRegisterIncoming(host.currentPerson().get()).orThrow();
    return host.ledger().answersAsked(symbol.strip()).stream()
        .filter(a -> Fold.fold(a.asked().name()).equals(Fold.fold(sender)))
        .max(Comparator.comparing(Answer::askedOn))
        .orElseThrow(() -> Refusal.ofField("sender", "answer-not-found", sender, symbol));
  }

  private void add(
      Locked locked, Answer answer, AnswerEvent.Kind kind, LocalDate day, String text) {
    String person = host.currentPerson().get().userName();
    flow.happened(answer, kind, day, text, person, Optional.empty());
    host.ledger()
        .update(
            audit.write(
                locked.dossier,
                host.now(),
                person,
                "answer." + kind.name().toLowerCase(java.util.Locale.ROOT),
                Map.of(
                    "answer", answer.id(),
                    "asked", answer.asked().name(),
                    "on", day.toString(),
                    "text", text)));
  }

  private record Locked(Dossier dossier, Answer answer) {}

  private Locked lock(String id) {
    Answer answer = readable(id);
    Dossier dossier = host.ledger().lock(answer.dossierId()).orElseThrow();
    return new Locked(dossier, host.ledger().lockAnswer(id).orElseThrow());
  }

  /** Locked for the Specialist who follows the answers. */
  private Locked following(String id) {
    Locked locked = lock(id);
    host.rights().may(host.currentPerson().get(), Action.FOLLOW_ANSWERS, locked.dossier).orThrow();
    return locked;
  }

  private static String text(String raw, String field, String missing) {
    String text = raw == null ? "" : Fold.nfc(raw);
    if (text.isEmpty()) {
      throw Refusal.ofField(field, missing);
    }
    if (text.length() > MAX_TEXT) {
      throw Refusal.ofField(field, "comment-too-long", MAX_TEXT);
    }
    return text;
  }

  private static String line(String raw, String field) {
    String line = raw == null ? "" : Fold.nfc(raw);
    if (line.length() > 500 || line.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.ofField(field, "line-invalid", 500);
    }
    return line;
  }

  private static Refusal notInThisState(Answer answer) {
    Refusal.Label state = answer.state()::label;
    return Refusal.of(Kind.CONFLICT, "answer-not-in-this-state", state);
  }

  private static Refusal unknown() {
    return Refusal.of(Kind.NOT_FOUND, "answer-unknown");
  }
}
