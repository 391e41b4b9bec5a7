package vn.ttdn.core.plan;

import java.util.Locale;
import vn.ttdn.core.text.Messages;

/** Where a dossier stands, for rights, lists and search. A closed set. */
public enum DossierState {
  DRAFTING,
  DEPARTMENT_HEAD_REVIEW,
  AGENCY_LEADER_REVIEW,
  ISSUING,
  ISSUED;

  /** The state of a dossier whose open step is {@code step}. */
  public static DossierState at(Step step) {
    return switch (step) {
      case DRAFT_LETTER -> DRAFTING;
      case DEPARTMENT_HEAD_REVIEW -> DEPARTMENT_HEAD_REVIEW;
      case AGENCY_LEADER_REVIEW -> AGENCY_LEADER_REVIEW;
      case AGENCY_CLERK_ISSUE -> ISSUING;
    };
  }

  public boolean ended() {
    return this == ISSUED;
  }

  public String label(Locale locale) {
    return Messages.in(locale).text("state." + name());
  }
}
