package vn.ttdn.core.letters;

import java.time.LocalDate;
import vn.ttdn.core.text.Fold;

/**
 * An issued document as a letter names it.
 *
 * @param kind what it is, e.g. {@code Công văn}
 * @param number number and symbol, e.g. {@code 01/TTĐN-PTTĐN}
 * @param date the day that it bears
 * @param issuer who issued it, e.g. {@code Cục Thông tin đối ngoại}
 * @param subject what it is about, with or without "V/v"; may be empty
 */
public record CitedDocument(
    String kind, String number, LocalDate date, String issuer, String subject) {
  public CitedDocument {
    kind = Fold.nfc(kind);
    number = Fold.nfc(number);
    issuer = Fold.nfc(issuer);
    subject = Fold.nfc(Fold.nfc(subject).replaceFirst("^(?i:v/v|về việc)\\s*", ""));
  }

  /** "Công văn số 01/TTĐN-PTTĐN". */
  String byNumber() {
    return kind + " số " + number;
  }

  /** "Công văn số 01/TTĐN-PTTĐN ngày 25/11/2026". */
  String byNumberAndDate() {
    return byNumber() + " ngày " + written(date);
  }

  /** " về việc …", or nothing. */
  String about() {
    return subject.isEmpty() ? "" : " về việc " + subject;
  }

  /**
   * A day as official texts write it: days below 10 and the months 1 and 2 with a zero before them
   * (07/9/2015, 03/01/2013).
   */
  static String written(LocalDate day) {
    String month = (day.getMonthValue() < 3 ? "0" : "") + day.getMonthValue();
    return String.format("%02d/%s/%d", day.getDayOfMonth(), month, day.getYear());
  }
}
