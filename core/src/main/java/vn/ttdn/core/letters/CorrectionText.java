package vn.ttdn.core.letters;

import java.util.ArrayList;
import java.util.List;
import vn.ttdn.core.text.Fold;

/**
 * The words of what mends an issued document (NĐ 30/2020/NĐ-CP): a defect of form is corrected by a
 * công văn (đính chính), contents are replaced (thay thế), and a document may be taken back (thu
 * hồi). What the drafter has to fill in stands open as "…".
 */
public final class CorrectionText {
  private static final String OPEN = "…";

  private CorrectionText() {}

  /**
   * One place that is corrected.
   *
   * @param where e.g. {@code trích yếu}, {@code dòng 5 trang 2}
   * @param wrong what stands there
   * @param right what it should be
   */
  public record Fix(String where, String wrong, String right) {
    public Fix {
      where = Fold.nfc(where);
      wrong = Fold.nfc(wrong);
      right = Fold.nfc(right);
    }
  }

  /**
   * Công văn đính chính.
   *
   * @param reason why, as a phrase
   * @param fixes the places; one open one if empty
   */
  public static LetterText correction(CitedDocument record, String reason, List<Fix> fixes) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(issued(record));
    paragraphs.add(reason("đính chính", reason));
    paragraphs.add(
        "%s đính chính %s như sau:".formatted(record.issuer(), record.byNumberAndDate()));
    for (Fix fix : fixes.isEmpty() ? List.of(new Fix(OPEN, OPEN, OPEN)) : fixes) {
      paragraphs.add(
          "- Tại %s: “%s” đính chính thành “%s”.".formatted(fix.where(), fix.wrong(), fix.right()));
    }
    paragraphs.add("Các nội dung khác của %s không thay đổi.".formatted(record.byNumber()));
    paragraphs.add(notice(record));
    return new LetterText("đính chính " + record.byNumberAndDate(), paragraphs);
  }

  /**
   * Công văn thay thế.
   *
   * @param reason why, as a phrase
   * @param contents the paragraphs that take the place of the old ones; one open one if empty
   */
  public static LetterText replacement(CitedDocument record, String reason, List<String> contents) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        "%s ban hành Công văn này thay thế %s%s."
            .formatted(record.issuer(), record.byNumberAndDate(), record.about()));
    paragraphs.add(reason("thay thế", reason));
    paragraphs.addAll(contents.isEmpty() ? List.of(OPEN) : contents);
    paragraphs.add(
        "%s không còn giá trị sử dụng kể từ ngày ký Công văn này.".formatted(record.byNumber()));
    paragraphs.add(notice(record));
    return new LetterText("thay thế " + record.byNumberAndDate(), paragraphs);
  }

  /**
   * Công văn thu hồi: paper is sent back, electronic copies are destroyed and the sender is told.
   *
   * @param reason why, as a phrase
   */
  public static LetterText recall(CitedDocument record, String reason) {
    return new LetterText(
        "thu hồi " + record.byNumberAndDate(),
        List.of(
            issued(record),
            reason("thu hồi", reason),
            "%s thông báo thu hồi %s và đề nghị các cơ quan, đơn vị đã nhận văn bản không sử dụng văn bản này, gửi lại bản giấy (nếu có) cho %s, hủy bỏ bản điện tử và thông báo để %s biết."
                .formatted(
                    record.issuer(), record.byNumberAndDate(), record.issuer(), record.issuer()),
            "Trân trọng cảm ơn sự phối hợp của các cơ quan, đơn vị./."));
  }

  private static String issued(CitedDocument record) {
    return "Ngày %s, %s đã ban hành %s%s."
        .formatted(
            CitedDocument.written(record.date()),
            record.issuer(),
            record.byNumber(),
            record.about());
  }

  private static String reason(String what, String reason) {
    String phrase = Fold.nfc(reason).replaceFirst("[.;\\s]+$", "");
    return "Lý do %s: %s.".formatted(what, phrase.isEmpty() ? OPEN : phrase);
  }

  private static String notice(CitedDocument record) {
    return "%s thông báo để các cơ quan, đơn vị biết và thực hiện./.".formatted(record.issuer());
  }
}
