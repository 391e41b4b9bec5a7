package vn.ttdn.core.plan;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerState;
import vn.ttdn.core.audit.AuditTrail;
import vn.ttdn.core.mail.Notices;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.rights.Rights;
import vn.ttdn.core.text.Dates;
import vn.ttdn.core.text.Fold;

/**
 * What moves a dossier besides deciding its step: giving it to a Specialist, taking it back,
 * cancelling it. Every method runs inside the caller's transaction.
 */
public final class Steering {
  private final Host host;
  private final PlanFlow flow;
  private final Drafting drafting;
  private final AuditTrail audit;
  private final Notices notices;

  public Steering(Host host, PlanFlow flow) {
    this.host = host;
    this.flow = flow;
    this.drafting = new Drafting(host);
    this.audit = new AuditTrail(host.ledger());
    this.notices = new Notices(host);
  }

  /**
   * Phân công: the head of the unit gives the dossier to one of its Specialists, with direction,
   * urgency and a day. What is open for the former drafter moves to the new one, who is told; the
   * former may still not approve what he drafted.
   *
   * @param drafter user name of the Specialist
   * @param direction bút phê; may be empty
   * @param dueOn the last day for the whole dossier, if one is set; one that was set before may
   *     have passed
   * @throws Refusal {@code not-a-specialist-of}, {@code due-day-past}, or that he may not
   */
  public Dossier assign(
      String id, String drafter, String direction, Urgency urgency, Optional<LocalDate> dueOn) {
    Person person = host.currentPerson().get();
    Dossier dossier = locked(id);
    host.rights().may(person, Action.ASSIGN, dossier).orThrow();
    drafting.requireSpecialist(drafter, dossier.unit());
    String written = Handling.direction(direction);
    dueOn
        .filter(day -> !dossier.handling().dueOn().equals(Optional.of(day)))
        .filter(day -> day.isBefore(host.today()))
        .ifPresent(
            day -> {
              throw Refusal.ofField("dueOn", "due-day-past", day.format(Dates.DAY));
            });
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("drafter", drafter);
    facts.put("direction", written);
    facts.put("urgency", urgency.name());
    dueOn.ifPresent(day -> facts.put("dueOn", day.toString()));
    boolean another = !drafter.equals(dossier.drafter());
    Handling handling = new Handling(urgency, written, dueOn, dossier.handling().answersDueOn());
    Dossier handled = dossier.withHandling(handling, host.now());
    Dossier given = another ? handled.withDrafter(drafter, host.now()) : handled;
    Dossier audited = audit.write(given, host.now(), person.userName(), "dossier.assigned", facts);
    host.ledger().update(audited);
    host.documents().dossierChanged(audited);
    if (another) {
      handOver(audited);
      notices.assigned(audited, person, host.now());
    }
    return host.ledger().dossier(id).orElseThrow();
  }

  /** What is open for the former drafter waits for the new one: his step, answers to examine. */
  private void handOver(Dossier given) {
    if (given.step().filter(Step::drafts).isPresent()) {
      host.workflow().assign(given.taskId().orElseThrow(), given.drafter());
    }
    for (Answer answer : host.ledger().answers(given.id())) {
      if (answer.state() == AnswerState.RECEIVED) {
        host.workflow().assign(answer.taskId().orElseThrow(), given.drafter());
      }
    }
  }

  /** Thu hồi: who sent the dossier to its open step takes it back before anybody opened it. */
  public Dossier withdraw(String id) {
    Dossier dossier = locked(id);
    host.rights().may(host.currentPerson().get(), Action.WITHDRAW, dossier).orThrow();
    flow.withdraw(dossier);
    return host.ledger().dossier(id).orElseThrow();
  }

  /** Somebody who may decide the open step has opened it. */
  public Dossier opened(String id) {
    return opened(locked(id));
  }

  /**
   * Somebody has opened a task's form. Does nothing for a task that is decided, that is not his, or
   * of an answer: nobody takes those back.
   */
  public void openedTask(String taskId) {
    host.ledger().lockByTask(taskId).ifPresent(this::opened);
  }

  private Dossier opened(Dossier dossier) {
    Person person = host.currentPerson().get();
    Optional<Step> step = dossier.step();
    boolean mayDecide =
        step.isPresent() && host.rights().mayHoldTask(person, step.get(), dossier).isAllowed();
    return mayDecide ? flow.seen(dossier, person.userName()) : dossier;
  }

  /**
   * Ends a dossier before it is issued; everything stays on file.
   *
   * @throws Refusal {@code reason-missing} without a reason
   */
  public Dossier cancel(String id, String reason) {
    Person person = host.currentPerson().get();
    Dossier dossier = locked(id);
    host.rights().may(person, Action.CANCEL, dossier).orThrow();
    return flow.cancel(dossier, person, Rights.cancels(dossier), Fold.nfc(reason));
  }

  private Dossier locked(String id) {
    Dossier dossier = host.ledger().lock(id).orElseThrow(Dossiers::unknown);
    host.rights().may(host.currentPerson().get(), Action.READ_DOSSIER, dossier).orThrow();
    return dossier;
  }
}
