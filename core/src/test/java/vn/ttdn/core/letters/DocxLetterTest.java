package vn.ttdn.core.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.ttdn.core.comparison.Comparison;
import vn.ttdn.core.comparison.ReadText.Read;
import vn.ttdn.core.comparison.TextOfFile;
import vn.ttdn.core.files.FileInspector;
import vn.ttdn.core.files.FileType;
import vn.ttdn.core.files.IncomingFile;

/** The letter as a file: its text, and its form against NĐ 30/2020/NĐ-CP, Phụ lục I. */
class DocxLetterTest {
  private static final LetterDraft LETTER =
      new LetterDraft(
          "Bộ Thông tin và Truyền thông",
          "Cục Thông tin đối ngoại",
          "/TTĐN-PTTĐN",
          "Hà Nội",
          2026,
          "đôn đốc thực hiện Công văn số 01/TTĐN-PTTĐN ngày 25/11/2026",
          List.of("Vụ Hợp tác quốc tế", "Vụ Pháp chế"),
          List.of("Đoạn một.", "Trân trọng cảm ơn./."),
          List.of("Như trên", "Lưu: VT, PTTĐN"),
          "KT. CỤC TRƯỞNG",
          "PHÓ CỤC TRƯỞNG",
          "Phạm Quốc Anh");

  @Test
  void everythingStandsInItsOrder() {
    assertThat(lines(LETTER))
        .containsExactly(
            "BỘ THÔNG TIN VÀ TRUYỀN THÔNG",
            "CỤC THÔNG TIN ĐỐI NGOẠI",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số:     /TTĐN-PTTĐN",
            "V/v đôn đốc thực hiện Công văn số 01/TTĐN-PTTĐN ngày 25/11/2026",
            "Hà Nội, ngày     tháng     năm 2026",
            "Kính gửi:",
            "- Vụ Hợp tác quốc tế;",
            "- Vụ Pháp chế.",
            "Đoạn một.",
            "Trân trọng cảm ơn./.",
            "Nơi nhận:",
            "- Như trên;",
            "- Lưu: VT, PTTĐN.",
            "KT. CỤC TRƯỞNG",
            "PHÓ CỤC TRƯỞNG",
            "Phạm Quốc Anh");
  }

  @Test
  void whatMayBeMissingLeavesNoTrace() {
    LetterDraft short_ =
        new LetterDraft(
            "",
            "UBND tỉnh A",
            "UBND-VP",
            "Thành phố A",
            2027,
            "V/v  họp",
            List.of("- Sở Tài chính;"),
            List.of("Nội dung\n\nhai đoạn"),
            List.of("- Lưu: VT."),
            "",
            "Chủ tịch",
            "");
    assertThat(lines(short_))
        .containsExactly(
            "UBND TỈNH A",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số:     /UBND-VP",
            "V/v họp",
            "Thành phố A, ngày     tháng     năm 2027",
            "Kính gửi: Sở Tài chính",
            "Nội dung",
            "hai đoạn",
            "Nơi nhận:",
            "- Lưu: VT.",
            "CHỦ TỊCH");
  }

  @Test
  void everyLetterHasWhatEveryLetterHas() {
    assertThatThrownBy(() -> with(" ", "x", List.of("A"), List.of("p"), List.of("n"), "O"))
        .hasMessageContaining("issuingAgency");
    assertThatThrownBy(() -> with("A", "V/v ", List.of("A"), List.of("p"), List.of("n"), "O"))
        .hasMessageContaining("subject");
    assertThatThrownBy(() -> with("A", "x", List.of(), List.of("p"), List.of("n"), "O"))
        .hasMessageContaining("addressees");
    assertThatThrownBy(() -> with("A", "x", List.of("A"), List.of(" \n"), List.of("n"), "O"))
        .hasMessageContaining("paragraphs");
    assertThatThrownBy(() -> with("A", "x", List.of("A"), List.of("p"), List.of("- ;"), "O"))
        .hasMessageContaining("recipients");
    assertThatThrownBy(() -> with("A", "x", List.of("A"), List.of("p"), List.of("n"), ""))
        .hasMessageContaining("office");
  }

  @Test
  void wordsAreEscapedCleanedAndComposed() {
    String hostile = "a < b & \"c\" > 'd' ]]> \u0000\u0007\uFFFF\uD800 <w:t>&amp; hết 😀";
    LetterDraft letter =
        with(
            "Cơ quan <A> & B",
            Normalizer.normalize("kế hoạch", Normalizer.Form.NFD),
            List.of("R&D"),
            List.of(hostile),
            List.of("<>"),
            "O");
    assertThat(lines(letter))
        .contains(
            "CƠ QUAN <A> & B",
            "V/v kế hoạch",
            "Kính gửi: R&D",
            "a < b & \"c\" > 'd' ]]>  <w:t>&amp; hết 😀",
            "- <>.");
  }

  @Test
  void theFileIsADocxWhosePartsHoldTogether() throws Exception {
    byte[] file = DocxLetter.bytes(LETTER);
    assertThat(
            new FileInspector(1 << 20)
                .inspect(
                    new IncomingFile(
                        "đôn đốc.docx", file.length, () -> new ByteArrayInputStream(file))))
        .isEqualTo(FileType.DOCX);
    Map<String, byte[]> parts = parts(file);
    assertThat(parts.keySet()).first().isEqualTo("[Content_Types].xml");
    for (byte[] part : parts.values()) {
      parsed(part);
    }
    for (String part : parts.keySet()) {
      if (!part.endsWith(".rels") && !part.startsWith("[")) {
        assertThat(
                texts(parts.get("[Content_Types].xml"), "//*[local-name()='Override']/@PartName"))
            .contains("/" + part);
      }
    }
    assertThat(texts(parts.get("_rels/.rels"), "//@Target")).allMatch(parts::containsKey);
    assertThat(texts(parts.get("word/_rels/document.xml.rels"), "//@Target"))
        .allMatch(target -> parts.containsKey("word/" + target));
    String header =
        texts(
                parts.get("word/document.xml"),
                "//*[local-name()='headerReference']/@*[local-name()='id']")
            .get(0);
    assertThat(
            texts(parts.get("word/_rels/document.xml.rels"), "//*[@Id='" + header + "']/@Target"))
        .containsExactly("header1.xml");
    assertThat(texts(parts.get("docProps/core.xml"), "//*[local-name()='title']"))
        .containsExactly("V/v đôn đốc thực hiện Công văn số 01/TTĐN-PTTĐN ngày 25/11/2026");
  }

  @Test
  void thePageIsAsTheDecreeAsks() throws Exception {
    Document document = parsed(parts(DocxLetter.bytes(LETTER)).get("word/document.xml"));
    Element size = (Element) document.getElementsByTagName("w:pgSz").item(0);
    assertThat(millimetres(size, "w:w")).isEqualTo(210);
    assertThat(millimetres(size, "w:h")).isEqualTo(297);
    Element margins = (Element) document.getElementsByTagName("w:pgMar").item(0);
    assertThat(millimetres(margins, "w:top")).isBetween(20L, 25L);
    assertThat(millimetres(margins, "w:bottom")).isBetween(20L, 25L);
    assertThat(millimetres(margins, "w:left")).isBetween(30L, 35L);
    assertThat(millimetres(margins, "w:right")).isBetween(15L, 20L);
    assertThat(document.getElementsByTagName("w:titlePg").getLength())
        .as("no number on page 1")
        .isEqualTo(1);
    byte[] header = parts(DocxLetter.bytes(LETTER)).get("word/header1.xml");
    assertThat(texts(header, "//*[local-name()='fldSimple']/@*[local-name()='instr']"))
        .containsExactly(" PAGE ");
    byte[] styles = parts(DocxLetter.bytes(LETTER)).get("word/styles.xml");
    assertThat(texts(styles, "//*[local-name()='rFonts']/@*")).containsOnly("Times New Roman");
  }

  @Test
  void everyComponentHasItsSizeAndStyle() throws Exception {
    Map<String, String> looks = looks(DocxLetter.bytes(LETTER));
    assertThat(looks)
        .containsEntry("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "12 bold")
        .containsEntry("Độc lập - Tự do - Hạnh phúc", "13 bold")
        .containsEntry("BỘ THÔNG TIN VÀ TRUYỀN THÔNG", "12")
        .containsEntry("CỤC THÔNG TIN ĐỐI NGOẠI", "12 bold")
        .containsEntry("Số:     /TTĐN-PTTĐN", "13")
        .containsEntry("Hà Nội, ngày     tháng     năm 2026", "13 italic")
        .containsEntry("V/v đôn đốc thực hiện Công văn số 01/TTĐN-PTTĐN ngày 25/11/2026", "12")
        .containsEntry("Kính gửi:", "14")
        .containsEntry("Đoạn một.", "14")
        .containsEntry("Nơi nhận:", "12 bold italic")
        .containsEntry("- Như trên;", "11")
        .containsEntry("KT. CỤC TRƯỞNG", "14 bold")
        .containsEntry("PHÓ CỤC TRƯỞNG", "14 bold")
        .containsEntry("Phạm Quốc Anh", "14 bold");
  }

  @Test
  void theSameLetterGivesTheSameBytesInAnyTimeZone() {
    TimeZone before = TimeZone.getDefault();
    byte[] here = DocxLetter.bytes(LETTER);
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
      assertThat(DocxLetter.bytes(LETTER)).isEqualTo(here);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void theCallersStreamStaysOpen() throws IOException {
    List<String> closed = new ArrayList<>();
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed.add("closed");
          }
        };
    DocxLetter.write(LETTER, out);
    assertThat(closed).isEmpty();
    assertThat(out.toByteArray()).isEqualTo(DocxLetter.bytes(LETTER));
  }

  @Test
  void signedItIsStillTheSameLetter() {
    String signed =
        String.join("\n", lines(LETTER))
            .replaceFirst("Số: *", "Số: 03")
            .replaceFirst("ngày *tháng *năm", "ngày 16 tháng 12 năm");
    assertThat(Comparison.compare(new Read(String.join("\n", lines(LETTER))), new Read(signed)))
        .isEqualTo(new Comparison.Same());
  }

  private static LetterDraft with(
      String agency,
      String subject,
      List<String> addressees,
      List<String> paragraphs,
      List<String> recipients,
      String office) {
    return new LetterDraft(
        "", agency, "/A", "B", 2026, subject, addressees, paragraphs, recipients, "", office, "");
  }

  private static List<String> lines(LetterDraft letter) {
    byte[] file = DocxLetter.bytes(letter);
    TextOfFile texts = new TextOfFile(pdf -> new Read("x"));
    Read read = (Read) texts.read(new ByteArrayInputStream(file));
    return read.text().lines().filter(line -> !line.isBlank()).toList();
  }

  private static Map<String, byte[]> parts(byte[] file) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        parts.put(e.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  private static Document parsed(byte[] part) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(part));
  }

  private static List<String> texts(byte[] part, String path) throws Exception {
    XPath xpath = XPathFactory.newInstance().newXPath();
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    NodeList nodes =
        (NodeList)
            xpath.evaluate(
                path,
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(part)),
                XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  private static long millimetres(Element element, String attribute) {
    return Math.round(Integer.parseInt(element.getAttribute(attribute)) / 1440.0 * 25.4);
  }

  /** Size and style of each run, by its words. */
  private static Map<String, String> looks(byte[] file) throws Exception {
    Map<String, String> looks = new LinkedHashMap<>();
    NodeList runs = parsed(parts(file).get("word/document.xml")).getElementsByTagName("w:r");
    for (int i = 0; i < runs.getLength(); i++) {
      Element run = (Element) runs.item(i);
      Element size = (Element) run.getElementsByTagName("w:sz").item(0);
      String look =
          Integer.parseInt(size.getAttribute("w:val")) / 2
              + (run.getElementsByTagName("w:b").getLength() > 0 ? " bold" : "")
              + (run.getElementsByTagName("w:i").getLength() > 0 ? " italic" : "");
      looks.put(run.getTextContent(), look);
    }
    return looks;
  }
}
