package vn.ttdn.core.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A dossier (hồ sơ) of one procedure: what the ledger knows of it. A letter apart from a plan's
 * rounds is a dossier of its own that names the plan's.
 *
 * @param id ours, a UUID; the business key of its process
 * @param letter what a letter apart belongs to; empty in a plan's dossier
 * @param title trích yếu, NFC
 * @param planYear the year that the plan is for
 * @param unit code of the drafting unit
 * @param drafter user name of the Specialist who drafts
 * @param formerDrafters user names of those who drafted before him: none of them may approve
 * @param addressees who the letter of the round goes to; empty until somebody filled it in
 * @param handling urgency, direction and days set for it
 * @param round 1 to 3; a letter has one
 * @param state where it stands in the round
 * @param processId the engine's process instance; empty only while the process is being started
 * @param taskId the engine's open task; empty when the dossier has ended
 * @param stepDueOn the last day for the open step, inclusive; empty when the dossier has ended
 * @param withdrawableBy user name of who brought it to the open step and may still take it back,
 *     because nobody has opened it; empty if nobody may
 * @param openedAt when it was made
 * @param changedAt when its state, title or addressees last changed
 * @param version counts changes of this row
 * @param auditLength how many entries the audit chain has
 * @param auditHead hash of the chain's last entry, 64 hexadecimal digits
 */
public record Dossier(
    String id,
    Optional<LetterCase> letter,
    String title,
    int planYear,
    String unit,
    String drafter,
    List<String> formerDrafters,
    List<Addressee> addressees,
    Handling handling,
    int round,
    DossierState state,
    Optional<String> processId,
    Optional<String> taskId,
    Optional<LocalDate> stepDueOn,
    Optional<String> withdrawableBy,
    Instant openedAt,
    Instant changedAt,
    int version,
    int auditLength,
    String auditHead) {

  public Dossier {
    formerDrafters = List.copyOf(formerDrafters);
    addressees = List.copyOf(addressees);
  }

  public Procedure procedure() {
    return letter.isPresent() ? Procedure.LETTER : Procedure.PLAN;
  }

  /** The step whose task is open; empty when the dossier has ended. */
  public Optional<Step> step() {
    return Step.at(procedure(), round, state);
  }

  /** Whether somebody drafts it or has drafted it: he decides nothing about it. */
  public boolean draftedBy(String userName) {
    return drafter.equals(userName) || formerDrafters.contains(userName);
  }

  /** Whether a day set for it has passed: its open step's or its own. */
  public boolean lateOn(LocalDate today) {
    return !state.ended()
        && (stepDueOn.filter(today::isAfter).isPresent()
            || handling.dueOn().filter(today::isAfter).isPresent());
  }

  public Dossier withContents(String newTitle, int newYear, List<Addressee> to, Instant now) {
    return change().title(newTitle, newYear).addressees(to).at(now).done();
  }

  public Dossier withHandling(Handling newHandling, Instant now) {
    return change().handling(newHandling).at(now).done();
  }

  /** The same in the hands of another drafter. */
  public Dossier withDrafter(String userName, Instant now) {
    return change().drafter(userName).at(now).done();
  }

  public Dossier withProcess(String process) {
    return change().process(process).done();
  }

  /** At an open step whose task the engine has still to make. */
  public Dossier at(Step step, Optional<String> mayWithdraw, Instant now) {
    return change().standing(step.round(), step.state(), mayWithdraw).at(now).done();
  }

  /** Ended: issued or cancelled. */
  public Dossier ended(DossierState end, Instant now) {
    return change().standing(round, end, Optional.empty()).at(now).done();
  }

  /** With the task that the engine made for the open step. */
  public Dossier withTask(String task, LocalDate due, Instant now) {
    return change().task(task, due).at(now).done();
  }

  /** Somebody who may decide the open step has opened it: nobody takes it back any more. */
  public Dossier seen() {
    return change().seen().done();
  }

  public Dossier withAudit(int length, String head) {
    return change().audit(length, head).done();
  }

  private Change change() {
    return new Change(this);
  }

  /** The parts of a dossier while a new one is made of an old one. */
  private static final class Change {
    private final Dossier before;
    private String title;
    private int planYear;
    private String drafter;
    private List<String> formerDrafters;
    private List<Addressee> addressees;
    private Handling handling;
    private int round;
    private DossierState state;
    private Optional<String> processId;
    private Optional<String> taskId;
    private Optional<LocalDate> stepDueOn;
    private Optional<String> withdrawableBy;
    private Instant changedAt;
    private int version;
    private int auditLength;
    private String auditHead;

    Change(Dossier before) {
      this.before = before;
      this.title = before.title;
      this.planYear = before.planYear;
      this.drafter = before.drafter;
      this.formerDrafters = before.formerDrafters;
      this.addressees = before.addressees;
      this.handling = before.handling;
      this.round = before.round;
      this.state = before.state;
      this.processId = before.processId;
      this.taskId = before.taskId;
      this.stepDueOn = before.stepDueOn;
      this.withdrawableBy = before.withdrawableBy;
      this.changedAt = before.changedAt;
      this.version = before.version + 1;
      this.auditLength = before.auditLength;
      this.auditHead = before.auditHead;
    }

    Change title(String newTitle, int newYear) {
      title = newTitle;
      planYear = newYear;
      return this;
    }

    Change addressees(List<Addressee> to) {
      addressees = to;
      return this;
    }

    Change handling(Handling newHandling) {
      handling = newHandling;
      return this;
    }

    Change drafter(String userName) {
      List<String> former = new ArrayList<>(formerDrafters);
      if (!former.contains(drafter)) {
        former.add(drafter);
      }
      former.remove(userName);
      formerDrafters = former;
      drafter = userName;
      return this;
    }

    Change process(String process) {
      processId = Optional.of(process);
      return this;
    }

    Change standing(int newRound, DossierState newState, Optional<String> mayWithdraw) {
      round = newRound;
      state = newState;
      taskId = Optional.empty();
      stepDueOn = Optional.empty();
      withdrawableBy = mayWithdraw;
      return this;
    }

    Change task(String task, LocalDate due) {
      taskId = Optional.of(task);
      stepDueOn = Optional.of(due);
      return this;
    }

    Change seen() {
      withdrawableBy = Optional.empty();
      return this;
    }

    Change at(Instant now) {
      changedAt = now;
      return this;
    }

    /** The chain's head goes with whatever it tells of: it counts as no change of its own. */
    Change audit(int length, String head) {
      version = before.version;
      auditLength = length;
      auditHead = head;
      return this;
    }

    Dossier done() {
      return new Dossier(
          before.id,
          before.letter,
          title,
          planYear,
          before.unit,
          drafter,
          formerDrafters,
          addressees,
          handling,
          round,
          state,
          processId,
          taskId,
          stepDueOn,
          withdrawableBy,
          before.openedAt,
          changedAt,
          version,
          auditLength,
          auditHead);
    }
  }
}
