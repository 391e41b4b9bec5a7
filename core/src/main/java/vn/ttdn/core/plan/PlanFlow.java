package vn.ttdn.core.plan;

import static vn.ttdn.core.Refusal.Kind.CONFLICT;
import static vn.ttdn.core.Refusal.Kind.NOT_FOUND;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.answers.AnswerFlow;
import vn.ttdn.core.audit.AuditTrail;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.mail.Notices;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.plan.Decision.DocumentVersion;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;
import vn.ttdn.core.text.Dates;
import vn.ttdn.core.text.Messages;

/** The flow of a plan's dossier through its three rounds, and of a letter apart from them. */
public final class PlanFlow implements ProcedureFlow {
  static final int MAX_COMMENT = 4000;

  private final Host host;
  private final AuditTrail audit;
  private final Notices notices;
  private final Drafting drafting;
  private final Issuing issuing;
  private final AnswerFlow answers;
  private final ThreadLocal<String> starting = new ThreadLocal<>();
  private final ThreadLocal<String> withdrawing = new ThreadLocal<>();

  public PlanFlow(Host host, AnswerFlow answers) {
    this.host = host;
    this.audit = new AuditTrail(host.ledger());
    this.notices = new Notices(host);
    this.drafting = new Drafting(host);
    this.issuing = new Issuing(host, answers);
    this.answers = answers;
  }

  /** Starts the process of a dossier that is in the ledger already. */
  void startProcess(Dossier dossier) {
    starting.set(dossier.id());
    try {
      List<String> about = dossier.letter().flatMap(LetterCase::recordId).stream().toList();
      host.workflow().start(dossier.procedure(), dossier.id(), about);
    } finally {
      starting.remove();
    }
  }

  @Override
  public String started(String processId, Supplier<StartForm> form) {
    String dossierId = starting.get();
    if (dossierId == null) {
      return drafting.adopt(host.currentPerson().get(), processId, form.get()).title();
    }
    Dossier dossier = host.ledger().lock(dossierId).orElseThrow().withProcess(processId);
    host.ledger().update(dossier);
    return dossier.title();
  }

  @Override
  public int entry(String processId) {
    return byProcess(processId).round();
  }

  @Override
  public List<String> candidates(String processId, String who) {
    Dossier dossier = byProcess(processId);
    return List.of(host.organisation().get().roleAt(Role.valueOf(who), dossier.unit()).groupName());
  }

  @Override
  public String assignee(String processId) {
    return byProcess(processId).drafter();
  }

  @Override
  public void arrived(String processId, String taskId, String stepId) {
    Dossier dossier = byProcess(processId);
    Step step = step(stepId);
    if (dossier.step().orElse(null) != step) {
      throw new IllegalStateException(
          "the engine opened " + step + ", the ledger expects " + dossier.state());
    }
    Instant now = host.now();
    Dossier arrived =
        dossier.withTask(
            taskId,
            host.organisation().get().deadlines().lastDay(step.state(), Dates.dayOf(now)),
            now);
    host.ledger().update(arrived);
    host.documents().dossierChanged(arrived);
    notices.taskArrived(arrived, step);
  }

  @Override
  public void assigned(String processId, String taskId, String stepId, String userName) {
    Dossier dossier = byProcess(processId);
    if (!dossier.taskId().equals(Optional.of(taskId)) || taskId.equals(withdrawing.get())) {
      return;
    }
    host.rights().mayHoldTask(person(userName), step(stepId), dossier).orThrow();
    seen(dossier, userName);
  }

  /** Somebody who may decide the open step has opened it: it is not taken back any more. */
  Dossier seen(Dossier dossier, String userName) {
    if (dossier.withdrawableBy().isEmpty()) {
      return dossier;
    }
    Dossier seen =
        audit.write(
            dossier.seen(),
            host.now(),
            userName,
            "step.seen",
            Map.of("step", dossier.step().orElseThrow().clause()));
    host.ledger().update(seen);
    return seen;
  }

  /** Completes the open task with "thu hồi" in the name of who sent the dossier there. */
  void withdraw(Dossier dossier) {
    String taskId = dossier.taskId().orElseThrow();
    withdrawing.set(taskId);
    try {
      host.workflow().complete(taskId, Map.of(TaskVariables.OUTCOME, Outcome.WITHDRAWN.code()));
    } finally {
      withdrawing.remove();
    }
  }

  @Override
  public void completing(String processId, String taskId, String stepId, Completion completion) {
    Person person = host.currentPerson().get();
    Dossier dossier = byProcess(processId);
    Step step = step(stepId);
    if (!dossier.taskId().equals(Optional.of(taskId))) {
      throw decidedAlready(taskId, person);
    }
    Outcome outcome = outcome(step, completion.text(TaskVariables.OUTCOME));
    Action action =
        outcome == Outcome.WITHDRAWN
            ? Action.WITHDRAW
            : Action.deciding(step, outcome).orElseThrow();
    host.rights().may(person, action, dossier).orThrow();
    String comment = comment(completion.text(TaskVariables.COMMENT), outcome);
    Dossier withFiles = takeFiles(person, dossier, step, outcome, completion);
    List<StoredDocument> stored = host.documents().documents(dossier.id());
    Optional<Decision> last = host.ledger().lastDecision(dossier.id());
    List<DocumentVersion> about = about(withFiles, step, stored, last);
    Instant now = host.now();
    Decision decision =
        decided(withFiles, last, step, outcome, person, taskId, comment, about, now);
    Dossier audited = record(withFiles, decision);
    Dossier moved = moved(audited, step, outcome, person, now);
    List<String> asks = List.of();
    if (outcome == Outcome.ISSUED) {
      Issuing.Issued issued =
          issuing.issue(
              new Issuing.Order(
                  audited, moved, step, about, stored, IssueForm.of(completion), person, now));
      moved = issued.dossier();
      asks = issued.asks();
    }
    host.ledger().update(moved);
    for (String record : asks) {
      answers.ask(moved, step.round(), record);
      forgetTheDay(moved);
    }
    if (moved.state().ended()) {
      // Otherwise the store is told when the next task has come, with its day.
      host.documents().dossierChanged(moved);
      answers.close(moved);
      endReminders(moved, person, step.role());
    }
  }

  /** Nobody is reminded of an answer that is not owed any more. */
  private void endReminders(Dossier issued, Person person, Role acting) {
    String reason = Messages.in(Messages.VIETNAMESE).text("reminder.planIssued");
    for (Dossier letter : host.ledger().letters(issued.id())) {
      LetterPurpose purpose = letter.letter().orElseThrow().purpose();
      if (purpose == LetterPurpose.REMINDER && !letter.state().ended()) {
        cancel(host.ledger().lock(letter.id()).orElseThrow(), person, acting, reason);
      }
    }
  }

  /** The day that was set for one round's answers is not that of the next. */
  private void forgetTheDay(Dossier asked) {
    Dossier now = host.ledger().lock(asked.id()).orElseThrow();
    host.ledger()
        .update(
            now.withHandling(now.handling().withAnswersDueOn(Optional.empty()), now.changedAt()));
  }

  /** Files that were picked in the task's form are handed in before it is decided about. */
  private Dossier takeFiles(
      Person person, Dossier dossier, Step step, Outcome outcome, Completion completion) {
    Map<DocumentSlot, IncomingFile> files = new LinkedHashMap<>();
    if (step.drafts()) {
      for (DocumentKind kind : RoundDocuments.needed(dossier)) {
        TaskFile.ofDraft(kind)
            .flatMap(completion::file)
            .ifPresent(file -> files.put(DocumentSlot.draft(kind), file));
      }
    } else if (outcome == Outcome.ISSUED) {
      completion
          .file(TaskFile.SIGNED)
          .ifPresent(
              file -> files.put(DocumentSlot.signed(RoundDocuments.issued(dossier, step)), file));
      if (step == Step.MINISTRY_CLERK_ISSUE) {
        completion
            .file(TaskFile.SIGNED_PLAN)
            .ifPresent(file -> files.put(DocumentSlot.signed(DocumentKind.PLAN), file));
      }
    }
    Dossier after = dossier;
    for (Map.Entry<DocumentSlot, IncomingFile> file : files.entrySet()) {
      drafting.put(person, after, file.getKey(), file.getValue());
      after = host.ledger().lock(dossier.id()).orElseThrow();
    }
    return after;
  }

  private Decision decided(
      Dossier dossier,
      Optional<Decision> last,
      Step step,
      Outcome outcome,
      Person person,
      String taskId,
      String comment,
      List<DocumentVersion> about,
      Instant now) {
    // Who takes something back does so in the role in which he sent it.
    Role acting = outcome == Outcome.WITHDRAWN ? step.sender().orElseThrow().role() : step.role();
    RoleAt role = host.organisation().get().roleAt(acting, dossier.unit());
    Optional<String> insteadOf = person.holdsInsteadOf(role).map(user -> name(user).orElse(user));
    return new Decision(
        dossier.id(),
        last.map(Decision::ordinal).orElse(0) + 1,
        step,
        outcome,
        person.userName(),
        person.fullName(),
        role.role(),
        role.unit(),
        insteadOf,
        taskId,
        comment,
        about,
        now);
  }

  /** Writes a decision and its audit entry. */
  private Dossier record(Dossier dossier, Decision decision) {
    host.ledger().insert(decision);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("step", decision.step().clause());
    facts.put("task", decision.taskId());
    facts.put("comment", decision.comment());
    decision.insteadOf().ifPresent(name -> facts.put("insteadOf", name));
    if (decision.outcome() == Outcome.SUBMITTED) {
      facts.putAll(answers.goingOnWithout(dossier));
    }
    facts.put(
        "documents",
        decision.documents().stream()
            .map(
                d ->
                    Map.of(
                        "kind", d.kind().name(),
                        "id", d.documentId(),
                        "version", d.version(),
                        "sha256", d.sha256()))
            .toList());
    return audit.write(
        dossier, decision.at(), decision.person(), "step." + decision.outcome().code(), facts);
  }

  private static Dossier moved(
      Dossier dossier, Step step, Outcome outcome, Person person, Instant now) {
    Optional<Step> next = step.next(outcome);
    if (next.isEmpty()) {
      return dossier.ended(DossierState.ISSUED, now);
    }
    boolean forward = outcome == Outcome.SUBMITTED || outcome == Outcome.ACCEPTED;
    boolean mayWithdraw = forward && next.get().sender().equals(Optional.of(step));
    return dossier.at(
        next.get(), mayWithdraw ? Optional.of(person.userName()) : Optional.empty(), now);
  }

  @Override
  public String outcome(String processId) {
    Dossier dossier = byProcess(processId);
    return host.ledger()
        .lastDecision(dossier.id())
        .map(decision -> decision.outcome().code())
        .orElseThrow(() -> new IllegalStateException("a gateway came before any decision"));
  }

  @Override
  public void ended(String processId) {
    Dossier dossier = byProcess(processId);
    if (!dossier.state().ended()) {
      Refusal.Label state = dossier.state()::label;
      throw Refusal.of(CONFLICT, "process-not-ended", state);
    }
  }

  /**
   * Ends a dossier before it is issued: its process, the answers that are owed and the letters on
   * the way. Everything stays on file.
   */
  Dossier cancel(Dossier dossier, Person person, Role acting, String reason) {
    Instant now = host.now();
    Step step = dossier.step().orElseThrow();
    Optional<Decision> last = host.ledger().lastDecision(dossier.id());
    RoleAt role = host.organisation().get().roleAt(acting, dossier.unit());
    Decision decision =
        new Decision(
            dossier.id(),
            last.map(Decision::ordinal).orElse(0) + 1,
            step,
            Outcome.CANCELLED,
            person.userName(),
            person.fullName(),
            role.role(),
            role.unit(),
            person.holdsInsteadOf(role).map(user -> name(user).orElse(user)),
            dossier.taskId().orElseThrow(),
            comment(reason, Outcome.CANCELLED),
            List.of(),
            now);
    Dossier cancelled = record(dossier, decision).ended(DossierState.CANCELLED, now);
    host.ledger().update(cancelled);
    host.documents().dossierChanged(cancelled);
    host.workflow().cancel(cancelled.processId().orElseThrow());
    notices.cancelled(cancelled, step, person, decision.comment(), now);
    for (Dossier letter : host.ledger().letters(dossier.id())) {
      if (!letter.state().ended()) {
        cancel(host.ledger().lock(letter.id()).orElseThrow(), person, acting, reason);
      }
    }
    answers.close(cancelled);
    return host.ledger().lock(dossier.id()).orElseThrow();
  }

  /** The refusal for a task that is no longer open, naming who was faster to those who may know. */
  Refusal decidedAlready(String taskId, Person person) {
    return host.ledger()
        .decisionAtTask(taskId)
        .filter(d -> mayRead(person, d.dossierId()))
        .map(
            d -> {
              Refusal.Label outcome = d.outcome()::label;
              return Refusal.of(CONFLICT, "task-decided-already", d.personName(), outcome);
            })
        .orElseGet(() -> Refusal.of(NOT_FOUND, "task-unknown"));
  }

  private boolean mayRead(Person person, String dossierId) {
    Dossier dossier = host.ledger().dossier(dossierId).orElseThrow();
    return host.rights().may(person, Action.READ_DOSSIER, dossier).isAllowed();
  }

  private static Outcome outcome(Step step, String code) {
    // A step with one way on needs no choice in a form.
    if (code.isEmpty() && step.outcomes().size() == 1) {
      return step.outcomes().get(0);
    }
    if (code.equals(Outcome.WITHDRAWN.code()) && step.sender().isPresent()) {
      return Outcome.WITHDRAWN;
    }
    return step.outcomes().stream()
        .filter(o -> o.code().equals(code))
        .findFirst()
        .orElseThrow(() -> unknownOutcome(step, code));
  }

  private static Refusal unknownOutcome(Step step, String code) {
    Refusal.Label choices =
        locale ->
            String.join(
                ", ",
                step.outcomes().stream()
                    .map(o -> o.code() + " (" + o.label(locale) + ")")
                    .toList());
    return Refusal.ofField("outcome", "outcome-unknown", code, choices);
  }

  static String comment(String comment, Outcome outcome) {
    if (outcome.needsReason() && comment.isEmpty()) {
      throw Refusal.ofField("comment", "reason-missing");
    }
    if (comment.length() > MAX_COMMENT) {
      throw Refusal.ofField("comment", "comment-too-long", MAX_COMMENT);
    }
    return comment;
  }

  /**
   * The documents that are decided about. A draft is handed in complete; from then on nobody swaps
   * a file on the way.
   */
  private List<DocumentVersion> about(
      Dossier dossier, Step step, List<StoredDocument> stored, Optional<Decision> last) {
    List<DocumentVersion> about = new ArrayList<>();
    List<DocumentKind> missing = new ArrayList<>();
    for (DocumentKind kind : RoundDocuments.needed(dossier)) {
      Optional<StoredDocument> draft =
          stored.stream().filter(d -> d.slot().equals(DocumentSlot.draft(kind))).findFirst();
      if (draft.isEmpty()) {
        missing.add(kind);
        continue;
      }
      StoredDocument d = draft.get();
      if (!step.drafts()) {
        requireUnchanged(last.orElseThrow(), d);
      }
      about.add(new DocumentVersion(kind, d.id(), d.version(), d.sha256()));
    }
    if (!missing.isEmpty()) {
      Refusal.Label names =
          locale -> String.join(", ", missing.stream().map(k -> k.label(locale)).toList());
      throw Refusal.ofField("documents", "documents-missing", names);
    }
    if (step.drafts()) {
      requireReady(dossier, about.get(0));
    }
    return about;
  }

  private static void requireUnchanged(Decision last, StoredDocument draft) {
    boolean same =
        last.document(draft.kind()).filter(d -> d.sha256().equals(draft.sha256())).isPresent();
    if (!same) {
      throw Refusal.of(CONFLICT, "document-changed", draft.name());
    }
  }

  /** A draft is submitted to somebody, and is not what has its number already. */
  private void requireReady(Dossier dossier, DocumentVersion draft) {
    if (dossier.addressees().isEmpty()) {
      throw Refusal.ofField("addressees", "addressees-missing");
    }
    boolean issued =
        host.ledger().decisions(dossier.id()).stream()
            .filter(d -> d.outcome() == Outcome.ISSUED)
            .flatMap(d -> d.document(draft.kind()).stream())
            .anyMatch(d -> d.sha256().equals(draft.sha256()));
    if (issued) {
      Refusal.Label kind = draft.kind()::label;
      throw Refusal.ofField("documents", "document-issued-already", kind);
    }
  }

  private Dossier byProcess(String processId) {
    return host.ledger()
        .lockByProcess(processId)
        .orElseThrow(() -> Refusal.of(NOT_FOUND, "dossier-unknown"));
  }

  private static Step step(String stepId) {
    return Step.ofId(stepId)
        .orElseThrow(() -> new IllegalStateException("core knows no step " + stepId));
  }

  private Person person(String userName) {
    return host.directory()
        .person(userName)
        .orElseThrow(() -> Refusal.of(NOT_FOUND, "person-unknown", userName));
  }

  private Optional<String> name(String userName) {
    return host.directory().person(userName).map(Person::fullName);
  }
}
