package vn.ttdn.core.rights;

import java.util.Locale;
import java.util.Optional;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.text.Messages;

/** What somebody may want to do with a dossier. */
public enum Action {
  OPEN_DOSSIER,
  READ_DOSSIER,
  /** Change subject, year, addressees or the day by which units answer. */
  EDIT_DOSSIER,
  /** Hand in a draft or its next version. */
  PUT_DOCUMENT,
  SUBMIT(DossierState.DRAFTING, Outcome.SUBMITTED),
  HEAD_ACCEPT(DossierState.DEPARTMENT_HEAD_REVIEW, Outcome.ACCEPTED),
  HEAD_RETURN(DossierState.DEPARTMENT_HEAD_REVIEW, Outcome.RETURNED),
  LEADER_ACCEPT(DossierState.AGENCY_LEADER_REVIEW, Outcome.ACCEPTED),
  LEADER_RETURN(DossierState.AGENCY_LEADER_REVIEW, Outcome.RETURNED),
  ISSUE(DossierState.ISSUING, Outcome.ISSUED),
  CLERK_RETURN(DossierState.ISSUING, Outcome.RETURNED),
  MINISTRY_ACCEPT(DossierState.MINISTRY_DECISION, Outcome.ACCEPTED),
  MINISTRY_REFUSE(DossierState.MINISTRY_DECISION, Outcome.RETURNED),
  MINISTRY_ISSUE(DossierState.MINISTRY_ISSUING, Outcome.ISSUED),
  MINISTRY_CLERK_RETURN(DossierState.MINISTRY_ISSUING, Outcome.RETURNED),
  /** Attach the signed file to what is about to be issued. */
  ATTACH_SIGNED,
  /** Take back what one sent, before anybody opened it. */
  WITHDRAW,
  /** Phân công: give the dossier to a Specialist, with direction, urgency and a day. */
  ASSIGN,
  CANCEL,
  /** Extend an answer's day, note a phone call, say whether it is as asked. */
  FOLLOW_ANSWERS,
  /** Begin a letter apart: a reminder, or one that mends what was issued. */
  WRITE_LETTER,
  READ_RECORD,
  READ_REGISTER;

  private final DossierState state;
  private final Outcome outcome;

  Action() {
    this(null, null);
  }

  Action(DossierState state, Outcome outcome) {
    this.state = state;
    this.outcome = outcome;
  }

  /** The state in which a step is decided by the action; empty if it decides none. */
  public Optional<DossierState> state() {
    return Optional.ofNullable(state);
  }

  /** The outcome that the action brings about, if it decides a step. */
  public Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** The action of deciding {@code outcome} at {@code step}; empty if the step lacks it. */
  public static Optional<Action> deciding(Step step, Outcome outcome) {
    for (Action action : values()) {
      if (action.state == step.state() && action.outcome == outcome) {
        return Optional.of(action);
      }
    }
    return Optional.empty();
  }

  public String label(Locale locale) {
    return Messages.in(locale).text("action." + name());
  }
}
