package vn.ttdn.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.comparison.Files.docx;
import static vn.ttdn.core.comparison.Files.odf;
import static vn.ttdn.core.comparison.Files.odt;
import static vn.ttdn.core.comparison.Files.p;
import static vn.ttdn.core.comparison.Files.word;
import static vn.ttdn.core.comparison.Files.zip;
import static vn.ttdn.core.comparison.NotReadReason.DAMAGED;
import static vn.ttdn.core.comparison.NotReadReason.EMPTY;
import static vn.ttdn.core.comparison.NotReadReason.ENCRYPTED;
import static vn.ttdn.core.comparison.NotReadReason.FORMAT_UNKNOWN;
import static vn.ttdn.core.comparison.NotReadReason.SCAN_WITHOUT_TEXT;
import static vn.ttdn.core.comparison.NotReadReason.TOO_LARGE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ttdn.core.comparison.ReadText.NotRead;
import vn.ttdn.core.comparison.ReadText.Read;

/** Files that are broken, empty, locked, or made to do harm: refused for a reason, never a text. */
class HostileFilesTest {
  private final TextOfFile texts = new TextOfFile(pdf -> new NotRead(DAMAGED));

  @Test
  void nothingIsNotAText() {
    assertThat(reason(new byte[0])).isEqualTo(EMPTY);
    assertThat(reason(" \n\t".getBytes(StandardCharsets.UTF_8))).isEqualTo(EMPTY);
    assertThat(reason(docx(p("  …")))).isEqualTo(EMPTY);
    assertThat(reason(docx("<w:document/>"))).isEqualTo(EMPTY);
    assertThat(reason(odt("<text:p/>"))).isEqualTo(EMPTY);
  }

  @Test
  void elementsWithoutANamespaceAreNobodysText() {
    assertThat(reason(zip("word/document.xml", "<document><p><t>chữ</t></p></document>")))
        .isEqualTo(EMPTY);
  }

  @Test
  void picturesWithoutTextAreAScan() {
    assertThat(reason(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}))
        .isEqualTo(SCAN_WITHOUT_TEXT);
    assertThat(reason(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}))
        .isEqualTo(SCAN_WITHOUT_TEXT);
    assertThat(reason(docx(p(""), "word/media/image1.png", "x"))).isEqualTo(SCAN_WITHOUT_TEXT);
    assertThat(reason(odt("<text:p/>", "Pictures/1.png", "x"))).isEqualTo(SCAN_WITHOUT_TEXT);
  }

  @Test
  void otherFormatsAreNamedSo() {
    assertThat(reason(zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<x/>")))
        .isEqualTo(FORMAT_UNKNOWN);
    assertThat(
            reason(
                zip(
                    "mimetype",
                    "application/vnd.oasis.opendocument.spreadsheet",
                    "content.xml",
                    "<x/>")))
        .isEqualTo(FORMAT_UNKNOWN);
    assertThat(reason("MZ\u0000\u0001".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(FORMAT_UNKNOWN);
    assertThat(reason("K\u00EA ho\u00A1ch".getBytes(StandardCharsets.ISO_8859_1)))
        .as("not UTF-8")
        .isEqualTo(FORMAT_UNKNOWN);
  }

  @Test
  void passwordsAreToldFromOldFormats() {
    byte[] ole2 = new byte[20_000];
    int[] magic = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
    for (int i = 0; i < magic.length; i++) {
      ole2[i] = (byte) magic[i];
    }
    assertThat(reason(ole2)).as("an old .doc").isEqualTo(FORMAT_UNKNOWN);
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    // Across the edge of a buffer.
    System.arraycopy(name, 0, ole2, 8192 - 7, name.length);
    assertThat(reason(ole2)).isEqualTo(ENCRYPTED);
    String manifest =
        "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
            + "<m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
    assertThat(
            reason(
                zip(
                    "mimetype",
                    "application/vnd.oasis.opendocument.text",
                    "content.xml",
                    "\u0001\u0002",
                    "META-INF/manifest.xml",
                    manifest)))
        .isEqualTo(ENCRYPTED);
  }

  @Test
  void aFileThatIsCutOffIsDamagedWhereverItIsCut() throws IOException {
    for (String name : new String[] {"ke-hoach.docx", "cong-van-de-nghi-de-xuat.odt"}) {
      byte[] whole = java.nio.file.Files.readAllBytes(Path.of("../samples", name));
      for (int length = 9; length < whole.length - 22; length += 37) {
        assertThat(reason(Arrays.copyOf(whole, length)))
            .as(name + " cut at " + length)
            .isEqualTo(DAMAGED);
      }
    }
  }

  @Test
  void bombsAreNotUnpacked() {
    assertThat(reason(docx(p("x"), "word/media/image1.png", "0".repeat(60 << 20))))
        .as("by its ratio")
        .isEqualTo(TOO_LARGE);
    assertThat(reason(docx(p("0".repeat(30 << 20))))).isEqualTo(TOO_LARGE);
    String blanks = "<text:s text:c=\"1000000000\"/>".repeat(30_000);
    assertThat(reason(odt("<text:p>a" + blanks + "</text:p>"))).isEqualTo(TOO_LARGE);
  }

  @Test
  void aTextWithoutEndIsNotTaken() {
    // Varied enough not to be caught by its ratio.
    StringBuilder text = new StringBuilder();
    java.util.Random random = new java.util.Random(1);
    while (text.length() < 20_500_000) {
      text.append(Long.toString(random.nextLong(), 36)).append(' ');
    }
    assertThat(reason(docx(p(text.toString())))).isEqualTo(TOO_LARGE);
    assertThat(reason(("a" + " ".repeat(80_000_000)).getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(TOO_LARGE);
  }

  @Test
  void noMoreThanSoManyEntries() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < 10_001; i++) {
        zip.putNextEntry(new ZipEntry("e" + i));
      }
    }
    assertThat(reason(out.toByteArray())).isEqualTo(TOO_LARGE);
  }

  @Test
  void twoPartsOfOneNameAreRefused() {
    byte[] once = docx(p("bản này"), "word/documenx.xml", word("document", p("bản kia")));
    byte[] twice =
        new String(once, StandardCharsets.ISO_8859_1)
            .replace("word/documenx.xml", "word/document.xml")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(reason(twice)).isEqualTo(DAMAGED);
  }

  @Test
  void declarationsAreRefusedAndNothingOutsideIsOpened(@TempDir Path folder) throws IOException {
    Path secret = java.nio.file.Files.writeString(folder.resolve("secret"), "mật");
    String external = "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
    assertThat(reason(withProlog(external))).isEqualTo(DAMAGED);
    String laughs =
        "<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY x \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    assertThat(reason(withProlog(laughs))).isEqualTo(DAMAGED);
    assertThat(reason(withProlog("<!DOCTYPE w:document SYSTEM \"http://127.0.0.1:1/x.dtd\">")))
        .isEqualTo(DAMAGED);
    assertThat(reason(withProlog(""))).as("an entity nobody declared").isEqualTo(DAMAGED);
    String manifest = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><x>&e;</x>";
    assertThat(reason(odt("<text:p>a</text:p>", "META-INF/manifest.xml", manifest)))
        .isEqualTo(DAMAGED);
  }

  @Test
  void brokenXmlIsDamaged() {
    assertThat(reason(docx("<w:p>"))).isEqualTo(DAMAGED);
    assertThat(reason(docx(p("a &nbsp; b")))).isEqualTo(DAMAGED);
    assertThat(reason(docx(p("a"), "word/footer1.xml", "<"))).isEqualTo(DAMAGED);
    assertThat(reason(odt("<text:p>a</text:p>", "styles.xml", odf("x", "<text:p>"))))
        .isEqualTo(DAMAGED);
    assertThat(reason(docx("<w:p>".repeat(2_000) + "</w:p>".repeat(2_000)))).isEqualTo(DAMAGED);
  }

  @Property(tries = 100)
  void whateverIsChangedInAFileItIsAnswered(
      @ForAll @Size(min = 1, max = 8) int[] places, @ForAll @IntRange(min = 1, max = 255) int by)
      throws IOException {
    for (String name : new String[] {"ke-hoach.docx", "cong-van-de-nghi-de-xuat.odt"}) {
      byte[] file = java.nio.file.Files.readAllBytes(Path.of("../samples", name));
      for (int place : places) {
        file[Math.floorMod(place, file.length)] ^= (byte) by;
      }
      ReadText answer = texts.read(new ByteArrayInputStream(file));
      assertThat(answer).isInstanceOfAny(Read.class, NotRead.class);
    }
  }

  private static byte[] withProlog(String prolog) {
    return zip(
        "[Content_Types].xml",
        "<Types/>",
        "word/document.xml",
        prolog + word("document", "<w:body>" + p("a &x; b") + "</w:body>"));
  }

  private NotReadReason reason(byte[] file) {
    ReadText answer = texts.read(new ByteArrayInputStream(file));
    assertThat(answer).isInstanceOf(NotRead.class);
    return ((NotRead) answer).reason();
  }
}
