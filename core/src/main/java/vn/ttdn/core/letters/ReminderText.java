package vn.ttdn.core.letters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ttdn.core.text.Fold;

/** The words of a văn bản đôn đốc: units answer late (QT.TTĐN.03, 8, risk 1). */
public final class ReminderText {
  /** From so many units on, each stands in a line of its own. */
  private static final int LISTED_FROM = 4;

  private ReminderText() {}

  /**
   * Reminds.
   *
   * @param letter the letter that asked
   * @param asked what it asked for, as it goes on after "đề nghị các đơn vị", e.g. {@code đề xuất
   *     nội dung Kế hoạch thông tin đối ngoại năm 2027 của Bộ}
   * @param askedFor the last day that it gave
   * @param lateUnits who has not answered, one at least
   * @param newDay the last day now
   * @param through the unit of the issuer that receives the answers; may be empty
   * @throws IllegalArgumentException if nobody is late
   */
  public static LetterText of(
      CitedDocument letter,
      String asked,
      LocalDate askedFor,
      List<String> lateUnits,
      LocalDate newDay,
      String through) {
    List<String> late = lateUnits.stream().map(Fold::nfc).filter(u -> !u.isEmpty()).toList();
    if (late.isEmpty()) {
      throw new IllegalArgumentException("nobody is late");
    }
    String issuer = letter.issuer();
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        "Ngày %s, %s đã ban hành %s%s, trong đó đề nghị các đơn vị %s, chậm nhất là ngày %s."
            .formatted(
                CitedDocument.written(letter.date()),
                issuer,
                letter.byNumber(),
                letter.about(),
                Fold.nfc(asked),
                CitedDocument.written(askedFor)));
    String missing =
        "Đến nay, đã hết thời hạn nêu trên nhưng %s chưa nhận được văn bản trả lời của "
            .formatted(issuer);
    if (late.size() < LISTED_FROM) {
      paragraphs.add(missing + String.join("; ", late) + ".");
    } else {
      paragraphs.add(missing + "các đơn vị sau:");
      for (int i = 0; i < late.size(); i++) {
        paragraphs.add("- " + late.get(i) + (i + 1 < late.size() ? ";" : "."));
      }
    }
    paragraphs.add(
        ("Để bảo đảm tiến độ tổng hợp, %s đề nghị Quý đơn vị khẩn trương thực hiện nội dung nêu trên"
                + " và gửi văn bản trả lời về %s%s chậm nhất là ngày %s. Trường hợp không có đề xuất"
                + " hoặc ý kiến, đề nghị Quý đơn vị có văn bản thông báo để %s tổng hợp.")
            .formatted(
                issuer,
                issuer,
                through.isBlank() ? "" : " (qua " + Fold.nfc(through) + ")",
                CitedDocument.written(newDay),
                issuer));
    paragraphs.add("Trân trọng cảm ơn./.");
    return new LetterText("đôn đốc thực hiện " + letter.byNumberAndDate(), paragraphs);
  }
}
