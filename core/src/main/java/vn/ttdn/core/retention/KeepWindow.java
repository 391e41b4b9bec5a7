package vn.ttdn.core.retention;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.text.Dates;
import vn.ttdn.core.text.Messages;

/**
 * From when to when a dossier's records are handed over. Never a single number: the house says not
 * before, the law says by.
 *
 * @param rule what it follows from
 * @param endedOn the day that everything is counted from
 * @param hold what holds them back, if anything does
 */
public record KeepWindow(RetentionRule rule, LocalDate endedOn, Optional<Hold> hold) {
  /** How many days before its last day a handover is announced (NĐ 30/2020/NĐ-CP, Phụ lục VI). */
  static final int ANNOUNCED_DAYS = 30;

  /** What a window means on a day. */
  public enum State {
    /** Stays with the department. */
    KEPT,
    /** May be handed over. */
    OPEN,
    /** Must be within 30 days. */
    DUE,
    OVERDUE,
    HELD;

    public String label(Locale locale) {
      return Messages.in(locale).text("keep." + name());
    }
  }

  /** The window of a dossier's records; empty while it has not ended. */
  public static Optional<KeepWindow> of(Dossier dossier, RetentionRule rule, Optional<Hold> hold) {
    return dossier.state().ended()
        ? Optional.of(
            new KeepWindow(rule, Dates.dayOf(dossier.changedAt()), hold.filter(Hold::stands)))
        : Optional.empty();
  }

  public LocalDate notBefore() {
    return rule.notBefore(endedOn);
  }

  public LocalDate mustBy() {
    return rule.mustBy(endedOn);
  }

  public State on(LocalDate today) {
    if (hold.isPresent()) {
      return State.HELD;
    }
    if (today.isAfter(mustBy())) {
      return State.OVERDUE;
    }
    if (today.isAfter(mustBy().minusDays(ANNOUNCED_DAYS))) {
      return State.DUE;
    }
    return today.isBefore(notBefore()) ? State.KEPT : State.OPEN;
  }

  /** "Vì sao ngày này": both days with the clause that each comes from. */
  public String why(Locale locale) {
    Messages messages = Messages.in(locale);
    String text =
        messages.text(
            "keep.why",
            endedOn.format(Dates.DAY),
            rule.notBeforeYears(),
            notBefore().format(Dates.DAY),
            mustBy().format(Dates.DAY),
            rule.mustByYears());
    String confirmed =
        rule.confirmedBy().isEmpty()
            ? messages.text("keep.why.unconfirmed")
            : messages.text("keep.why.confirmed", rule.confirmedBy());
    return text + " " + confirmed;
  }
}
