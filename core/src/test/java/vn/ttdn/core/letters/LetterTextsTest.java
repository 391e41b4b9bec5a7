package vn.ttdn.core.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ttdn.core.letters.CorrectionText.Fix;

/** The words of reminders and of what mends an issued document, read as a whole. */
class LetterTextsTest {
  private static final CitedDocument LETTER =
      new CitedDocument(
          "Công văn",
          "01/TTĐN-PTTĐN",
          LocalDate.of(2026, 11, 25),
          "Cục Thông tin đối ngoại",
          "V/v đề xuất nội dung Kế hoạch thông tin đối ngoại năm 2027 của Bộ");

  @Test
  void aReminderNamesLetterRequestDayUnitsAndNewDay() {
    LetterText text =
        reminder(List.of("Vụ Hợp tác quốc tế", "Vụ Pháp chế"), "Phòng Truyền thông đối ngoại");
    assertThat(text.subject())
        .isEqualTo("đôn đốc thực hiện Công văn số 01/TTĐN-PTTĐN ngày 25/11/2026");
    assertThat(text.paragraphs())
        .containsExactly(
            "Ngày 25/11/2026, Cục Thông tin đối ngoại đã ban hành Công văn số 01/TTĐN-PTTĐN về việc"
                + " đề xuất nội dung Kế hoạch thông tin đối ngoại năm 2027 của Bộ, trong đó đề nghị"
                + " các đơn vị gửi nội dung đề xuất, chậm nhất là ngày 15/12/2026.",
            "Đến nay, đã hết thời hạn nêu trên nhưng Cục Thông tin đối ngoại chưa nhận được văn bản"
                + " trả lời của Vụ Hợp tác quốc tế; Vụ Pháp chế.",
            "Để bảo đảm tiến độ tổng hợp, Cục Thông tin đối ngoại đề nghị Quý đơn vị khẩn trương thực"
                + " hiện nội dung nêu trên và gửi văn bản trả lời về Cục Thông tin đối ngoại (qua Phòng"
                + " Truyền thông đối ngoại) chậm nhất là ngày 05/01/2027. Trường hợp không có đề xuất"
                + " hoặc ý kiến, đề nghị Quý đơn vị có văn bản thông báo để Cục Thông tin đối ngoại tổng"
                + " hợp.",
            "Trân trọng cảm ơn./.");
  }

  @Test
  void manyUnitsStandInAList() {
    assertThat(reminder(List.of("A", "B", "C", "D", " "), "").paragraphs())
        .contains("- A;", "- B;", "- C;", "- D.")
        .noneMatch(p -> p.contains("(qua"));
    assertThatThrownBy(() -> reminder(List.of(" "), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCorrectionSaysWhatStandsAndWhatShould() {
    LetterText text =
        CorrectionText.correction(
            LETTER,
            "sai sót khi trình bày.",
            List.of(new Fix("trích yếu", "năm 2026", "năm 2027")));
    assertThat(text.subject()).isEqualTo("đính chính Công văn số 01/TTĐN-PTTĐN ngày 25/11/2026");
    assertThat(text.paragraphs())
        .containsExactly(
            "Ngày 25/11/2026, Cục Thông tin đối ngoại đã ban hành Công văn số 01/TTĐN-PTTĐN về việc"
                + " đề xuất nội dung Kế hoạch thông tin đối ngoại năm 2027 của Bộ.",
            "Lý do đính chính: sai sót khi trình bày.",
            "Cục Thông tin đối ngoại đính chính Công văn số 01/TTĐN-PTTĐN ngày 25/11/2026 như sau:",
            "- Tại trích yếu: “năm 2026” đính chính thành “năm 2027”.",
            "Các nội dung khác của Công văn số 01/TTĐN-PTTĐN không thay đổi.",
            "Cục Thông tin đối ngoại thông báo để các cơ quan, đơn vị biết và thực hiện./.");
    assertThat(CorrectionText.correction(LETTER, " ", List.of()).paragraphs())
        .contains("Lý do đính chính: ….", "- Tại …: “…” đính chính thành “…”.");
  }

  @Test
  void aReplacementEndsTheOldOne() {
    LetterText text =
        CorrectionText.replacement(LETTER, "thay đổi thời hạn", List.of("Nội dung mới."));
    assertThat(text.subject()).isEqualTo("thay thế Công văn số 01/TTĐN-PTTĐN ngày 25/11/2026");
    assertThat(text.paragraphs())
        .containsExactly(
            "Cục Thông tin đối ngoại ban hành Công văn này thay thế Công văn số 01/TTĐN-PTTĐN ngày"
                + " 25/11/2026 về việc đề xuất nội dung Kế hoạch thông tin đối ngoại năm 2027 của Bộ.",
            "Lý do thay thế: thay đổi thời hạn.",
            "Nội dung mới.",
            "Công văn số 01/TTĐN-PTTĐN không còn giá trị sử dụng kể từ ngày ký Công văn này.",
            "Cục Thông tin đối ngoại thông báo để các cơ quan, đơn vị biết và thực hiện./.");
  }

  @Test
  void aRecallSaysWhatToDoWithTheCopies() {
    CitedDocument slip =
        new CitedDocument(
            "Phiếu trình", "01/PTr-TTĐN", LocalDate.of(2026, 2, 3), "Cục Thông tin đối ngoại", "");
    LetterText text = CorrectionText.recall(slip, "gửi nhầm nơi nhận");
    assertThat(text.subject()).isEqualTo("thu hồi Phiếu trình số 01/PTr-TTĐN ngày 03/02/2026");
    assertThat(text.paragraphs())
        .containsExactly(
            "Ngày 03/02/2026, Cục Thông tin đối ngoại đã ban hành Phiếu trình số 01/PTr-TTĐN.",
            "Lý do thu hồi: gửi nhầm nơi nhận.",
            "Cục Thông tin đối ngoại thông báo thu hồi Phiếu trình số 01/PTr-TTĐN ngày 03/02/2026 và"
                + " đề nghị các cơ quan, đơn vị đã nhận văn bản không sử dụng văn bản này, gửi lại bản"
                + " giấy (nếu có) cho Cục Thông tin đối ngoại, hủy bỏ bản điện tử và thông báo để Cục"
                + " Thông tin đối ngoại biết.",
            "Trân trọng cảm ơn sự phối hợp của các cơ quan, đơn vị./.");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-25, 25/11/2026", "2015-09-07, 07/9/2015", "2013-01-03, 03/01/2013",
    "2026-02-28, 28/02/2026", "2023-08-14, 14/8/2023", "2026-10-01, 01/10/2026"
  })
  void daysAreWrittenAsOfficialTextsDo(LocalDate day, String written) {
    assertThat(CitedDocument.written(day)).isEqualTo(written);
  }

  @Test
  void everythingIsComposed() {
    String decomposed = Normalizer.normalize("lý do về đơn vị", Normalizer.Form.NFD);
    for (String paragraph :
        CorrectionText.correction(
                LETTER, decomposed, List.of(new Fix(decomposed, decomposed, decomposed)))
            .paragraphs()) {
      assertThat(Normalizer.isNormalized(paragraph, Normalizer.Form.NFC)).isTrue();
    }
    for (String paragraph : reminder(List.of(decomposed), decomposed).paragraphs()) {
      assertThat(Normalizer.isNormalized(paragraph, Normalizer.Form.NFC)).isTrue();
    }
  }

  private static LetterText reminder(List<String> units, String through) {
    return ReminderText.of(
        LETTER,
        "gửi nội dung đề xuất",
        LocalDate.of(2026, 12, 15),
        units,
        LocalDate.of(2027, 1, 5),
        through);
  }
}
