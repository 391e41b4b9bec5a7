package vn.ttdn.core.plan;

import static vn.ttdn.core.Refusal.Kind.CONFLICT;
import static vn.ttdn.core.Refusal.Kind.NOT_FOUND;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.audit.AuditTrail;
import vn.ttdn.core.mail.Notices;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.plan.Decision.DocumentVersion;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.rights.Rights;
import vn.ttdn.core.text.Fold;

/**
 * What the process engine asks core, on every host: may this person complete the step, where does
 * it lead, may the process end. Every method runs inside the engine's transaction; throwing rolls
 * it back. Nothing here believes a process variable: only the ledger and the authenticated person.
 */
public final class PlanFlow {
  private static final int MAX_COMMENT = 4000;

  private final Host host;
  private final AuditTrail audit;
  private final Notices notices;
  private final Issuing issuing;
  private final ThreadLocal<String> starting = new ThreadLocal<>();

  public PlanFlow(Host host) {
    this.host = host;
    this.audit = new AuditTrail(host.ledger());
    this.notices = new Notices(host);
    this.issuing = new Issuing(host);
  }

  /** Starts the process of a dossier that is in the ledger already. */
  void startProcess(String dossierId) {
    starting.set(dossierId);
    try {
      host.workflow().start(dossierId);
    } finally {
      starting.remove();
    }
  }

  /**
   * A process instance has started: core's own, or one that somebody starts through a host's stock
   * way in, which gets its dossier here.
   *
   * @param form what that somebody filled in; asked for only then
   * @return the dossier, with its process
   * @throws Refusal naming what is wrong with the form, or {@code role-missing}
   */
  public Dossier started(String processId, Supplier<StartForm> form) {
    String dossierId = starting.get();
    if (dossierId == null) {
      return new Drafting(host).adopt(host.currentPerson().get(), processId, form.get());
    }
    Dossier dossier = host.ledger().lock(dossierId).orElseThrow().withProcess(processId);
    host.ledger().update(dossier);
    return dossier;
  }

  /** The groups whose members may take a step that asks for {@code role}. */
  public List<String> candidates(String processId, Role role) {
    Dossier dossier = byProcess(processId);
    return List.of(host.organisation().get().roleAt(role, dossier.unit()).groupName());
  }

  /** Who drafts the dossier of the process: drafting tasks are his alone. */
  public String drafter(String processId) {
    return byProcess(processId).drafter();
  }

  /** The engine opened a task: it must be the step that the ledger expects. */
  public void arrived(String processId, String taskId, String stepId) {
    Dossier dossier = byProcess(processId);
    Step step = step(stepId);
    if (dossier.step().orElse(null) != step) {
      throw new IllegalStateException(
          "the engine opened " + step + ", the ledger expects " + dossier.state());
    }
    Dossier arrived = dossier.at(dossier.state(), Optional.of(taskId), now());
    host.ledger().update(arrived);
    notices.taskArrived(arrived, step);
  }

  /**
   * Somebody is being given an open task: he must be one who may decide it. While the engine is
   * still making the task, the ledger does not know it yet and routing has chosen the person.
   */
  public void assigned(String processId, String taskId, String stepId, String userName) {
    Dossier dossier = byProcess(processId);
    if (!dossier.taskId().equals(Optional.of(taskId))) {
      return;
    }
    Person person = person(userName);
    new Rights(host.organisation().get()).mayHoldTask(person, step(stepId), dossier).orThrow();
  }

  /**
   * The current person completes a task: checks whether he may, writes decision and audit, and on
   * the issuing step gives the number and freezes the record.
   *
   * @param variables the task's local variables; only {@link TaskVariables} are read
   */
  public void completing(
      String processId, String taskId, String stepId, Map<String, String> variables) {
    Person person = host.currentPerson().get();
    Dossier dossier = byProcess(processId);
    Step step = step(stepId);
    if (!dossier.taskId().equals(Optional.of(taskId))) {
      throw decidedAlready(taskId, person);
    }
    Outcome outcome = outcome(step, variables.get(TaskVariables.OUTCOME));
    Action action = Action.deciding(step, outcome).orElseThrow();
    new Rights(host.organisation().get()).may(person, action, dossier).orThrow();
    String comment = comment(variables.get(TaskVariables.COMMENT), outcome);
    if (outcome == Outcome.SUBMITTED) {
      requireComplete(dossier);
    }
    StoredDocument letter = letter(dossier);
    Optional<Decision> last = host.ledger().lastDecision(dossier.id());
    requireUnchanged(last, step, letter);
    Instant now = now();
    RoleAt role = host.organisation().get().roleAt(step.role(), dossier.unit());
    host.ledger()
        .insert(
            new Decision(
                dossier.id(),
                last.map(Decision::ordinal).orElse(0) + 1,
                step,
                outcome,
                person.userName(),
                person.fullName(),
                role.role(),
                role.unit(),
                taskId,
                comment,
                Optional.of(new DocumentVersion(letter.id(), letter.version(), letter.sha256())),
                now));
    Dossier audited =
        audit.write(
            dossier,
            now,
            person.userName(),
            "step." + outcome.code(),
            Map.of(
                "step", step.clause(),
                "task", taskId,
                "comment", comment,
                "document", letter.id(),
                "version", letter.version(),
                "sha256", letter.sha256()));
    Optional<Step> next = step.next(outcome);
    Dossier moved =
        audited.at(next.map(DossierState::at).orElse(DossierState.ISSUED), Optional.empty(), now);
    if (outcome == Outcome.ISSUED) {
      moved = issuing.issue(moved, letter, person, now);
    }
    host.ledger().update(moved);
    host.documents().dossierChanged(moved);
  }

  /** The code of the last decision, for the gateway behind a step. */
  public String outcome(String processId) {
    Dossier dossier = byProcess(processId);
    return host.ledger()
        .lastDecision(dossier.id())
        .map(decision -> decision.outcome().code())
        .orElseThrow(() -> new IllegalStateException("a gateway came before any decision"));
  }

  /**
   * The process is about to end, by its own course or because somebody deletes it.
   *
   * @throws Refusal {@code process-not-ended} unless the dossier was issued
   */
  public void ended(String processId) {
    Dossier dossier = byProcess(processId);
    if (!dossier.state().ended()) {
      throw Refusal.of(CONFLICT, "process-not-ended", label(dossier));
    }
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
    Rights rights = new Rights(host.organisation().get());
    return rights.may(person, Action.READ_DOSSIER, dossier).isAllowed();
  }

  private static Outcome outcome(Step step, String code) {
    // A step with one way on needs no choice in a form.
    if ((code == null || code.isBlank()) && step.outcomes().size() == 1) {
      return step.outcomes().get(0);
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
    return Refusal.ofField("outcome", "outcome-unknown", code == null ? "" : code, choices);
  }

  private static String comment(String raw, Outcome outcome) {
    String comment = raw == null ? "" : Fold.nfc(raw);
    if (outcome == Outcome.RETURNED && comment.isEmpty()) {
      throw Refusal.ofField("comment", "reason-missing");
    }
    if (comment.length() > MAX_COMMENT) {
      throw Refusal.ofField("comment", "comment-too-long", MAX_COMMENT);
    }
    return comment;
  }

  private static void requireComplete(Dossier dossier) {
    if (dossier.addressees().isEmpty()) {
      throw Refusal.ofField("addressees", "addressees-missing");
    }
  }

  private StoredDocument letter(Dossier dossier) {
    return host.documents().documents(dossier.id()).stream()
        .filter(d -> d.kind() == vn.ttdn.core.schema.DocumentKind.OFFICIAL_LETTER)
        .findFirst()
        .orElseThrow(() -> Refusal.ofField("documents", "letter-missing"));
  }

  /** What is decided about must be what was submitted: nobody swaps the file on the way. */
  private static void requireUnchanged(Optional<Decision> last, Step step, StoredDocument letter) {
    if (step == Step.DRAFT_LETTER) {
      return;
    }
    String submitted = last.flatMap(Decision::document).orElseThrow().sha256();
    if (!submitted.equals(letter.sha256())) {
      throw Refusal.of(CONFLICT, "document-changed", letter.name());
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

  private static Refusal.Label label(Dossier dossier) {
    return dossier.state()::label;
  }

  private Instant now() {
    return host.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
