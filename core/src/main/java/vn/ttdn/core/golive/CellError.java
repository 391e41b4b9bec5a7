package vn.ttdn.core.golive;

import java.util.Arrays;
import java.util.Locale;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.text.Messages;

/**
 * What is wrong with one cell of the spreadsheet.
 *
 * @param sheet the sheet's name as the file has it
 * @param cell its reference, e.g. {@code D7}; empty if it is about the sheet as a whole
 * @param code the stable name of the rule, e.g. {@code person-unknown}
 * @param value what stands in the cell, shortened to one line; empty if nothing does
 * @param words what is wrong and what to do, in the reader's language
 */
public record CellError(String sheet, String cell, String code, String value, Refusal.Label words) {
  private static final int MAX_VALUE = 60;

  /**
   * An error whose text stands under {@code import.error.<code>}.
   *
   * @param args fill {@code {1}}, {@code {2}}…; {@code {0}} is the value
   */
  static CellError of(String sheet, String cell, String code, String value, Object... args) {
    String shown = shortened(value);
    return new CellError(
        sheet,
        cell,
        code,
        shown,
        locale -> {
          Object[] words = new Object[args.length + 1];
          words[0] = shown;
          Arrays.setAll(words, i -> i == 0 ? shown : said(args[i - 1], locale));
          return Messages.in(locale).text("import.error." + code, words);
        });
  }

  /** A value that a rule of the house refuses elsewhere, too: the same code and words. */
  static CellError of(String sheet, String cell, String value, Refusal refusal) {
    return new CellError(
        sheet,
        cell,
        refusal.code(),
        shortened(value),
        locale -> refusal.text("detail", locale) + " " + refusal.text("remedy", locale));
  }

  /** What is wrong and what to do, in one or two sentences. */
  public String text(Locale locale) {
    return words.in(locale);
  }

  private static Object said(Object arg, Locale locale) {
    return arg instanceof Refusal.Label label ? label.in(locale) : String.valueOf(arg);
  }

  private static String shortened(String value) {
    String line = value.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
    if (line.codePointCount(0, line.length()) <= MAX_VALUE) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, MAX_VALUE - 1)) + "…";
  }
}
