package vn.ttdn.core.answers;

import static vn.ttdn.core.answers.AnswerOutcome.ACCEPTED;
import static vn.ttdn.core.answers.AnswerOutcome.ANSWERED;
import static vn.ttdn.core.answers.AnswerOutcome.NO_COMMENT;
import static vn.ttdn.core.answers.AnswerOutcome.RETURNED;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.ttdn.core.text.Messages;

/** A step of one unit's answer; the process file draws it, this repeats where it leads. */
public enum AnswerStep {
  /** The asked unit answers, or the AgencyClerk registers the answer of a body without account. */
  GIVE("a1_giveAnswer", List.of(ANSWERED, NO_COMMENT)),
  /** The Specialist of the dossier looks whether it is as asked. */
  EXAMINE("a2_examineAnswer", List.of(ACCEPTED, RETURNED));

  private final String id;
  private final List<AnswerOutcome> outcomes;

  AnswerStep(String id, List<AnswerOutcome> outcomes) {
    this.id = id;
    this.outcomes = outcomes;
  }

  /** The step's id in the BPMN file. */
  public String id() {
    return id;
  }

  public List<AnswerOutcome> outcomes() {
    return outcomes;
  }

  /** The state of an answer whose open step is to be decided with an outcome. */
  public AnswerState after(AnswerOutcome outcome) {
    return switch (outcome) {
      case ANSWERED -> AnswerState.RECEIVED;
      case NO_COMMENT, ACCEPTED -> AnswerState.COMPLETED;
      case RETURNED -> AnswerState.NOT_AS_ASKED;
    };
  }

  /** The open step of an answer in that state; empty when it has ended. */
  public static Optional<AnswerStep> at(AnswerState state) {
    if (state.owed()) {
      return Optional.of(GIVE);
    }
    return state == AnswerState.RECEIVED ? Optional.of(EXAMINE) : Optional.empty();
  }

  public static Optional<AnswerStep> ofId(String id) {
    for (AnswerStep step : values()) {
      if (step.id.equals(id)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  public String label(Locale locale) {
    return Messages.in(locale).text("step." + id);
  }
}
