package vn.ttdn.core.letters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form of a công văn (NĐ 30/2020/NĐ-CP, Phụ lục I): A4, margins 20 / 20 / 30 / 15 mm, Times New
 * Roman, national name and agency side by side, "Nơi nhận" beside the signature, page numbers in
 * the middle of the top margin from page 2 on. Lengths are twentieths of a point, sizes of letters
 * half points.
 */
final class LetterLayout {
  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private static final String PAGE_WIDTH = "11906";
  private static final String PAGE_HEIGHT = "16838";
  private static final String TOP_AND_BOTTOM = "1134";
  private static final String LEFT = "1701";
  private static final String RIGHT = "851";
  private static final String HEADER = "567";

  /** Between the margins: the columns of the head, and those of the end. */
  private static final int AGENCY = 4080;

  private static final int NATION = 5275;
  private static final int RECIPIENTS = 4655;
  private static final int SIGNATURE = 4700;

  private static final int PT_11 = 22;
  private static final int PT_12 = 24;
  private static final int PT_13 = 26;
  private static final int PT_14 = 28;

  /** Width of the motto "Độc lập - Tự do - Hạnh phúc" in 13 pt bold, which its line has too. */
  private static final int MOTTO = 3300;

  /** Width of a capital letter in 12 pt bold, on average; for the line under the agency's name. */
  private static final int CAPITAL = 145;

  /** Share of the agency's name that the line under it has: a third to a half. */
  private static final double LINE_UNDER_AGENCY = 0.42;

  private static final int ROOM_TO_SIGN = 1440;
  private static final String OPEN_NUMBER = "     ";
  private static final String OPEN_DAY = "     ";

  private final LetterDraft letter;
  private final Markup xml;

  private LetterLayout(LetterDraft letter) {
    this.letter = letter;
    this.xml = part("w:document");
  }

  private static Markup part(String root) {
    Map<String, String> namespaces = new LinkedHashMap<>();
    namespaces.put("w", WORD);
    namespaces.put("r", RELATIONS);
    return new Markup(root, namespaces);
  }

  /** The part {@code word/document.xml}. */
  static byte[] document(LetterDraft letter) {
    LetterLayout layout = new LetterLayout(letter);
    layout.xml.start("w:body");
    layout.head();
    layout.addressees();
    for (int i = 0; i < letter.paragraphs().size(); i++) {
      // The last lines of the text and the signature stay on one page.
      boolean last = i + 1 == letter.paragraphs().size();
      layout.paragraph(
          new Form("LetterBody").keptWithNext(last), run(letter.paragraphs().get(i), PT_14));
    }
    layout.end();
    layout.section();
    return layout.xml.bytes();
  }

  private void head() {
    table(AGENCY, NATION);
    cell(AGENCY);
    if (!letter.parentAgency().isEmpty()) {
      paragraph(centred(), run(letter.parentAgency(), PT_12));
    }
    paragraph(centred(), run(letter.issuingAgency(), PT_12).bold());
    int nameWidth = (int) (letter.issuingAgency().length() * CAPITAL * LINE_UNDER_AGENCY);
    line(AGENCY, Math.min(AGENCY / 2, nameWidth));
    xml.end();
    cell(NATION);
    paragraph(centred(), run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", PT_12).bold());
    paragraph(centred(), run("Độc lập - Tự do - Hạnh phúc", PT_13).bold());
    line(NATION, MOTTO);
    xml.end();
    xml.end();
    row();
    cell(AGENCY);
    paragraph(centred().before(120), run("Số:" + OPEN_NUMBER + letter.symbol(), PT_13));
    paragraph(centred().before(60).indented(100, 100), run("V/v " + letter.subject(), PT_12));
    xml.end();
    cell(NATION);
    paragraph(
        centred().before(120),
        run(
                letter.place() + ", ngày" + OPEN_DAY + "tháng" + OPEN_DAY + "năm " + letter.year(),
                PT_13)
            .italic());
    xml.end();
    xml.end();
    xml.end();
  }

  private void addressees() {
    List<String> to = letter.addressees();
    if (to.size() == 1) {
      paragraph(centred().before(360).after(240), run("Kính gửi: " + to.get(0), PT_14));
      return;
    }
    paragraph(new Form("Normal").before(360).indented(1985, 0), run("Kính gửi:", PT_14));
    for (int i = 0; i < to.size(); i++) {
      boolean last = i + 1 == to.size();
      paragraph(
          new Form("Normal").indented(3119, 0).hanging(170).after(last ? 240 : 0),
          run("- " + to.get(i) + (last ? "." : ";"), PT_14));
    }
  }

  private void end() {
    table(RECIPIENTS, SIGNATURE);
    cell(RECIPIENTS);
    paragraph(new Form("Normal").before(240), run("Nơi nhận:", PT_12).bold().italic());
    List<String> recipients = letter.recipients();
    for (int i = 0; i < recipients.size(); i++) {
      paragraph(
          new Form("Normal"),
          run("- " + recipients.get(i) + (i + 1 < recipients.size() ? ";" : "."), PT_11));
    }
    xml.end();
    cell(SIGNATURE);
    boolean inStead = !letter.authority().isEmpty();
    if (inStead) {
      paragraph(centred().before(240), run(letter.authority(), PT_14).bold());
    }
    paragraph(centred().before(inStead ? 0 : 240), run(letter.office(), PT_14).bold());
    paragraph(centred().before(ROOM_TO_SIGN), run(letter.signer(), PT_14).bold());
    xml.end();
    xml.end();
    xml.end();
  }

  private void section() {
    // Word wants a paragraph behind a table; this one takes no room.
    xml.start("w:p").start("w:pPr");
    xml.empty("w:spacing", "w:before", "0", "w:after", "0", "w:line", "20", "w:lineRule", "exact");
    xml.end().end();
    xml.start("w:sectPr");
    xml.empty("w:headerReference", "w:type", "default", "r:id", DocxLetter.headerId());
    xml.empty("w:pgSz", "w:w", PAGE_WIDTH, "w:h", PAGE_HEIGHT);
    xml.empty(
        "w:pgMar",
        "w:top",
        TOP_AND_BOTTOM,
        "w:right",
        RIGHT,
        "w:bottom",
        TOP_AND_BOTTOM,
        "w:left",
        LEFT,
        "w:header",
        HEADER,
        "w:footer",
        HEADER,
        "w:gutter",
        "0");
    xml.empty("w:titlePg");
    xml.end();
  }

  /** Begins a table without lines, and its first row. */
  private void table(int... columns) {
    xml.start("w:tbl").start("w:tblPr");
    xml.empty("w:tblW", "w:w", String.valueOf(columns[0] + columns[1]), "w:type", "dxa");
    xml.empty("w:tblLayout", "w:type", "fixed");
    xml.start("w:tblCellMar");
    xml.empty("w:left", "w:w", "0", "w:type", "dxa");
    xml.empty("w:right", "w:w", "0", "w:type", "dxa");
    xml.end().end().start("w:tblGrid");
    for (int column : columns) {
      xml.empty("w:gridCol", "w:w", String.valueOf(column));
    }
    xml.end();
    row();
  }

  private void row() {
    xml.start("w:tr").start("w:trPr").empty("w:cantSplit").end();
  }

  private void cell(int width) {
    xml.start("w:tc").start("w:tcPr");
    xml.empty("w:tcW", "w:w", String.valueOf(width), "w:type", "dxa");
    xml.end();
  }

  /** A line in the middle of a column: a low paragraph with a border. */
  private void line(int column, int width) {
    String side = String.valueOf((column - width) / 2);
    xml.start("w:p").start("w:pPr").start("w:pBdr");
    xml.empty("w:top", "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "000000");
    xml.end();
    xml.empty("w:spacing", "w:before", "40", "w:after", "0", "w:line", "60", "w:lineRule", "exact");
    xml.empty("w:ind", "w:left", side, "w:right", side);
    xml.end().end();
  }

  private void paragraph(Form form, Run run) {
    xml.start("w:p").start("w:pPr");
    form.write(xml);
    xml.end();
    run.write(xml);
    xml.end();
  }

  private static Form centred() {
    return new Form("Normal").centre();
  }

  private static Run run(String text, int size) {
    return new Run(text, size, false, false);
  }

  /** The part {@code word/header1.xml}: the page's number. */
  static byte[] pageNumber() {
    Markup xml = part("w:hdr");
    xml.start("w:p").start("w:pPr");
    centred().write(xml);
    xml.end();
    xml.start("w:fldSimple", "w:instr", " PAGE ");
    run("2", PT_13).write(xml);
    xml.end().end();
    return xml.bytes();
  }

  /** The part {@code word/styles.xml}. */
  static byte[] styles() {
    Markup xml = part("w:styles");
    xml.start("w:docDefaults").start("w:rPrDefault").start("w:rPr");
    String font = "Times New Roman";
    xml.empty("w:rFonts", "w:ascii", font, "w:hAnsi", font, "w:eastAsia", font, "w:cs", font);
    xml.empty("w:color", "w:val", "000000");
    xml.empty("w:sz", "w:val", String.valueOf(PT_14));
    xml.empty("w:szCs", "w:val", String.valueOf(PT_14));
    xml.empty("w:lang", "w:val", "vi-VN", "w:eastAsia", "vi-VN");
    xml.end().end().empty("w:pPrDefault").end();
    xml.start("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", "Normal");
    xml.empty("w:name", "w:val", "Normal").empty("w:qFormat").end();
    xml.start("w:style", "w:type", "paragraph", "w:customStyle", "1", "w:styleId", "LetterBody");
    xml.empty("w:name", "w:val", "Nội dung công văn");
    xml.empty("w:basedOn", "w:val", "Normal").empty("w:qFormat");
    xml.start("w:pPr");
    xml.empty("w:spacing", "w:after", "120", "w:line", "264", "w:lineRule", "auto");
    xml.empty("w:ind", "w:firstLine", "720");
    xml.empty("w:jc", "w:val", "both");
    xml.end().end();
    return xml.bytes();
  }

  /** The part {@code word/settings.xml}: laid out as by today's Word, not as by that of 2003. */
  static byte[] settings() {
    Markup xml = part("w:settings");
    xml.start("w:compat");
    xml.empty(
        "w:compatSetting",
        "w:name",
        "compatibilityMode",
        "w:uri",
        "http://schemas.microsoft.com/office/word",
        "w:val",
        "15");
    xml.end();
    return xml.bytes();
  }

  /** The look of a paragraph. */
  private record Form(
      String style,
      boolean centred,
      boolean kept,
      int spaceBefore,
      int spaceAfter,
      int left,
      int right,
      int hangs) {
    Form(String style) {
      this(style, false, false, 0, 0, 0, 0, 0);
    }

    Form centre() {
      return new Form(style, true, kept, spaceBefore, spaceAfter, left, right, hangs);
    }

    Form keptWithNext(boolean keep) {
      return new Form(style, centred, keep, spaceBefore, spaceAfter, left, right, hangs);
    }

    Form before(int space) {
      return new Form(style, centred, kept, space, spaceAfter, left, right, hangs);
    }

    Form after(int space) {
      return new Form(style, centred, kept, spaceBefore, space, left, right, hangs);
    }

    Form indented(int fromLeft, int fromRight) {
      return new Form(style, centred, kept, spaceBefore, spaceAfter, fromLeft, fromRight, hangs);
    }

    Form hanging(int by) {
      return new Form(style, centred, kept, spaceBefore, spaceAfter, left, right, by);
    }

    /** In the order that the schema asks for. */
    void write(Markup xml) {
      xml.empty("w:pStyle", "w:val", style);
      if (kept) {
        xml.empty("w:keepNext");
      }
      if (spaceBefore > 0 || spaceAfter > 0) {
        xml.empty(
            "w:spacing",
            "w:before",
            String.valueOf(spaceBefore),
            "w:after",
            String.valueOf(spaceAfter));
      }
      if (left > 0 || right > 0) {
        xml.empty(
            "w:ind",
            "w:left",
            String.valueOf(left),
            "w:right",
            String.valueOf(right),
            "w:hanging",
            String.valueOf(hangs));
      }
      if (centred) {
        xml.empty("w:jc", "w:val", "center");
      }
    }
  }

  /** Words of one look. */
  private record Run(String words, int size, boolean isBold, boolean isItalic) {
    Run bold() {
      return new Run(words, size, true, isItalic);
    }

    Run italic() {
      return new Run(words, size, isBold, true);
    }

    void write(Markup xml) {
      xml.start("w:r").start("w:rPr");
      if (isBold) {
        xml.empty("w:b");
      }
      if (isItalic) {
        xml.empty("w:i");
      }
      xml.empty("w:sz", "w:val", String.valueOf(size));
      xml.empty("w:szCs", "w:val", String.valueOf(size));
      xml.end();
      xml.start("w:t", "xml:space", "preserve").text(words).end().end();
    }
  }
}
