package vn.ttdn.core.golive;

import static vn.ttdn.core.golive.Going.dossier;
import static vn.ttdn.core.golive.Going.number;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.ttdn.core.text.Messages;

/** One change to a sound file, and the only error that it causes. */
record ErrorCase(
    Book book, String sheet, String cell, String code, String value, String vi, String en) {
  @Override
  public String toString() {
    return code + " at " + sheet + "!" + cell + " of " + value;
  }

  static ErrorCase ofDossier(
      Column column, Object value, String cell, String code, String shown, String vi, String en) {
    return ofDossier(dossier(r -> r.put(column, value)), cell, code, shown, vi, en);
  }

  static ErrorCase ofDossier(
      Map<Column, Object> row, String cell, String code, String shown, String vi, String en) {
    return new ErrorCase(
        Going.book(List.of(row), List.of(number())), "Hồ sơ", cell, code, shown, vi, en);
  }

  static ErrorCase ofNumber(
      Column column, Object value, String cell, String code, String shown, String vi, String en) {
    return new ErrorCase(
        Going.book(List.of(dossier()), List.of(number(r -> r.put(column, value)))),
        "Số cuối",
        cell,
        code,
        shown,
        vi,
        en);
  }

  /** The words of a rule for new dossiers that holds for imported ones, too. */
  static String refused(Locale locale, String code, Object... args) {
    Object[] words = Arrays.stream(args).map(String::valueOf).toArray();
    Messages messages = Messages.in(locale);
    return messages.text("problem." + code + ".detail", words)
        + " "
        + messages.text("problem." + code + ".remedy", words);
  }
}
