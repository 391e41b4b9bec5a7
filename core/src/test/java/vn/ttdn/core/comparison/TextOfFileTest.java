package vn.ttdn.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ttdn.core.comparison.Files.docx;
import static vn.ttdn.core.comparison.Files.odf;
import static vn.ttdn.core.comparison.Files.odt;
import static vn.ttdn.core.comparison.Files.p;
import static vn.ttdn.core.comparison.Files.word;
import static vn.ttdn.core.comparison.Files.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ttdn.core.comparison.ReadText.NotRead;
import vn.ttdn.core.comparison.ReadText.Read;

/** What is read of files that are as they should be. The others are {@link HostileFilesTest}'s. */
class TextOfFileTest {
  private final TextOfFile texts = new TextOfFile(pdf -> new Read("a PDF"));

  @Test
  void aDocxGivesItsParagraphsAndTablesInOrder() {
    String table =
        "<w:tbl><w:tr><w:tc>"
            + p("TT")
            + "</w:tc><w:tc>"
            + p("Nhiệm vụ")
            + "</w:tc></w:tr><w:tr><w:tc>"
            + p("1")
            + "</w:tc><w:tc>"
            + p("Tập huấn")
            + p("nghiệp vụ")
            + "</w:tc></w:tr></w:tbl>";
    assertThat(lines(docx(p("Kính gửi: Văn phòng") + table + p("Trân trọng./."))))
        .containsExactly(
            "Kính gửi: Văn phòng", "TT", "Nhiệm vụ", "1", "Tập huấn", "nghiệp vụ", "Trân trọng./.");
  }

  @Test
  void aDocxPrintsWhatWasInsertedAndNotWhatWasDeletedMovedAwayOrHidden() {
    String tracked =
        "<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange>"
            + "</w:pPr><w:r><w:t>một</w:t></w:r>"
            + "<w:ins><w:r><w:t> hai</w:t></w:r></w:ins>"
            + "<w:del><w:r><w:delText> ba</w:delText></w:r></w:del>"
            + "<w:moveFrom><w:r><w:t> bốn</w:t></w:r></w:moveFrom>"
            + "<w:moveTo><w:r><w:t> năm</w:t></w:r></w:moveTo>"
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t> sáu</w:t><w:tab/></w:r>"
            + "<w:r><w:rPr><w:vanish w:val=\"false\"/></w:rPr><w:t> bảy</w:t></w:r>"
            + "<w:r><w:instrText> PAGE </w:instrText></w:r></w:p>";
    assertThat(lines(docx(tracked))).containsExactly("một hai năm bảy");
  }

  @Test
  void aDocxTextBoxIsReadOnce() {
    String box = "<w:txbxContent>" + p("khung") + "</w:txbxContent>";
    String alternate =
        "<w:p><w:r><w:t>trước</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">"
            + box
            + "</mc:Choice><mc:Fallback>"
            + box
            + "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>sau</w:t></w:r></w:p>";
    assertThat(lines(docx(alternate))).containsExactly("trước", "khung", "sau");
  }

  @Test
  void aDocxKeepsBreaksTabsHyphensAndFormulas() {
    String run =
        "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>Số:</w:t><w:tab/>"
            + "<w:t>01</w:t><w:noBreakHyphen/><w:t>A</w:t><w:br/><w:t>V/v</w:t><w:softHyphen/>"
            + "<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:sym w:char=\"nothing\"/></w:r>"
            + "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></w:p>";
    assertThat(lines(docx(run))).containsExactly("Số: 01-A", "V/v\uF0FEx+1");
  }

  @Test
  void aDocxMarksTheLabelsThatWordMakes() {
    String styles =
        word(
            "styles",
            "<w:style w:styleId=\"List\"><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>"
                + "<w:style w:styleId=\"Sub\"><w:basedOn w:val=\"List\"/></w:style>"
                + "<w:style w:styleId=\"Plain\"><w:basedOn w:val=\"List\"/><w:pPr><w:numPr>"
                + "<w:numId w:val=\"0\"/></w:numPr></w:pPr></w:style>"
                + "<w:style w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style>");
    String body =
        item("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr>", "trực tiếp")
            + item("<w:pStyle w:val=\"List\"/>", "theo kiểu")
            + item("<w:pStyle w:val=\"Sub\"/>", "theo kiểu cha")
            + item("<w:pStyle w:val=\"Plain\"/>", "kiểu không đánh số")
            + item("<w:pStyle w:val=\"Loop\"/>", "kiểu vòng")
            + item(
                "<w:pStyle w:val=\"List\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>",
                "đã bỏ đánh số");
    assertThat(lines(docx(body, "word/styles.xml", styles)))
        .containsExactly(
            "\u2043 trực tiếp",
            "\u2043 theo kiểu",
            "\u2043 theo kiểu cha",
            "kiểu không đánh số",
            "kiểu vòng",
            "đã bỏ đánh số");
  }

  @Test
  void aDocxGivesNotesAfterItsTextAndMarginsApart() {
    Read read =
        (Read)
            texts.read(
                in(
                    docx(
                        "<w:p><w:r><w:t>thân</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>",
                        "word/footnotes.xml",
                        word("footnotes", p("chú thích")),
                        "word/footer1.xml",
                        word("ftr", p("Số 7 Nguyễn Du, Hà Nội")),
                        "word/header2.xml",
                        word("hdr", p("Đầu trang")))));
    assertThat(read.text().strip().split("\\n+")).containsExactly("thân\u2043 ", "chú thích");
    assertThat(read.margins().strip().split("\\n+"))
        .containsExactly("Đầu trang", "Số 7 Nguyễn Du, Hà Nội");
  }

  @Test
  void theStrictFormOfDocxIsReadToo() {
    String strict =
        "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body>"
            + "<x:p><x:r><x:t>nghiêm ngặt</x:t></x:r></x:p></x:body></x:document>";
    assertThat(lines(zip("[Content_Types].xml", "<Types/>", "word/document.xml", strict)))
        .containsExactly("nghiêm ngặt");
  }

  @Test
  void anOdtGivesParagraphsHeadingsListsAndTables() {
    String text =
        "<text:h>Mục đích</text:h>\n  <text:p>một<text:s text:c=\"3\"/>hai<text:tab/>ba"
            + "<text:line-break/>bốn <text:span>năm</text:span></text:p>"
            + "<text:list><text:list-item><text:p>việc</text:p><text:p>tiếp</text:p></text:list-item></text:list>"
            + "<table:table><table:table-row><table:table-cell><text:p>ô 1</text:p></table:table-cell>"
            + "<table:table-cell><text:p>ô 2</text:p></table:table-cell></table:table-row></table:table>";
    assertThat(lines(odt(text)))
        .containsExactly(
            "\u2043 Mục đích", "một   hai ba", "bốn năm", "\u2043 việc", "tiếp", "ô 1", "ô 2");
  }

  @Test
  void anOdtLeavesOutDeletionsCommentsAndDescriptions() {
    String text =
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>đã xoá</text:p>"
            + "</text:deletion></text:changed-region></text:tracked-changes>"
            + "<text:p>còn<office:annotation><dc:creator>x</dc:creator><text:p>nhận xét</text:p>"
            + "</office:annotation><draw:frame><svg:title>ảnh</svg:title></draw:frame>"
            + "<text:title>tên văn bản</text:title></text:p>";
    assertThat(lines(odt(text))).containsExactly("còntên văn bản");
  }

  @Test
  void anOdtGivesNotesInPlaceAndMarginsApart() {
    String text =
        "<text:p>thân<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            + "<text:p>chú thích</text:p></text:note-body></text:note></text:p>";
    String styles =
        odf(
            "document-styles",
            "<office:master-styles><style:master-page><style:header><text:p>Đầu trang</text:p></style:header>"
                + "<style:footer><text:p>Chân trang</text:p></style:footer></style:master-page>"
                + "</office:master-styles>");
    Read read = (Read) texts.read(in(odt(text, "styles.xml", styles)));
    assertThat(read.text().strip().split("\\n+")).containsExactly("thân\u2043 ", "chú thích");
    assertThat(read.margins().strip().split("\\n+")).containsExactly("Đầu trang", "Chân trang");
  }

  @Test
  void plainTextIsReadInUnicode() {
    assertThat(text("Kế hoạch\r\nnăm 2027".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("Kế hoạch\r\nnăm 2027");
    assertThat(text("Kế hoạch".getBytes(StandardCharsets.UTF_16))).isEqualTo("Kế hoạch");
  }

  @Test
  void aPdfIsReadByItsPort() {
    assertThat(text("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))).isEqualTo("a PDF");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cong-van-de-nghi-de-xuat.docx",
        "cong-van-de-nghi-de-xuat.odt",
        "cong-van-xin-y-kien.docx",
        "phieu-trinh.docx",
        "quyet-dinh.docx",
        "ke-hoach.docx",
        "tra-loi-don-vi.docx"
      })
  void theSamplesAreRead(String name) throws IOException {
    try (InputStream file = java.nio.file.Files.newInputStream(Path.of("../samples", name))) {
      assertThat(((Read) texts.read(file)).text())
          .contains("Độc lập - Tự do - Hạnh phúc", "Nơi nhận:");
    }
  }

  @Test
  void aStreamThatFailsIsNotTheFilesFault() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk");
          }
        };
    assertThatThrownBy(() -> texts.read(failing)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void everyReasonReadsWellInBothLanguages() {
    for (NotReadReason reason : NotReadReason.values()) {
      assertThat(reason.label(vn.ttdn.core.text.Messages.VIETNAMESE)).endsWith(".");
      assertThat(reason.label(vn.ttdn.core.text.Messages.ENGLISH)).endsWith(".");
      assertThat(new NotRead(reason).reason().code()).matches("[a-z]+(-[a-z]+)*");
    }
  }

  private static String item(String properties, String text) {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  private String[] lines(byte[] file) {
    return text(file).strip().split("\\n+");
  }

  private String text(byte[] file) {
    return ((Read) texts.read(in(file))).text();
  }

  private static InputStream in(byte[] file) {
    return new ByteArrayInputStream(file);
  }
}
