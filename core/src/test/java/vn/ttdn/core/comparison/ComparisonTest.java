package vn.ttdn.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.comparison.Letter.APPROVED;
import static vn.ttdn.core.comparison.Letter.SIGNED;

import java.text.Normalizer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ttdn.core.comparison.Comparison.Difference;
import vn.ttdn.core.comparison.Comparison.Different;
import vn.ttdn.core.comparison.Comparison.NotCompared;
import vn.ttdn.core.comparison.Comparison.Result;
import vn.ttdn.core.comparison.Comparison.Same;
import vn.ttdn.core.comparison.Comparison.Side;
import vn.ttdn.core.comparison.Comparison.Verdict;
import vn.ttdn.core.comparison.ReadText.NotRead;
import vn.ttdn.core.comparison.ReadText.Read;
import vn.ttdn.core.text.Messages;

/** What passes as signing, numbering and printing, and what does not. */
class ComparisonTest {
  @Test
  void whatSigningAddsIsNoDifference() {
    same(APPROVED, APPROVED);
    same(APPROVED, SIGNED);
  }

  @Test
  void theWayOfWritingIsNoDifference() {
    same(APPROVED, Normalizer.normalize(SIGNED, Normalizer.Form.NFD));
    same(APPROVED, SIGNED.replace(' ', '\u00A0').replace("-", "\u2013"));
    same(APPROVED, SIGNED.replace("Kế hoạch", "Kế\u200B hoạch").replace("\n", "\r\n"));
    same(APPROVED, SIGNED.replace('Ư', '\u01A2').replace('ư', '\u01A3').replace('Đ', '\u00D0'));
    same(APPROVED, SIGNED.replace("đối ngoại", "đốingoại"));
    same(APPROVED, SIGNED.replace("Độc lập", "ĐỘC LẬP"));
    same("Gọi là “Kế hoạch” …", "Gọi là \"Kế hoạch\" ...");
    same("Văn phòng ﬁnal", "Văn phòng final");
  }

  @ParameterizedTest
  @CsvSource({
    "ngày … tháng … năm 20…, ngày 05 tháng 9 năm 2026",
    "ngày .... tháng .... năm ...., ngày 5 tháng 12 năm 2026",
    "ngày     tháng 12 năm 2026, ngày 05 tháng 12 năm 2026",
    "ngày tháng năm, ngày 05 tháng 12 năm 2026",
    "ngày   /   /2026, ngày 05/12/2026",
    "ngày ../../202.., ngày 05/12/2026",
    "Số: ……/QĐ-BTTTT, Số: 2318/QĐ-BTTTT",
    "theo Quyết định số      /QĐ-BTTTT, theo Quyết định số 2318/QĐ-BTTTT",
    "Số:____/BC-TTĐN, Số: 07/BC-TTĐN"
  })
  void openPlacesAreFilledIn(String open, String filled) {
    same("Kèm theo văn bản " + open + " nêu trên", "Kèm theo văn bản " + filled + " nêu trên");
  }

  @ParameterizedTest
  @CsvSource({
    "ngày     tháng     năm 2026, ngày 45 tháng 12 năm 2026",
    "ngày     tháng     năm 2026, ngày 05 tháng 13 năm 2026",
    "ngày     tháng     năm 2026, ngày 05 tháng 12 năm 2027",
    "ngày 05 tháng 12 năm 2026, ngày 06 tháng 12 năm 2026",
    "ngày 05 tháng 12 năm 2026, ngày tháng năm 2026",
    "Số:     /QĐ-BTTTT, Số: 2318/QĐ-BTNMT",
    "Số:     /QĐ-BTTTT, Số: 1234567/QĐ-BTTTT",
    "số 72/2015/NĐ-CP, số 73/2015/NĐ-CP",
    "năm 20…, năm 1926"
  })
  void placesThatAreNotOpenAreNot(String approved, String signed) {
    different("Kèm theo văn bản " + approved + " này", "Kèm theo văn bản " + signed + " này");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(Đã ký)",
        "Đã ký và đóng dấu",
        "Người ký: Cục Thông tin đối ngoại\nEmail: cuc@ttdn.example\nCơ quan: Bộ Thông tin và Truyền\nthông\nThời gian ký: 25.11.2026 08:15:30 +07:00",
        "Ký bởi: Phạm Quốc Anh\nNgày ký: 25-11-2026",
        "Signature Not Verified\nDigitally signed by PHẠM QUỐC ANH\nDate: 2026.11.25 08:15:30 +07:00",
        "DN: CN=Phạm Quốc Anh, O=TTĐN\nDigitally signed by Phạm Quốc Anh",
        "Phạm Quốc Anh",
        "TS. Phạm Quốc Anh"
      })
  void tracesOfASignatureAreNoDifference(String traces) {
    same(APPROVED, SIGNED.replace("(Đã ký)\nPhạm Quốc Anh", traces));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Email: kẻ lạ",
        "Phạm Quốc Anh\nNguyễn Văn Ba",
        "Kinh phí tăng gấp đôi",
        "TL. CỤC TRƯỞNG",
        "Người ký và đóng dấu chịu trách nhiệm"
      })
  void otherThingsUnderALetterAre(String added) {
    different(APPROVED, SIGNED.replace("(Đã ký)\nPhạm Quốc Anh", added));
  }

  @Test
  void aNameThatWasApprovedStays() {
    String withName = APPROVED + "Phạm Quốc Anh\n";
    same(withName, SIGNED);
    different(withName, SIGNED.replace("Phạm Quốc Anh", "Phạm Quốc Anh\nNguyễn Văn Ba"));
    Difference difference = onlyDifference(withName, SIGNED.replace("Phạm Quốc", "Phạm Văn"));
    assertThat(difference.approved()).isEqualTo("Quốc");
    assertThat(difference.signed()).isEqualTo("Văn");
  }

  @Test
  void theMarkOfADraftGoesAway() {
    same("DỰ THẢO\n" + APPROVED, SIGNED);
    same("(Dự thảo lần 2)\n" + APPROVED, SIGNED);
    different("Dự thảo Kế hoạch đã sửa\n" + APPROVED, SIGNED);
  }

  @Test
  void pagesAddNumbersAndRunningLines() {
    String printed =
        "Trang 1/3\nđoạn một\nChân trang\f Trang 2/3\nđoạn hai\nChân trang\f"
            + "Trang 3/3\nđoạn ba\nChân trang\f";
    same("đoạn một\nđoạn hai\nđoạn ba", printed);
    same("đoạn một đoạn hai", "đoạn một\f- 2 -\nđoạn hai");
    same("tháng 2 năm 2027", "tháng\f2\n2 năm 2027");
    different("đoạn một đoạn hai", "đoạn một\f7\nđoạn hai");
    different("đoạn một đoạn hai", "đoạn một\n2\nđoạn hai");
  }

  @Test
  void sumsAtTheEndOfPagesAreNotTakenForRunningLines() {
    String approved = "Kinh phí mục A\n1.500\f2\nKinh phí mục B\n1.500\f3\nKinh phí mục C\n1.500";
    different(approved, approved.replace("mục B\n1.500", "mục B\n9.500"));
  }

  @Test
  void theHeadingOfATableIsRepeatedOnItsPages() {
    same(
        "TT\nNhiệm vụ\nKinh phí\n1\nTập huấn\n5\n2\nBiên soạn\n6",
        "TT\nNhiệm vụ\nKinh phí\n1\nTập huấn\n5\f2\nTT\nNhiệm vụ\nKinh phí\n2\nBiên soạn\n6");
  }

  @Test
  void marginsOfTheDraftMayShowOnThePage() {
    String address = "Số 7 Nguyễn Du, Hà Nội; điện thoại 024 1234567";
    same(new Read(APPROVED, address), new Read(SIGNED.replace("\f2", address + "\n\f2")));
    different(APPROVED, SIGNED.replace("\f2", address + "\n\f2"));
    Result changed =
        Comparison.compare(
            new Read(APPROVED, address),
            new Read(SIGNED.replace("\f2", address.replace('7', '9') + "\n\f2")));
    assertThat(changed.verdict()).isEqualTo(Verdict.DIFFERENT);
  }

  @Test
  void columnsMayBeReadLineByLine() {
    String acrossColumns =
        SIGNED
            .replace(
                """
                BỘ THÔNG TIN VÀ TRUYỀN
                THÔNG
                CỤC THÔNG TIN ĐỐI NGOẠI
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Số: 01/TTĐN-PTTĐN
                V/v đề xuất nội dung Kế hoạch thông
                tin đối ngoại năm 2027
                Hà Nội, ngày 25 tháng 11 năm 2026
                """,
                """
                BỘ THÔNG TIN VÀ TRUYỀN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                THÔNG Độc lập - Tự do - Hạnh phúc
                CỤC THÔNG TIN ĐỐI NGOẠI
                Số: 01/TTĐN-PTTĐN Hà Nội, ngày 25 tháng 11 năm 2026
                V/v đề xuất nội dung Kế hoạch thông
                tin đối ngoại năm 2027
                """)
            .replace(
                """
                Nơi nhận:
                - Như trên;
                - Lưu: VT, PTTĐN.
                KT. CỤC TRƯỞNG
                PHÓ CỤC TRƯỞNG
                (Đã ký)
                """,
                """
                KT. CỤC TRƯỞNG
                Nơi nhận: PHÓ CỤC TRƯỞNG
                - Như trên;
                - Lưu: VT, PTTĐN. (Đã ký)
                """);
    same(APPROVED, acrossColumns);
    Difference changed =
        onlyDifference(APPROVED, acrossColumns.replace("Lưu: VT, PTTĐN", "Lưu: VT, NVĐP"));
    assertThat(changed.approved()).isEqualTo("PTTĐN");
    assertThat(changed.signed()).isEqualTo("NVĐP");
    different(APPROVED, acrossColumns.replace("Số: 01/TTĐN", "Số: 01/TTBC"));
  }

  @Test
  void orderCountsInTheText() {
    different(
        APPROVED,
        SIGNED.replace(
            "Vụ Kế hoạch - Tài chính thẩm định,\nVụ Pháp chế phối hợp",
            "Vụ Pháp chế thẩm định,\nVụ Kế hoạch - Tài chính phối hợp"));
  }

  @Test
  void numberAndDateMayBePrintedOntoTheFinishedPage() {
    String open =
        SIGNED.replace("Số: 01/", "Số:    /").replace("ngày 25 tháng 11 năm", "ngày tháng năm");
    same(APPROVED, open.replace("\f2", "01\n25\n11\n\f2"));
    different(APPROVED, open.replace("\f2", "01\n25\n11\n12\n\f2"));
    different(APPROVED, SIGNED.replace("\f2", "07\n\f2"));
  }

  @Test
  void labelsThatTheProgramMakesMayBeAnything() {
    String draft = "Các việc\n\u2043 Điều tra\n\u2043 Biên soạn 2 cuốn\n\u2043 Sơ kết\u2043";
    same(draft, "Các việc\n1. Điều tra\n2. Biên soạn 2 cuốn\n3. Sơ kết1");
    same(draft, "Các việc\n- Điều tra\na) Biên soạn 2 cuốn\nIV. Sơ kết (1)");
    same(draft, "Các việc\nĐiều 1. Điều tra\n\uF0B7 Biên soạn 2 cuốn\n• Sơ kết");
    different(draft, "Các việc\n1. Điều tra\n2. Biên soạn 3 cuốn\n3. Sơ kết");
    different(draft, "Các việc\n1. Điều tra\n2. không Biên soạn 2 cuốn\n3. Sơ kết");
    different("1. Điều tra", "2. Điều tra");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "450.000.000|450.000.001",
        "450.000.000|45.000.000",
        "Trần Thị Mai|Trần Thị Mái",
        "Trần Thị Mai|Trần Thị Mai Anh",
        "0241234567|0241234568",
        "15/12/2026|16/12/2026",
        "15/12/2026|15/12/2026, sau đó gửi bản giấy",
        "gồm: tên|gồm tên",
        "Vụ Pháp chế phối hợp|Vụ Pháp chế không phối hợp",
        "Các đơn vị thuộc Bộ|Các đơn vị thuộc Cục",
        "năm 2027|năm 2028",
        "- Như trên;|- Như trên; - Bộ trưởng;",
        "PHÓ CỤC TRƯỞNG|CHÁNH VĂN PHÒNG",
        "TTĐN-PTTĐN|TTĐN-NVĐP",
        "HÒA|HOÀ"
      },
      delimiter = '|')
  void everyOtherWordCounts(String from, String to) {
    assertThat(SIGNED).contains(from);
    Different different = different(APPROVED, SIGNED.replaceFirst(from, to));
    assertThat(different.differences()).hasSize(1);
    assertThat(different.similarity()).isBetween(0.9, Math.nextDown(1.0));
  }

  @Test
  void aChangedSumIsShownWithWhatStandsAroundIt() {
    assertThat(onlyDifference(APPROVED, SIGNED.replace("450.000.000", "950.000.000")))
        .isEqualTo(
            new Difference(
                "450.000.000", "950.000.000", "hiện. Kinh phí dự kiến […] đồng do Vụ Kế hoạch -"));
  }

  @Test
  void aParagraphLeftOutIsShown() {
    String paragraph = "Đầu mối: đồng chí Trần Thị Mai, điện thoại 0241234567.";
    Difference difference = onlyDifference(APPROVED, SIGNED.replace(paragraph, ""));
    assertThat(difference.approved()).isEqualTo(paragraph);
    assertThat(difference.signed()).isEmpty();
    Difference added = onlyDifference(APPROVED.replace(paragraph, ""), SIGNED);
    assertThat(added.approved()).isEmpty();
    assertThat(added.signed()).isEqualTo(paragraph);
  }

  @Test
  void blanksWithinNumbersCount() {
    different("chi 1 000 đồng cho 5 người", "chi 10 00 đồng cho 5 người");
    different("mục 1 2", "mục 12");
  }

  @Test
  void anotherDocumentIsFarOff() {
    String other =
        """
        BỘ THÔNG TIN VÀ TRUYỀN THÔNG
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Số: 15/BC-TTBC
        Hà Nội, ngày 02 tháng 3 năm 2026
        BÁO CÁO
        Trong tháng, Trung tâm đã đón hai đoàn phóng viên nước ngoài, tổ chức họp báo và cấp phép hoạt động.
        Khó khăn: thiếu phiên dịch tiếng Nhật. Kiến nghị bổ sung biên chế cho năm sau.
        Nơi nhận:
        - Văn phòng Cục.
        GIÁM ĐỐC
        """;
    assertThat(different(APPROVED, other).similarity()).isLessThan(0.3);
    assertThat(different("một hai ba bốn", "năm sáu bảy tám").similarity()).isZero();
  }

  @Test
  void onlySoManyDifferencesAreListedAndShownInFull() {
    String approved = words(400, i -> "từ" + i + " giữ nguyên phần này");
    String signed = words(400, i -> (i % 4 == 0 ? "khác" : "từ") + i + " giữ nguyên phần này");
    Different different = different(approved, signed);
    assertThat(different.differences()).hasSize(Comparison.MAX_LISTED);
    assertThat(different.total()).isEqualTo(100);
    String removed = onlyDifference("đầu " + approved + " cuối", "đầu cuối").approved();
    assertThat(removed).startsWith("từ0 giữ").endsWith("…").hasSizeLessThan(310);
  }

  @ParameterizedTest
  @EnumSource(NotReadReason.class)
  void aTextThatWasNotReadIsNotCompared(NotReadReason reason) {
    assertThat(Comparison.compare(new NotRead(reason), new Read(SIGNED)))
        .isEqualTo(new NotCompared(Side.APPROVED, reason));
    assertThat(Comparison.compare(new Read(APPROVED), new NotRead(reason)))
        .isEqualTo(new NotCompared(Side.SIGNED, reason));
  }

  @Test
  void aScanWithNothingButItsSignatureIsNotCompared() {
    assertThat(
            Comparison.compare(
                new Read(APPROVED),
                new Read("Người ký: Cục Thông tin đối ngoại\nNgày ký: 25/11/2026\f2\f")))
        .isEqualTo(new NotCompared(Side.SIGNED, NotReadReason.SCAN_WITHOUT_TEXT));
    assertThat(Comparison.compare(new Read("DỰ THẢO\n…"), new Read(SIGNED)))
        .isEqualTo(new NotCompared(Side.APPROVED, NotReadReason.EMPTY));
  }

  @Test
  void verdictsAndSidesHaveLabels() {
    for (Verdict verdict : Verdict.values()) {
      assertThat(verdict.label(Messages.ENGLISH)).isNotEqualTo(verdict.label(Messages.VIETNAMESE));
    }
    for (Side side : Side.values()) {
      assertThat(side.label(Messages.ENGLISH)).isNotEqualTo(side.label(Messages.VIETNAMESE));
    }
  }

  @Property
  void aTextIsTheSameHoweverItIsWrapped(@ForAll long seed) {
    java.util.Random random = new java.util.Random(seed);
    String wrapped =
        APPROVED
            .chars()
            .mapToObj(
                c ->
                    c == ' ' || c == '\n'
                        ? new String[] {" ", "\n", "\n\n", "  ", "\t"}[random.nextInt(5)]
                        : String.valueOf((char) c))
            .collect(Collectors.joining());
    same(APPROVED, wrapped);
  }

  @Property
  void whateverTheTextsAreTheyAreCompared(@ForAll String a, @ForAll String b) {
    Result result = Comparison.compare(read(a), read(b));
    if (result instanceof Different different) {
      assertThat(different.similarity()).isBetween(0.0, Math.nextDown(1.0));
      assertThat(different.total()).isPositive();
    }
    assertThat(Comparison.compare(read(a), read(a)).verdict()).isNotEqualTo(Verdict.DIFFERENT);
  }

  @Property
  void oneOtherDigitIsAlwaysFound(@ForAll int at) {
    int[] digits =
        IntStream.range(0, APPROVED.length())
            .filter(i -> Character.isDigit(APPROVED.charAt(i)))
            .toArray();
    int place = digits[Math.floorMod(at, digits.length)];
    char other = (char) ('0' + (APPROVED.charAt(place) - '0' + 1 + Math.floorMod(at, 8)) % 10);
    different(APPROVED, APPROVED.substring(0, place) + other + APPROVED.substring(place + 1));
  }

  private static Read read(String text) {
    return new Read(text.isBlank() ? "x" + text : text);
  }

  private static String words(int count, java.util.function.IntFunction<String> word) {
    return IntStream.range(0, count).mapToObj(word).collect(Collectors.joining(" "));
  }

  private static void same(String approved, String signed) {
    same(new Read(approved), new Read(signed));
  }

  private static void same(Read approved, Read signed) {
    assertThat(Comparison.compare(approved, signed)).isEqualTo(new Same());
  }

  private static Different different(String approved, String signed) {
    Result result = Comparison.compare(new Read(approved), new Read(signed));
    assertThat(result).isInstanceOf(Different.class);
    return (Different) result;
  }

  private static Difference onlyDifference(String approved, String signed) {
    Different different = different(approved, signed);
    assertThat(different.differences()).hasSize(1);
    return different.differences().get(0);
  }
}
