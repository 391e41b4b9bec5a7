package vn.ttdn.core.golive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.text.Messages;

/** Files that are refused as a whole, and none of which keeps the host busy. */
class HostileFileTest {
  private static final String SHEET =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

  @Test
  void refusesWhatIsNoWorkbook() {
    assertThat(code(new byte[0])).isEqualTo("import-empty");
    assertThat(code(bytes("Trích yếu;Năm\n"))).isEqualTo("import-not-xlsx");
    assertThat(code(bytes("%PDF-1.7"))).isEqualTo("import-not-xlsx");
    assertThat(code(Book.zip(Map.of("a.txt", bytes("x"))))).isEqualTo("import-not-xlsx");
    assertThat(
            code(
                Book.zip(
                    Map.of(
                        "[Content_Types].xml",
                        bytes("<Types/>"),
                        "word/document.xml",
                        bytes("<w/>")))))
        .isEqualTo("import-not-xlsx");
    assertThat(code(book().ofType("application/vnd.ms-excel.sheet.binary.macroEnabled.main")))
        .isEqualTo("import-not-xlsx");
  }

  @Test
  void refusesPasswordsAndTheOldFormat() {
    byte[] ole2 = new byte[512];
    int[] magic = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
    for (int i = 0; i < magic.length; i++) {
      ole2[i] = (byte) magic[i];
    }
    assertThat(code(ole2)).isEqualTo("import-encrypted");
  }

  @Test
  void refusesMacros() {
    assertThat(code(book().part("xl/vbaProject.bin", "x"))).isEqualTo("import-macros");
    assertThat(code(book().part("xl/macrosheets/sheet1.xml", "<x/>"))).isEqualTo("import-macros");
    assertThat(code(book().ofType("application/vnd.ms-excel.sheet.macroEnabled.main+xml")))
        .isEqualTo("import-macros");
  }

  @Test
  void refusesLargeFilesWithoutReadingThemToTheirEnd() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'P';
          }

          @Override
          public int read(byte[] b, int off, int len) {
            Arrays.fill(b, off, off + len, (byte) 'P');
            return len;
          }
        };
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> ImportFile.read(endless, Going.context()));
    assertThat(refusal.code()).isEqualTo("import-too-large");
    assertThat(refusal.kind().status()).isEqualTo(413);
  }

  @Test
  void anUploadThatBreaksOffIsNoDamagedFile() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }

          @Override
          public int read(byte[] b, int off, int len) throws IOException {
            throw new IOException("connection reset");
          }
        };
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> ImportFile.read(broken, Going.context()));
    assertThat(refusal.code()).isEqualTo("upload-broken");
  }

  @Test
  void refusesBombs() {
    assertThat(code(book().part("xl/media/a.xml", "0".repeat(60 << 20)))).isEqualTo("import-bomb");
    assertThat(
            code(
                new Book()
                    .part(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>" + "0".repeat(60 << 20) + "</t></si>")))
        .isEqualTo("import-bomb");
    Book many = book();
    for (int i = 0; i < 1_000; i++) {
      many.part("xl/a" + i + ".bin", "");
    }
    assertThat(code(many)).isEqualTo("import-bomb");
    assertThat(code(book().part("XL/workbook.xml", "<workbook/>"))).isEqualTo("import-bomb");
  }

  @Test
  void refusesWhatRefersToTheOutside(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "bí mật");
    String external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
    String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY e \"&a;&a;&a;&a;&a;&a;&a;\">]>";
    String row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row>";
    for (String type : List.of(external, laughs, "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x\">")) {
      assertThat(
              code(new Book().sheetOfXml("Hồ sơ", type + SHEET + row + "</sheetData></worksheet>")))
          .isEqualTo("import-unsafe");
      assertThat(code(book().part("xl/sharedStrings.xml", type + "<sst><si><t>x</t></si></sst>")))
          .isEqualTo("import-unsafe");
      assertThat(code(book().part("docProps/core.xml", type + "<x/>"))).isEqualTo("import-unsafe");
    }
  }

  @Test
  void takesUtf8Only() {
    String sheet = SHEET + "<row r=\"1\"/></sheetData></worksheet>";
    assertThat(
            code(
                book()
                    .part(
                        "xl/a.xml",
                        ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + sheet)
                            .getBytes(StandardCharsets.UTF_16))))
        .isEqualTo("import-corrupt");
    assertThat(
            code(book().part("xl/a.xml", "<?xml version=\"1.0\" encoding=\"windows-1258\"?><a/>")))
        .isEqualTo("import-corrupt");
    assertThat(code(book().part("xl/a.xml", new byte[] {'<', 'a', '>', (byte) 0xC3, '<'})))
        .isEqualTo("import-corrupt");
    assertThat(
            Going.read(
                    book().part("xl/a.xml", "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?><a/>"))
                .errors())
        .isEmpty();
  }

  @Test
  void refusesUnknownEntities() {
    String row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row>";
    assertThat(code(new Book().sheetOfData("Hồ sơ", row, "")))
        .isIn("import-corrupt", "import-unsafe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"đ1\"><v>1</v></c></row>",
        "<row r=\"-1\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"99999999999\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2147483647</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"z\"><v>0</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" s=\"x\"><v>0</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"7\"/><v>0</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><f t=\"array\" ref=\"B1:A1\">1</f><v>0</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>0</v></row>"
      })
  void refusesWhatTheReaderCannotBear(String row) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () ->
            assertThat(code(new Book().sheetOfData("Hồ sơ", row, ""))).isEqualTo("import-corrupt"));
  }

  @Test
  void refusesMergesThatAreNone() {
    for (String merge : List.of("", "A1:B2:C3", "A:B", "1:2", "A1:ZZZZ2")) {
      String after = "<mergeCells><mergeCell ref=\"" + merge + "\"/></mergeCells>";
      assertThat(code(new Book().sheetOfData("Hồ sơ", "", after))).isEqualTo("import-corrupt");
    }
  }

  @Test
  void refusesFormulasThatWouldKeepTheReaderBusy() {
    StringBuilder arrays = new StringBuilder();
    for (int r = 1; r <= 10_000; r++) {
      arrays.append("<row><c><f t=\"array\" ref=\"A1:A1\">1</f><v>1</v></c></row>");
    }
    assertThat(code(new Book().sheetOfData("Hồ sơ", arrays.toString(), "")))
        .isEqualTo("import-corrupt");
    StringBuilder shared = new StringBuilder("<row><c><f t=\"shared\" si=\"0\" ref=\"A1:A9\">");
    shared.append("A1+".repeat(2_700)).append("1</f><v>1</v></c></row>");
    for (int r = 2; r <= 10_000; r++) {
      shared.append("<row><c><f t=\"shared\" si=\"0\"/><v>1</v></c></row>");
    }
    assertThat(code(new Book().sheetOfData("Hồ sơ", shared.toString(), "")))
        .isEqualTo("import-corrupt");
  }

  @Test
  void aFewSharedAndArrayFormulasAreNothingToFear() {
    Object shared =
        new Book.Raw(
            "<c r=\"@\"><f t=\"shared\" si=\"0\" ref=\"B2:B3\">A9+2027</f><v>2027</v></c>");
    Object array =
        new Book.Raw("<c r=\"@\" t=\"str\"><f t=\"array\" ref=\"M2\">X1:X9</f><v>ghi chú</v></c>");
    Map<Column, Object> row =
        Going.dossier(
            r -> {
              r.put(Column.PLAN_YEAR, shared);
              r.put(Column.NOTE, array);
            });
    ImportResult result = Going.read(Going.book(List.of(row), List.of(Going.number())));
    assertThat(result.errors()).isEmpty();
    assertThat(result.dossiers().get(0).note()).isEqualTo("ghi chú");
  }

  @Test
  void refusesRowsWithoutEnd() {
    String rows = "<row/>".repeat(20_001);
    assertThat(code(new Book().sheetOfData("Khác", rows, ""))).isEqualTo("import-too-many-rows");
  }

  @Test
  void manySharedStringsAreReadOnlyAsFarAsTheyAreUsed() {
    StringBuilder strings = new StringBuilder("<sst>");
    for (int i = 0; i < 100_000; i++) {
      strings.append("<si><t>chuỗi ").append(i).append("</t></si>");
    }
    Map<Column, Object> row =
        Going.dossier(r -> r.put(Column.NOTE, new Book.Raw("<c r=\"@\" t=\"s\"><v>99999</v></c>")));
    ImportResult result =
        Going.read(
            Going.book(List.of(row), List.of(Going.number()))
                .part("xl/sharedStrings.xml", strings.append("</sst>").toString()));
    assertThat(result.errors()).isEmpty();
    assertThat(result.dossiers().get(0).note()).isEqualTo("chuỗi 99999");
  }

  @Test
  void aLongCellIsAnErrorAndDoesNotFillTheList() {
    Map<Column, Object> row = Going.dossier(r -> r.put(Column.SUBJECT, "x".repeat(5 << 20)));
    ImportResult result = Going.read(Going.book(List.of(row), List.of(Going.number())));
    assertThat(result.errors()).extracting(CellError::code).containsExactly("too-long");
    assertThat(result.errors().get(0).value()).hasSize(60);
  }

  @Test
  void refusesDamagedFiles() {
    byte[] whole = Going.book(List.of(Going.dossier()), List.of(Going.number())).bytes();
    assertThat(code(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("import-corrupt");
    assertThat(code(new Book().sheetOfXml("Hồ sơ", "<worksheet>"))).isEqualTo("import-corrupt");
    assertThat(code(new Book().sheetOfXml("Hồ sơ", ""))).isEqualTo("import-corrupt");
  }

  @Test
  void leavesNoCopyBehind() throws IOException {
    long before = copies();
    Going.read(Going.book(List.of(), List.of()));
    code(bytes("PK\u0003\u0004 no more"));
    assertThat(copies()).isEqualTo(before);
  }

  @Test
  void whatIsToldNamesTheWayOut() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> Going.read(book().part("xl/vbaProject.bin", "x")));
    assertThat(refusal.text("remedy", Messages.VIETNAMESE))
        .isEqualTo("Lưu lại dạng “Excel Workbook (.xlsx)”, không có macro.");
    assertThat(refusal.text("remedy", Messages.ENGLISH))
        .isEqualTo("Save it as “Excel Workbook (.xlsx)”, without macros.");
  }

  private static long copies() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(f -> f.getFileName().toString().startsWith("ttdn-import")).count();
    }
  }

  private static Book book() {
    return Going.book(List.of(Going.dossier()), List.of(Going.number()));
  }

  private static String code(Book book) {
    return code(book.bytes());
  }

  private static String code(byte[] file) {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> ImportFile.read(new ByteArrayInputStream(file), Going.context()));
    assertThat(refusal).as("a refusal").isNotNull();
    return refusal.code();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
