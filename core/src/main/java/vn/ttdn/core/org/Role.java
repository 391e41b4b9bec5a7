package vn.ttdn.core.org;

import java.util.Locale;
import vn.ttdn.core.text.Messages;

/** A role that a person holds in a unit (QT.TTĐN.03, 6.1; names of the glossary). */
public enum Role {
  /** Chuyên viên: drafts. */
  SPECIALIST(Unit.Level.UNIT),
  /** Lãnh đạo phòng: reviews what his unit drafts. */
  DEPARTMENT_HEAD(Unit.Level.UNIT),
  /** Lãnh đạo Cục: approves and signs. */
  AGENCY_LEADER(Unit.Level.AGENCY),
  /** Văn thư Cục: numbers, issues, keeps the register. */
  AGENCY_CLERK(Unit.Level.AGENCY),
  /** Lãnh đạo Bộ: approves Decision and Plan. */
  MINISTRY_LEADER(Unit.Level.MINISTRY),
  /** Văn thư Bộ: issues Decision and Plan under the Ministry's number. */
  MINISTRY_CLERK(Unit.Level.MINISTRY);

  private final Unit.Level level;

  Role(Unit.Level level) {
    this.level = level;
  }

  /** Where the role is held: in a unit, at the agency itself, or at the Ministry above it. */
  public Unit.Level level() {
    return level;
  }

  public String label(Locale locale) {
    return Messages.in(locale).text("role." + name());
  }
}
