package vn.ttdn.core.text;

import java.text.Normalizer;
import java.util.Locale;

/** Makes Vietnamese text comparable with and without diacritics: "Kế hoạch" and "ke hoach". */
public final class Fold {
  private Fold() {}

  /** Lower case, without diacritics, đ as d, runs of white space as one blank, trimmed. */
  public static String fold(String text) {
    if (text == null) {
      return "";
    }
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .replace('đ', 'd')
        .replace('Đ', 'D')
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .trim();
  }

  /**
   * Text as it is stored: canonical composition (NFC), trimmed of everything that shows as nothing;
   * null stays null.
   */
  public static String nfc(String text) {
    if (text == null) {
      return null;
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    int from = 0;
    int to = composed.length();
    while (from < to && showsAsNothing(composed.charAt(from))) {
      from++;
    }
    while (from < to && showsAsNothing(composed.charAt(to - 1))) {
      to--;
    }
    return composed.substring(from, to);
  }

  /** Word and web pages leave no-break spaces and zero-width marks behind, which strip() keeps. */
  private static boolean showsAsNothing(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
