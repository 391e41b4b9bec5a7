package vn.ttdn.core.org;

import java.time.LocalDate;
import vn.ttdn.core.plan.DossierState;

/**
 * How many calendar days each step may take. The procedure states none (QT.TTĐN.03): these are the
 * agency's own, with defaults, and are shown as such. The day on which a step begins is not
 * counted.
 *
 * @param draftDays for drafting
 * @param reviewDays for each review of the agency
 * @param issueDays for the clerk
 * @param ministryDays for the Ministry's leaders, and again for its clerk
 * @param answerDays for the asked units, from the day of the letter
 */
public record Deadlines(
    int draftDays, int reviewDays, int issueDays, int ministryDays, int answerDays) {
  public static final Deadlines USUAL = new Deadlines(5, 2, 1, 10, 10);

  /** The last day, inclusive, for a step of that state that begins on a day. */
  public LocalDate lastDay(DossierState state, LocalDate from) {
    return from.plusDays(
        switch (state) {
          case DRAFTING -> draftDays;
          case DEPARTMENT_HEAD_REVIEW, AGENCY_LEADER_REVIEW -> reviewDays;
          case ISSUING -> issueDays;
          case MINISTRY_DECISION, MINISTRY_ISSUING -> ministryDays;
          case ISSUED, CANCELLED ->
              throw new IllegalArgumentException("nothing is due in " + state);
        });
  }

  /** The last day, inclusive, for the answers to a letter of that day. */
  public LocalDate answersDueOn(LocalDate issuedOn) {
    return issuedOn.plusDays(answerDays);
  }
}
