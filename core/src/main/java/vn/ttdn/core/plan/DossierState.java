package vn.ttdn.core.plan;

import java.util.Locale;
import vn.ttdn.core.text.Messages;

/** Where a dossier stands within its round, for rights, lists and search. A closed set. */
public enum DossierState {
  DRAFTING,
  DEPARTMENT_HEAD_REVIEW,
  AGENCY_LEADER_REVIEW,
  ISSUING,
  MINISTRY_DECISION,
  MINISTRY_ISSUING,
  ISSUED,
  CANCELLED;

  public boolean ended() {
    return this == ISSUED || this == CANCELLED;
  }

  public String label(Locale locale) {
    return Messages.in(locale).text("state." + name());
  }
}
