package vn.ttdn.core.golive;

import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;

/** Tells a day from a number: a spreadsheet stores both alike, only the format differs. */
final class NumberFormats {
  /** Text in quotes, escaped letters, padding, and colours, conditions or languages in brackets. */
  private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]");

  private static final Pattern DAY_OR_TIME = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);

  private NumberFormats() {}

  static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    String format = cell.getDataFormatString();
    if (format != null) {
      return DAY_OR_TIME.matcher(LITERALS.matcher(format).replaceAll("")).find();
    }
    // Built-in formats that stand in no file (ECMA-376, 18.8.30): East Asian dates and times.
    return id != null && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58));
  }
}
