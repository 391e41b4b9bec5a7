package vn.ttdn.core.plan;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.text.Fold;

/**
 * How a dossier is to be handled; travels with it from step to step.
 *
 * @param urgency độ khẩn
 * @param direction bút phê of the head who assigned the dossier; empty string if none
 * @param dueOn the last day for the whole dossier, inclusive, if one was set
 * @param answersDueOn the last day for the answers of the round being drafted, inclusive; without
 *     it they are due after the configured number of days
 */
public record Handling(
    Urgency urgency,
    String direction,
    Optional<LocalDate> dueOn,
    Optional<LocalDate> answersDueOn) {
  /** Nothing was said about it. */
  public static final Handling USUAL =
      new Handling(Urgency.NORMAL, "", Optional.empty(), Optional.empty());

  public Handling {
    Objects.requireNonNull(urgency);
    Objects.requireNonNull(direction);
    Objects.requireNonNull(dueOn);
    Objects.requireNonNull(answersDueOn);
  }

  /**
   * A direction as somebody typed it, checked.
   *
   * @throws Refusal of the field {@code direction}
   */
  static String direction(String typed) {
    String direction = Fold.nfc(typed);
    if (direction.length() > PlanFlow.MAX_COMMENT) {
      throw Refusal.ofField("direction", "comment-too-long", PlanFlow.MAX_COMMENT);
    }
    return direction;
  }

  Handling withDirection(String written) {
    return new Handling(urgency, written, dueOn, answersDueOn);
  }

  public Handling withAnswersDueOn(Optional<LocalDate> day) {
    return new Handling(urgency, direction, dueOn, day);
  }
}
