package vn.ttdn.core.answers;

import java.util.Locale;
import vn.ttdn.core.text.Messages;

/**
 * Where an asked unit's answer stands. Whether it is late is a question of days, not a state: see
 * {@link Answer#lateOn}.
 */
public enum AnswerState {
  /** Asked, nothing received. */
  WAITING,
  /** Received; the Specialist has not looked at it yet. */
  RECEIVED,
  /** Not as asked (7, risk 2): back with the unit, with the reason. */
  NOT_AS_ASKED,
  /** Taken into the plan, or "không có ý kiến". */
  COMPLETED,
  /** The dossier ended without it. */
  MISSING;

  /** Whether nothing more is expected of it. */
  public boolean ended() {
    return this == COMPLETED || this == MISSING;
  }

  /** Whether the asked unit is the one to act. */
  public boolean owed() {
    return this == WAITING || this == NOT_AS_ASKED;
  }

  public String label(Locale locale) {
    return Messages.in(locale).text("answer.state." + name());
  }
}
