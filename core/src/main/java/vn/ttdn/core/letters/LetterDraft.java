package vn.ttdn.core.letters;

import java.util.List;
import java.util.Locale;
import vn.ttdn.core.text.Fold;

/**
 * What stands in a công văn before it has a number, a date and a signature (NĐ 30/2020/NĐ-CP, Điều
 * 8). Texts are kept in NFC; what is optional is an empty string.
 *
 * @param parentAgency the superior body, in the head's first line; may be empty
 * @param issuingAgency who issues
 * @param symbol what stands behind the number, e.g. {@code /TTĐN-PTTĐN}
 * @param place where it is issued, e.g. {@code Hà Nội}
 * @param year of issue; day and month stay open
 * @param subject what it is about, with or without "V/v" before it
 * @param addressees "Kính gửi", one at least
 * @param paragraphs the text, one at least
 * @param recipients "Nơi nhận", one at least, the archive ("Lưu: …") last
 * @param authority in whose stead it is signed, e.g. {@code KT. CỤC TRƯỞNG}; may be empty
 * @param office the signer's office
 * @param signer the signer's name; may be empty
 */
public record LetterDraft(
    String parentAgency,
    String issuingAgency,
    String symbol,
    String place,
    int year,
    String subject,
    List<String> addressees,
    List<String> paragraphs,
    List<String> recipients,
    String authority,
    String office,
    String signer) {

  /**
   * Checks and cleans.
   *
   * @throws IllegalArgumentException if something is missing that every letter has
   */
  public LetterDraft {
    parentAgency = capitals(clean(parentAgency));
    issuingAgency = capitals(needed("issuingAgency", issuingAgency));
    symbol = needed("symbol", symbol);
    symbol = symbol.startsWith("/") ? symbol : "/" + symbol;
    place = needed("place", place);
    subject = needed("subject", needed("subject", subject).replaceFirst("^(?i:v/v)\\s*", ""));
    addressees = items("addressees", addressees);
    paragraphs =
        needed(
            "paragraphs",
            paragraphs.stream().flatMap(String::lines).map(LetterDraft::clean).toList());
    recipients = items("recipients", recipients);
    authority = capitals(clean(authority));
    office = capitals(needed("office", office));
    signer = clean(signer);
  }

  private static String clean(String text) {
    return Fold.nfc(text.replaceAll("\\s+", " "));
  }

  private static String capitals(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static String needed(String what, String text) {
    String cleaned = clean(text);
    if (cleaned.isEmpty()) {
      throw new IllegalArgumentException("a letter without " + what);
    }
    return cleaned;
  }

  private static List<String> needed(String what, List<String> texts) {
    List<String> present = texts.stream().filter(text -> !text.isEmpty()).toList();
    if (present.isEmpty()) {
      throw new IllegalArgumentException("a letter without " + what);
    }
    return present;
  }

  /** Items of a list without the marks that the layout sets. */
  private static List<String> items(String what, List<String> texts) {
    return needed(
        what,
        texts.stream()
            .map(
                text -> clean(clean(text).replaceFirst("^[-–+] *", "").replaceFirst(" *[;.]$", "")))
            .toList());
  }
}
