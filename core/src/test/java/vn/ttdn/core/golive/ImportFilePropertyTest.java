package vn.ttdn.core.golive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.text.Messages;

/** Whatever is handed in is answered with a result or a refusal, never with a failure. */
class ImportFilePropertyTest {
  private static final byte[] SOUND =
      Going.book(List.of(Going.dossier()), List.of(Going.number())).bytes();

  @Property
  void anyBytes(@ForAll byte[] bytes) {
    answered(bytes);
  }

  @Property
  void anyBytesThatBeginLikeAZipFile(@ForAll byte[] bytes) {
    byte[] file = Arrays.copyOf(new byte[] {'P', 'K', 3, 4}, bytes.length + 4);
    System.arraycopy(bytes, 0, file, 4, bytes.length);
    answered(file);
  }

  @Property
  void aSoundFileWithAFewBytesChanged(@ForAll("changes") List<int[]> changes) {
    byte[] file = SOUND.clone();
    for (int[] change : changes) {
      file[change[0]] = (byte) change[1];
    }
    answered(file);
  }

  @Property
  void partsWithAFewCharactersChanged(@ForAll("edits") List<Edit> edits) {
    StringBuilder data = new StringBuilder(SHEET);
    for (Edit edit : edits) {
      int at = Math.floorMod(edit.at(), data.length());
      data.replace(at, Math.min(data.length(), at + edit.removed()), edit.inserted());
    }
    answered(
        new Book()
            .sheetOfXml("Hồ sơ", data.toString())
            .sheet("Số cuối", Going.rows(ImportSheet.NUMBERS, List.of(Going.number())))
            .bytes());
  }

  @Property
  void anyCells(
      @ForAll("rows") List<List<Object>> dossiers, @ForAll("rows") List<List<Object>> numbers) {
    answered(
        new Book()
            .sheet("Hồ sơ", table(ImportSheet.DOSSIERS, dossiers))
            .sheet("Số cuối", table(ImportSheet.NUMBERS, numbers))
            .bytes());
  }

  /** A sound row but for one cell is never taken silently as another row. */
  @Property
  void oneCellOfASoundRow(@ForAll Column column, @ForAll("cell") Object value) {
    boolean dossiers = column.sheet() == ImportSheet.DOSSIERS;
    Map<Column, Object> dossier = Going.dossier();
    Map<Column, Object> number = Going.number();
    (dossiers ? dossier : number).put(column, value);
    ImportResult result = answered(Going.book(List.of(dossier), List.of(number)).bytes());
    if (result != null && result.clean()) {
      assertThat(result.dossiers()).hasSize(1);
      assertThat(result.lastNumbers()).hasSize(1);
    }
  }

  private static final String SHEET =
      "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Sổ</t></is></c>"
          + "<c r=\"B1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" s=\"1\" t=\"n\">"
          + "<f t=\"shared\" si=\"0\" ref=\"A2:A3\">A1+1</f><v>46270</v></c><c r=\"B2\" t=\"b\">"
          + "<v>1</v></c><c r=\"C2\" t=\"e\"><v>#N/A</v></c></row><row r=\"3\"><c r=\"A3\">"
          + "<f t=\"shared\" si=\"0\"/><v>1E5</v></c></row></sheetData><mergeCells>"
          + "<mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>";

  /** Something put in the place of something. */
  record Edit(int at, int removed, String inserted) {}

  @Provide
  Arbitrary<List<int[]>> changes() {
    return Combinators.combine(
            Arbitraries.integers().between(0, SOUND.length - 1),
            Arbitraries.integers().between(0, 255))
        .as((at, value) -> new int[] {at, value})
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                "<",
                ">",
                "/>",
                "\"",
                "&",
                "&#0;",
                "&x;",
                "A",
                "-1",
                "99999999",
                "ZZZ9",
                "<v>",
                "</v>",
                "<row>",
                "</row>",
                "<c>",
                "</c>",
                "<f t=\"array\" ref=\"A1\">",
                "<!--",
                "<![CDATA[",
                "]]>",
                "<!DOCTYPE a>",
                " t=\"s\"",
                " s=\"9\""),
            Arbitraries.strings().ofMaxLength(3));
    return Combinators.combine(
            Arbitraries.integers().between(0, 2_000), Arbitraries.integers().between(0, 8), pieces)
        .as(Edit::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<List<Object>>> rows() {
    return cell().list().ofMaxSize(14).list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<Object> cell() {
    Arbitrary<Object> known =
        Arbitraries.of(
            "CV",
            "PTTDN",
            "lan",
            "1",
            "2",
            "3",
            "Khẩn",
            "78/TTĐN-PTTĐN",
            "05/09/2026",
            "2027",
            1,
            2,
            3,
            2026,
            2027,
            78,
            46270,
            0.5,
            -1,
            1e10,
            1e300,
            1e-300,
            Going.TODAY);
    Arbitrary<Object> text = Arbitraries.strings().ofMaxLength(30).map(ImportFilePropertyTest::xml);
    Arbitrary<Object> raw =
        Arbitraries.of(
                "<c r=\"@\"/>",
                "<c r=\"@\" s=\"1\"><v>1E400</v></c>",
                "<c r=\"@\" s=\"1\"><v>-1E400</v></c>",
                "<c r=\"@\"><v>1E-2147483647</v></c>",
                "<c r=\"@\"><v>1E2147483647</v></c>",
                "<c r=\"@\"><v>1E21474836470</v></c>",
                "<c r=\"@\"><v>NaN</v></c>",
                "<c r=\"@\"><v> </v></c>",
                "<c r=\"@\" t=\"b\"><v>1</v></c>",
                "<c r=\"@\" t=\"b\"><v>x</v></c>",
                "<c r=\"@\" t=\"e\"><v>#REF!</v></c>",
                "<c r=\"@\" t=\"e\"/>",
                "<c r=\"@\" t=\"s\"/>",
                "<c r=\"@\" t=\"str\"><f>A1</f><v/></c>",
                "<c r=\"@\"><f>A1</f></c>",
                "<c r=\"@\"><f>A1</f><v>abc</v></c>",
                "<c r=\"@\" t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is></c>",
                "<c r=\"@\" t=\"inlineStr\"><is><t>_x000D_</t></is></c>",
                "<c r=\"@\" s=\"99\"><v>1</v></c>")
            .map(Book.Raw::new);
    return Arbitraries.oneOf(known, text, raw).injectNull(0.1);
  }

  private static Object[][] table(ImportSheet sheet, List<List<Object>> rows) {
    Object[][] table = Going.rows(sheet, List.of());
    Object[][] all = Arrays.copyOf(table, rows.size() + 1);
    for (int r = 0; r < rows.size(); r++) {
      all[r + 1] = rows.get(r).toArray();
    }
    return all;
  }

  /** What XML cannot say is not written. */
  private static String xml(String text) {
    return text.replaceAll(
        "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
  }

  private static ImportResult answered(byte[] file) {
    try {
      ImportResult result = Going.read(file);
      for (CellError error : result.errors()) {
        assertThat(error.text(Messages.VIETNAMESE)).isNotBlank();
        assertThat(error.text(Messages.ENGLISH)).isNotBlank();
        assertThat(error.value().length()).isLessThanOrEqualTo(120);
        assertThat(error.cell()).matches("([A-Z]{1,3}[1-9][0-9]*)?");
      }
      return result;
    } catch (Refusal refusal) {
      assertThat(refusal.getMessage()).isNotBlank();
      return null;
    }
  }
}
