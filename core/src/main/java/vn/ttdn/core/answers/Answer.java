package vn.ttdn.core.answers;

import java.time.LocalDate;
import java.util.Optional;
import vn.ttdn.core.plan.Addressee;

/**
 * What one asked unit or body owes a dossier in one round: proposals (round 1) or comments (round
 * 2). Days are days in Asia/Ho_Chi_Minh; a due day is the last one that is in time.
 *
 * @param id ours, a UUID; the business key of its process
 * @param dossierId the plan dossier
 * @param round 1 or 2
 * @param asked who was asked, as addressed in the letter
 * @param recordId the issued letter that asks
 * @param askedOn the letter's day
 * @param dueOn the last day, extensions included
 * @param firstDueOn the last day as first asked for; an extension never changes it
 * @param state where it stands
 * @param receivedOn the day on which the newest answer came in; empty before the first
 * @param noComment whether the answer is "không có ý kiến"
 * @param reason why it was not as asked, the newest time; empty string if it never was
 * @param processId the engine's process instance; empty only while it is being started
 * @param taskId the engine's open task; empty when it has ended
 */
public record Answer(
    String id,
    String dossierId,
    int round,
    Addressee asked,
    String recordId,
    LocalDate askedOn,
    LocalDate dueOn,
    LocalDate firstDueOn,
    AnswerState state,
    Optional<LocalDate> receivedOn,
    boolean noComment,
    String reason,
    Optional<String> processId,
    Optional<String> taskId) {

  /** The step whose task is open; empty when the answer has ended. */
  public Optional<AnswerStep> step() {
    return AnswerStep.at(state);
  }

  /**
   * Whether it came after its day, or has not come and its day is over: shown at once, without any
   * job having to run.
   */
  public boolean lateOn(LocalDate today) {
    return (state.owed() || state == AnswerState.MISSING)
        ? today.isAfter(dueOn)
        : receivedOn.filter(dueOn::isBefore).isPresent();
  }

  public Answer withProcess(String process) {
    return new Answer(
        id,
        dossierId,
        round,
        asked,
        recordId,
        askedOn,
        dueOn,
        firstDueOn,
        state,
        receivedOn,
        noComment,
        reason,
        Optional.of(process),
        taskId);
  }

  public Answer withTask(String task) {
    return new Answer(
        id,
        dossierId,
        round,
        asked,
        recordId,
        askedOn,
        dueOn,
        firstDueOn,
        state,
        receivedOn,
        noComment,
        reason,
        processId,
        Optional.of(task));
  }

  public Answer extendedTo(LocalDate day) {
    return new Answer(
        id,
        dossierId,
        round,
        asked,
        recordId,
        askedOn,
        day,
        firstDueOn,
        state,
        receivedOn,
        noComment,
        reason,
        processId,
        taskId);
  }

  /** Given: with a file, or without comment. */
  public Answer given(boolean withoutComment, LocalDate day) {
    return new Answer(
        id,
        dossierId,
        round,
        asked,
        recordId,
        askedOn,
        dueOn,
        firstDueOn,
        withoutComment ? AnswerState.COMPLETED : AnswerState.RECEIVED,
        Optional.of(day),
        withoutComment,
        reason,
        processId,
        Optional.empty());
  }

  /** Examined: as asked, or not as asked with a reason. */
  public Answer examined(boolean asAsked, String why) {
    return new Answer(
        id,
        dossierId,
        round,
        asked,
        recordId,
        askedOn,
        dueOn,
        firstDueOn,
        asAsked ? AnswerState.COMPLETED : AnswerState.NOT_AS_ASKED,
        receivedOn,
        noComment,
        asAsked ? reason : why,
        processId,
        Optional.empty());
  }

  /** The dossier ended without it, or with it received but not looked at. */
  public Answer closed() {
    return new Answer(
        id,
        dossierId,
        round,
        asked,
        recordId,
        askedOn,
        dueOn,
        firstDueOn,
        state == AnswerState.RECEIVED ? AnswerState.COMPLETED : AnswerState.MISSING,
        receivedOn,
        noComment,
        reason,
        processId,
        Optional.empty());
  }
}
