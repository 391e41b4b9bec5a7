package vn.ttdn.core.plan;

import java.util.Locale;
import vn.ttdn.core.text.Messages;

/** What a person decides at a step. */
public enum Outcome {
  /** The drafter hands the draft in ("trình"). */
  SUBMITTED("submitted"),
  /** Đạt. */
  ACCEPTED("accepted"),
  /** Không đạt: back to be redone; always with a reason. */
  RETURNED("returned"),
  /** The clerk numbers and issues ("phát hành"). */
  ISSUED("issued"),
  /** Thu hồi: who sent it takes it back before anybody opened it; never chosen at the step. */
  WITHDRAWN("withdrawn"),
  /** Huỷ: the dossier ends here; never chosen at the step. */
  CANCELLED("cancelled");

  private final String code;

  Outcome(String code) {
    this.code = code;
  }

  /** The outcome's name in the contract, in the process and in the ledger. */
  public String code() {
    return code;
  }

  /**
   * The outcome of that code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Outcome ofCode(String code) {
    for (Outcome outcome : values()) {
      if (outcome.code.equals(code)) {
        return outcome;
      }
    }
    throw new IllegalArgumentException("no outcome " + code);
  }

  /** Whether a reason has to be given with it. */
  public boolean needsReason() {
    return this == RETURNED || this == CANCELLED;
  }

  public String label(Locale locale) {
    return Messages.in(locale).text("outcome." + code);
  }
}
