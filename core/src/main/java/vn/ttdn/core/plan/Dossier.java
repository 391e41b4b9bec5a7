package vn.ttdn.core.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A plan dossier (hồ sơ kế hoạch): what the ledger knows of it.
 *
 * @param id ours, a UUID; the business key of its process
 * @param title trích yếu of the letter, NFC
 * @param planYear the year that the plan is for
 * @param unit code of the drafting unit
 * @param drafter user name of the Specialist who drafts
 * @param addressees who the letter goes to; empty until somebody filled it in
 * @param state where it stands
 * @param processId the engine's process instance; empty only while the process is being started
 * @param taskId the engine's open task; empty when the dossier has ended
 * @param openedAt when it was made
 * @param changedAt when its state, title or addressees last changed
 * @param version counts changes of this row
 * @param auditLength how many entries the audit chain has
 * @param auditHead hash of the chain's last entry, 64 hexadecimal digits
 */
public record Dossier(
    String id,
    String title,
    int planYear,
    String unit,
    String drafter,
    List<Addressee> addressees,
    DossierState state,
    Optional<String> processId,
    Optional<String> taskId,
    Instant openedAt,
    Instant changedAt,
    int version,
    int auditLength,
    String auditHead) {

  public Dossier {
    addressees = List.copyOf(addressees);
  }

  /** The step whose task is open; empty when the dossier has ended. */
  public Optional<Step> step() {
    for (Step step : Step.values()) {
      if (DossierState.at(step) == state) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  public Dossier withContents(String newTitle, int newYear, List<Addressee> to, Instant now) {
    return new Dossier(
        id,
        newTitle,
        newYear,
        unit,
        drafter,
        to,
        state,
        processId,
        taskId,
        openedAt,
        now,
        version + 1,
        auditLength,
        auditHead);
  }

  public Dossier withProcess(String process) {
    return new Dossier(
        id,
        title,
        planYear,
        unit,
        drafter,
        addressees,
        state,
        Optional.of(process),
        taskId,
        openedAt,
        changedAt,
        version + 1,
        auditLength,
        auditHead);
  }

  public Dossier at(DossierState newState, Optional<String> task, Instant now) {
    return new Dossier(
        id,
        title,
        planYear,
        unit,
        drafter,
        addressees,
        newState,
        processId,
        task,
        openedAt,
        now,
        version + 1,
        auditLength,
        auditHead);
  }

  public Dossier withAudit(int length, String head) {
    return new Dossier(
        id,
        title,
        planYear,
        unit,
        drafter,
        addressees,
        state,
        processId,
        taskId,
        openedAt,
        changedAt,
        version,
        length,
        head);
  }
}
