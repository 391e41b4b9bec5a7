package vn.ttdn.core.rights;

import java.util.Locale;
import java.util.Optional;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.text.Messages;

/** What somebody may want to do. */
public enum Action {
  OPEN_DOSSIER,
  READ_DOSSIER,
  /** Change subject, year or addressees. */
  EDIT_DOSSIER,
  /** Hand in the draft or its next version. */
  PUT_DOCUMENT,
  SUBMIT(Step.DRAFT_LETTER, Outcome.SUBMITTED),
  HEAD_ACCEPT(Step.DEPARTMENT_HEAD_REVIEW, Outcome.ACCEPTED),
  HEAD_RETURN(Step.DEPARTMENT_HEAD_REVIEW, Outcome.RETURNED),
  LEADER_ACCEPT(Step.AGENCY_LEADER_REVIEW, Outcome.ACCEPTED),
  LEADER_RETURN(Step.AGENCY_LEADER_REVIEW, Outcome.RETURNED),
  ISSUE(Step.AGENCY_CLERK_ISSUE, Outcome.ISSUED),
  CLERK_RETURN(Step.AGENCY_CLERK_ISSUE, Outcome.RETURNED),
  READ_RECORD,
  READ_REGISTER;

  private final Step step;
  private final Outcome outcome;

  Action() {
    this(null, null);
  }

  Action(Step step, Outcome outcome) {
    this.step = step;
    this.outcome = outcome;
  }

  /** The step that the action decides, if it decides one. */
  public Optional<Step> step() {
    return Optional.ofNullable(step);
  }

  /** The outcome that the action brings about, if it decides a step. */
  public Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** The action of deciding {@code outcome} at {@code step}; empty if the step lacks it. */
  public static Optional<Action> deciding(Step step, Outcome outcome) {
    for (Action action : values()) {
      if (action.step == step && action.outcome == outcome) {
        return Optional.of(action);
      }
    }
    return Optional.empty();
  }

  public String label(Locale locale) {
    return Messages.in(locale).text("action." + name());
  }
}
