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

  /** Text as it is stored: canonical composition (NFC), trimmed; null stays null. */
  public static String nfc(String text) {
    return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }
}
