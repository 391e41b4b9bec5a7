package vn.ttdn.core.answers;

import java.util.Locale;
import vn.ttdn.core.text.Messages;

/** What is decided at a step of an answer. */
public enum AnswerOutcome {
  /** With a file. */
  ANSWERED("answered"),
  /** Không có ý kiến: no file is needed. */
  NO_COMMENT("noComment"),
  /** Đạt: as asked. */
  ACCEPTED("accepted"),
  /** Không đạt: not as asked, with the reason. */
  RETURNED("returned");

  private final String code;

  AnswerOutcome(String code) {
    this.code = code;
  }

  /** The outcome's name in the contract and in the process. */
  public String code() {
    return code;
  }

  public String label(Locale locale) {
    return Messages.in(locale).text("answer.outcome." + code);
  }
}
