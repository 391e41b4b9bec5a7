package vn.ttdn.core.org;

import java.util.Locale;
import vn.ttdn.core.text.Messages;

/** A role that a person holds in a unit (QT.TTĐN.03, 6.1; names of the glossary). */
public enum Role {
  /** Chuyên viên: drafts. */
  SPECIALIST,
  /** Lãnh đạo phòng: reviews what his unit drafts. */
  DEPARTMENT_HEAD,
  /** Lãnh đạo Cục: approves and signs. */
  AGENCY_LEADER,
  /** Văn thư Cục: numbers, issues, keeps the register. */
  AGENCY_CLERK;

  /** Agency roles are held at the agency itself, the others in one of its units. */
  public boolean ofAgency() {
    return this == AGENCY_LEADER || this == AGENCY_CLERK;
  }

  public String label(Locale locale) {
    return Messages.in(locale).text("role." + name());
  }
}
