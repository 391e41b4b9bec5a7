package vn.ttdn.core.answers;

import static vn.ttdn.core.Refusal.Kind.CONFLICT;
import static vn.ttdn.core.Refusal.Kind.NOT_FOUND;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.audit.AuditTrail;
import vn.ttdn.core.mail.Notices;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.Completion;
import vn.ttdn.core.plan.DocumentIntake;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.LetterCase;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.ProcedureFlow;
import vn.ttdn.core.plan.StartForm;
import vn.ttdn.core.plan.TaskFile;
import vn.ttdn.core.plan.TaskVariables;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.register.IncomingEntry;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.schema.DocumentSlot;

/**
 * The flow of one unit's answer (after 6.2.4 and 6.2.8): given, examined, and given again if it was
 * not as asked. The dossier's row is locked before the answer's, always.
 */
public final class AnswerFlow implements ProcedureFlow {
  /** The fact of a decision that names who had not answered when it was taken. */
  public static final String WITHOUT_ANSWER = "withoutAnswer";

  private static final int MAX_COMMENT = 4000;

  private final Host host;
  private final AuditTrail audit;
  private final Notices notices;
  private final DocumentIntake intake;
  private final ThreadLocal<String> starting = new ThreadLocal<>();

  public AnswerFlow(Host host) {
    this.host = host;
    this.audit = new AuditTrail(host.ledger());
    this.notices = new Notices(host);
    this.intake = new DocumentIntake(host);
  }

  /** Asks everybody whom an issued letter is addressed to, each in a process of his own. */
  public void ask(Dossier dossier, int round, String recordId) {
    RegisterEntry letter = host.ledger().registerEntryOf(recordId).orElseThrow();
    LocalDate due =
        dossier
            .handling()
            .answersDueOn()
            .filter(day -> !day.isBefore(letter.issuedOn()))
            .orElseGet(() -> host.organisation().get().deadlines().answersDueOn(letter.issuedOn()));
    for (Addressee addressee : letter.addressees()) {
      Answer answer =
          new Answer(
              UUID.randomUUID().toString(),
              dossier.id(),
              round,
              addressee,
              recordId,
              letter.issuedOn(),
              due,
              due,
              AnswerState.WAITING,
              Optional.empty(),
              false,
              "",
              Optional.empty(),
              Optional.empty());
      host.ledger().insert(answer);
      happened(
          answer,
          AnswerEvent.Kind.ASKED,
          due,
          letter.symbol(),
          letter.issuedBy(),
          Optional.empty());
      starting.set(answer.id());
      try {
        host.workflow().start(Procedure.UNIT_ANSWER, answer.id(), List.of(recordId));
      } finally {
        starting.remove();
      }
      notices.answerAsked(dossier, answer, host.now());
    }
  }

  /** The dossier has ended: nobody owes it anything any more. */
  public void close(Dossier dossier) {
    for (Answer open : host.ledger().answers(dossier.id())) {
      if (!open.state().ended()) {
        Answer closed = host.ledger().lockAnswer(open.id()).orElseThrow().closed();
        host.ledger().update(closed);
        happened(
            closed,
            AnswerEvent.Kind.CLOSED,
            host.today(),
            "",
            host.currentPerson().get().userName(),
            Optional.empty());
        closed.processId().ifPresent(host.workflow()::cancel);
      }
    }
  }

  /**
   * What is written down when the Specialist goes on (6.2.5, 6.2.9) while answers to an earlier
   * letter are owed: an answer that comes later does not make it undone.
   */
  public Map<String, List<String>> goingOnWithout(Dossier dossier) {
    List<String> names =
        host.ledger().answers(dossier.id()).stream()
            .filter(answer -> answer.round() < dossier.round() && answer.state().owed())
            .map(answer -> answer.asked().name())
            .distinct()
            .toList();
    return names.isEmpty() ? Map.of() : Map.of(WITHOUT_ANSWER, names);
  }

  /** A reminder letter was issued to those who owe an answer. */
  public void reminded(LetterCase letter, RegisterEntry entry) {
    for (Answer asked : host.ledger().answers(letter.planId())) {
      Answer answer = locked(asked);
      boolean addressed =
          entry.addressees().stream().anyMatch(a -> a.name().equals(answer.asked().name()));
      if (answer.round() == letter.round() && answer.state().owed() && addressed) {
        happened(
            answer,
            AnswerEvent.Kind.REMINDED,
            entry.issuedOn(),
            entry.symbol(),
            entry.issuedBy(),
            Optional.empty());
      }
    }
  }

  @Override
  public String started(String processId, Supplier<StartForm> form) {
    String answerId = starting.get();
    if (answerId == null) {
      throw Refusal.of(CONFLICT, "start-not-here");
    }
    Answer answer = host.ledger().lockAnswer(answerId).orElseThrow().withProcess(processId);
    host.ledger().update(answer);
    return host.ledger().dossier(answer.dossierId()).orElseThrow().title();
  }

  @Override
  public int entry(String processId) {
    return 1;
  }

  @Override
  public List<String> candidates(String processId, String who) {
    Answer answer = byProcess(processId);
    Organisation organisation = host.organisation().get();
    return answer
        .asked()
        .unit()
        .map(
            unit ->
                Stream.of(Role.DEPARTMENT_HEAD, Role.SPECIALIST)
                    .map(role -> new RoleAt(role, unit).groupName())
                    .toList())
        .orElseGet(() -> List.of(organisation.roleAt(Role.AGENCY_CLERK, "").groupName()));
  }

  @Override
  public String assignee(String processId) {
    return host.ledger().dossier(byProcess(processId).dossierId()).orElseThrow().drafter();
  }

  @Override
  public void arrived(String processId, String taskId, String stepId) {
    Answer answer = locked(byProcess(processId));
    if (answer.step().orElse(null) != step(stepId)) {
      throw new IllegalStateException(
          "the engine opened " + stepId + ", the ledger expects " + answer.state());
    }
    host.ledger().update(answer.withTask(taskId));
  }

  @Override
  public void assigned(String processId, String taskId, String stepId, String userName) {
    Answer answer = byProcess(processId);
    if (answer.taskId().equals(Optional.of(taskId))) {
      Person person =
          host.directory()
              .person(userName)
              .orElseThrow(() -> Refusal.of(NOT_FOUND, "person-unknown", userName));
      mayDecide(person, step(stepId), answer);
    }
  }

  @Override
  public void completing(String processId, String taskId, String stepId, Completion completion) {
    Person person = host.currentPerson().get();
    Answer found = byProcess(processId);
    Dossier dossier = host.ledger().lock(found.dossierId()).orElseThrow();
    Answer answer = host.ledger().lockAnswer(found.id()).orElseThrow();
    AnswerStep step = step(stepId);
    if (!answer.taskId().equals(Optional.of(taskId))) {
      throw Refusal.of(NOT_FOUND, "task-unknown");
    }
    AnswerOutcome outcome = outcome(step, completion.text(TaskVariables.OUTCOME));
    mayDecide(person, step, answer);
    String comment = completion.text(TaskVariables.COMMENT);
    if (comment.length() > MAX_COMMENT) {
      throw Refusal.ofField("comment", "comment-too-long", MAX_COMMENT);
    }
    switch (outcome) {
      case ANSWERED -> {
        Optional<IncomingEntry> arrived = arrival(answer);
        if (answer.asked().unit().isEmpty() && arrived.isEmpty()) {
          throw Refusal.of(CONFLICT, "answer-not-registered");
        }
        Dossier withFile =
            completion
                .file(TaskFile.ANSWER)
                .map(
                    file -> {
                      intake.take(person, dossier, DocumentSlot.answer(answer.id()), file);
                      return host.ledger().lock(dossier.id()).orElseThrow();
                    })
                .orElse(dossier);
        StoredDocument file = requireFile(answer);
        given(withFile, answer, false, arrived, comment, Optional.of(file.version()), person);
      }
      case NO_COMMENT -> {
        if (answer.asked().unit().isEmpty() && comment.isEmpty()) {
          throw Refusal.ofField("comment", "no-comment-needs-source");
        }
        given(dossier, answer, true, Optional.empty(), comment, Optional.empty(), person);
      }
      case ACCEPTED, RETURNED -> examined(dossier, answer, outcome, comment, person);
    }
  }

  private void given(
      Dossier dossier,
      Answer answer,
      boolean withoutComment,
      Optional<IncomingEntry> arrived,
      String comment,
      Optional<String> version,
      Person person) {
    // What comes on paper came in on the day of its stamp, whenever it was registered.
    LocalDate day = arrived.map(IncomingEntry::arrivedOn).orElseGet(host::today);
    Answer given = answer.given(withoutComment, day);
    host.ledger().update(given);
    AnswerEvent.Kind kind =
        withoutComment ? AnswerEvent.Kind.NO_COMMENT : AnswerEvent.Kind.RECEIVED;
    happened(given, kind, day, comment, person.userName(), version);
    write(dossier, given, kind, comment, person);
    notices.answerReceived(dossier, given, host.now());
  }

  private void examined(
      Dossier dossier, Answer answer, AnswerOutcome outcome, String comment, Person person) {
    boolean asAsked = outcome == AnswerOutcome.ACCEPTED;
    if (!asAsked && comment.isEmpty()) {
      throw Refusal.ofField("comment", "reason-missing");
    }
    Answer examined = answer.examined(asAsked, comment);
    host.ledger().update(examined);
    AnswerEvent.Kind kind = asAsked ? AnswerEvent.Kind.ACCEPTED : AnswerEvent.Kind.NOT_AS_ASKED;
    happened(examined, kind, host.today(), comment, person.userName(), Optional.empty());
    write(dossier, examined, kind, comment, person);
    if (!asAsked) {
      notices.answerReturned(dossier, examined, host.now());
    }
  }

  private void write(
      Dossier dossier, Answer answer, AnswerEvent.Kind kind, String comment, Person person) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("answer", answer.id());
    facts.put("round", answer.round());
    facts.put("asked", answer.asked().name());
    facts.put("comment", comment);
    host.ledger()
        .update(
            audit.write(
                dossier,
                host.now(),
                person.userName(),
                "answer." + kind.name().toLowerCase(java.util.Locale.ROOT),
                facts));
  }

  /** Adds to an answer's story. */
  void happened(
      Answer answer,
      AnswerEvent.Kind kind,
      LocalDate on,
      String text,
      String actor,
      Optional<String> version) {
    Instant now = host.now();
    int ordinal = host.ledger().answerEvents(answer.id()).size() + 1;
    String name = host.directory().person(actor).map(Person::fullName).orElse(actor);
    host.ledger()
        .append(new AnswerEvent(answer.id(), ordinal, kind, on, text, actor, name, now, version));
  }

  /** An answer is a file: handed in since it was asked for, or asked for again. */
  private StoredDocument requireFile(Answer answer) {
    Optional<Instant> returned = lastReturn(answer);
    return host.documents().documents(answer.dossierId()).stream()
        .filter(d -> d.slot().equals(DocumentSlot.answer(answer.id())))
        .filter(d -> returned.isEmpty() || d.createdAt().isAfter(returned.get()))
        .findFirst()
        .orElseThrow(() -> Refusal.ofField("file", "answer-file-missing"));
  }

  /** What the clerk registered since it was asked for, or asked for again. */
  private Optional<IncomingEntry> arrival(Answer answer) {
    Optional<Instant> returned = lastReturn(answer);
    List<IncomingEntry> all = host.ledger().incomingOf(answer.id());
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get(all.size() - 1))
            .filter(e -> returned.isEmpty() || e.registeredAt().isAfter(returned.get()));
  }

  private Optional<Instant> lastReturn(Answer answer) {
    return host.ledger().answerEvents(answer.id()).stream()
        .filter(e -> e.kind() == AnswerEvent.Kind.NOT_AS_ASKED)
        .map(AnswerEvent::at)
        .reduce((first, second) -> second);
  }

  @Override
  public String outcome(String processId) {
    Answer answer = byProcess(processId);
    AnswerOutcome outcome =
        switch (answer.state()) {
          case RECEIVED -> AnswerOutcome.ANSWERED;
          case NOT_AS_ASKED -> AnswerOutcome.RETURNED;
          case COMPLETED -> answer.noComment() ? AnswerOutcome.NO_COMMENT : AnswerOutcome.ACCEPTED;
          case WAITING, MISSING ->
              throw new IllegalStateException("a gateway came before any decision");
        };
    return outcome.code();
  }

  @Override
  public void ended(String processId) {
    Answer answer = byProcess(processId);
    if (!answer.state().ended()) {
      Refusal.Label state = answer.state()::label;
      throw Refusal.of(CONFLICT, "process-not-ended", state);
    }
  }

  /** Whether a person may decide an answer's open step. */
  void mayDecide(Person person, AnswerStep step, Answer answer) {
    if (step == AnswerStep.GIVE) {
      host.rights().mayAnswer(person, answer).orThrow();
    } else {
      Dossier dossier = host.ledger().dossier(answer.dossierId()).orElseThrow();
      host.rights().may(person, vn.ttdn.core.rights.Action.FOLLOW_ANSWERS, dossier).orThrow();
    }
    if (answer.step().orElse(null) != step) {
      Refusal.Label state = answer.state()::label;
      throw Refusal.of(CONFLICT, "answer-not-in-this-state", state);
    }
  }

  private static AnswerOutcome outcome(AnswerStep step, String code) {
    return step.outcomes().stream()
        .filter(o -> o.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> {
              Refusal.Label choices =
                  locale ->
                      String.join(
                          ", ",
                          step.outcomes().stream()
                              .map(o -> o.code() + " (" + o.label(locale) + ")")
                              .toList());
              return Refusal.ofField("outcome", "outcome-unknown", code, choices);
            });
  }

  private Answer byProcess(String processId) {
    return host.ledger()
        .answerByProcess(processId)
        .orElseThrow(() -> Refusal.of(NOT_FOUND, "answer-unknown"));
  }

  private Answer locked(Answer answer) {
    return host.ledger()
        .lock(answer.dossierId())
        .flatMap(dossier -> host.ledger().lockAnswer(answer.id()))
        .orElseThrow();
  }

  private static AnswerStep step(String stepId) {
    return AnswerStep.ofId(stepId)
        .orElseThrow(() -> new IllegalStateException("core knows no step " + stepId));
  }
}
