package vn.ttdn.core.rest;

import static vn.ttdn.core.rest.Labels.addressee;
import static vn.ttdn.core.rest.Labels.code;
import static vn.ttdn.core.rest.Routes.object;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.Host;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerEvent;
import vn.ttdn.core.answers.AnswerOutcome;
import vn.ttdn.core.answers.AnswerStep;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.register.IncomingEntry;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.schema.DocumentSlot;

/** What the contract shows of answers. */
final class AnswerViews {
  private final Host host;
  private final Labels labels;

  AnswerViews(Host host) {
    this.host = host;
    this.labels = new Labels(host);
  }

  /** One line of a list of answers. */
  Map<String, Object> summary(Answer answer, Locale locale) {
    return object(
        "id", answer.id(),
        "dossierId", answer.dossierId(),
        "round", answer.round(),
        "asked", addressee(answer.asked()),
        "askedOn", answer.askedOn().toString(),
        "dueOn", answer.dueOn().toString(),
        "firstDueOn", answer.firstDueOn().toString(),
        "state", code(answer.state().name(), answer.state().label(locale)),
        "late", answer.lateOn(host.today()),
        "receivedOn", answer.receivedOn().map(Object::toString).orElse(null),
        "noComment", answer.noComment(),
        "reason", answer.reason());
  }

  /** An answer in its dossier: how often somebody was reminded or phoned goes with it. */
  Map<String, Object> followed(Answer answer, List<AnswerEvent> events, Locale locale) {
    Map<String, Object> view = summary(answer, locale);
    view.put("reminders", count(answer, events, AnswerEvent.Kind.REMINDED));
    view.put("notes", count(answer, events, AnswerEvent.Kind.NOTE));
    return view;
  }

  private static long count(Answer answer, List<AnswerEvent> events, AnswerEvent.Kind kind) {
    return events.stream()
        .filter(e -> e.answerId().equals(answer.id()) && e.kind() == kind)
        .count();
  }

  /** An answer in a list over several dossiers: what it is about goes with it. */
  Map<String, Object> owed(Answer answer, Dossier dossier, Locale locale) {
    Map<String, Object> view = summary(answer, locale);
    view.put("subject", dossier.title());
    view.put("planYear", dossier.planYear());
    view.put("unit", labels.unit(dossier.unit(), locale));
    view.put("drafter", labels.person(dossier.drafter()));
    return view;
  }

  Map<String, Object> task(Answer answer, Dossier dossier, Locale locale) {
    AnswerStep step = answer.step().orElseThrow();
    return object(
        "id", answer.taskId().orElseThrow(),
        "kind", "answer",
        "step", object("id", step.id(), "clause", "", "label", step.label(locale)),
        "waitingSince", answer.askedOn().toString(),
        "dueOn", answer.dueOn().toString(),
        "late", answer.lateOn(host.today()),
        "outcomes", outcomes(step, locale),
        "answer", owed(answer, dossier, locale));
  }

  /** The whole answer with its letter, its files and its story. */
  Map<String, Object> answer(Answer answer, Locale locale) {
    Dossier dossier = host.ledger().dossier(answer.dossierId()).orElseThrow();
    Map<String, Object> view = owed(answer, dossier, locale);
    view.put("letter", letter(answer, locale));
    view.put(
        "versions",
        host.documents().documents(answer.dossierId()).stream()
            .filter(d -> d.slot().equals(DocumentSlot.answer(answer.id())))
            .flatMap(d -> host.documents().versions(answer.dossierId(), d.id()).stream())
            .map(this::version)
            .toList());
    view.put(
        "incoming",
        host.ledger().incomingOf(answer.id()).stream().map(e -> incoming(e, labels)).toList());
    view.put(
        "events",
        host.ledger().answerEvents(answer.id()).stream().map(e -> event(e, locale)).toList());
    Person person = host.currentPerson().get();
    boolean follows = host.rights().may(person, Action.FOLLOW_ANSWERS, dossier).isAllowed();
    boolean gives = host.rights().mayAnswer(person, answer).isAllowed();
    view.put("mayFollow", follows);
    view.put("mayRegister", answer.asked().unit().isEmpty() && answer.state().owed() && gives);
    Optional<AnswerStep> step = answer.step();
    boolean mine = step.isPresent() && (step.get() == AnswerStep.GIVE ? gives : follows);
    view.put("task", mine ? task(answer, dossier, locale) : null);
    return view;
  }

  /** The letter that asks, with what was enclosed: the asked unit reads these and no more. */
  private Map<String, Object> letter(Answer answer, Locale locale) {
    RegisterEntry entry = host.ledger().registerEntryOf(answer.recordId()).orElseThrow();
    return object(
        "symbol", entry.symbol(),
        "issuedOn", entry.issuedOn().toString(),
        "signer", entry.signerName(),
        "records",
            host.ledger().records(answer.dossierId()).stream()
                .filter(
                    r ->
                        r.recordId().equals(answer.recordId())
                            || r.enclosureOf().equals(Optional.of(answer.recordId())))
                .map(
                    r ->
                        object(
                            "id", r.recordId(),
                            "kind", labels.kind(r.kind(), locale),
                            "name", r.name(),
                            "size", r.size()))
                .toList());
  }

  private Map<String, Object> version(StoredDocument d) {
    return object(
        "version", d.version(),
        "name", d.name(),
        "mimeType", d.mimeType(),
        "size", d.size(),
        "createdBy", labels.person(d.createdBy()),
        "createdAt", d.createdAt().toString());
  }

  private static Map<String, Object> event(AnswerEvent e, Locale locale) {
    return object(
        "ordinal", e.ordinal(),
        "kind", code(e.kind().name(), e.kind().label(locale)),
        "on", e.on().toString(),
        "text", e.text(),
        "person", object("userName", e.actor(), "fullName", e.actorName()),
        "version", e.documentVersion().orElse(null),
        "at", e.at().toString());
  }

  Map<String, Object> incoming(IncomingEntry e, Labels names) {
    return object(
        "year", e.key().year(),
        "number", e.number(),
        "arrivedOn", e.arrivedOn().toString(),
        "sender", e.sender(),
        "symbol", e.symbol(),
        "issuedOn", e.issuedOn().toString(),
        "subject", e.subject(),
        "dossierId", e.dossierId(),
        "answerId", e.answerId(),
        "recordId", e.recordId(),
        "registeredBy", names.person(e.registeredBy()));
  }

  private static List<Map<String, Object>> outcomes(AnswerStep step, Locale locale) {
    return step.outcomes().stream()
        .map(
            o ->
                object(
                    "code", o.code(),
                    "label", o.label(locale),
                    "needsReason", o == AnswerOutcome.RETURNED))
        .toList();
  }
}
