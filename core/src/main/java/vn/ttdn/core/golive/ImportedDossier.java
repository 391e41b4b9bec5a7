package vn.ttdn.core.golive;

import java.time.LocalDate;
import java.util.List;
import vn.ttdn.core.plan.NewDossier;

/**
 * A running dossier as a row of the spreadsheet tells it. It is taken up at the beginning of a
 * round of QT.TTĐN.03: 6.2.1, 6.2.5 or 6.2.9.
 *
 * @param row its row in the spreadsheet, from 1
 * @param contents what a new dossier has, checked like it; the day of its handling is the hạn xử lý
 *     of the round, which may have passed
 * @param drafter user name of the Specialist, who holds that role in the unit
 * @param round 1, 2 or 3
 * @param letters the letters of the rounds already passed, in their order
 * @param note what else is to be known; empty if nothing
 */
public record ImportedDossier(
    int row,
    NewDossier contents,
    String drafter,
    int round,
    List<EarlierLetter> letters,
    String note) {

  public ImportedDossier {
    letters = List.copyOf(letters);
  }

  /**
   * A letter that was issued before this system took over; its number is not given again here.
   *
   * @param round the round that it ended, 1 or 2
   * @param symbol số và ký hiệu as written, e.g. {@code 78/TTĐN-PTTĐN}
   * @param issuedOn the letter's date
   */
  public record EarlierLetter(int round, String symbol, LocalDate issuedOn) {}
}
