package vn.ttdn.standalone.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ttdn.core.comparison.NotReadReason.DAMAGED;
import static vn.ttdn.core.comparison.NotReadReason.EMPTY;
import static vn.ttdn.core.comparison.NotReadReason.ENCRYPTED;
import static vn.ttdn.core.comparison.NotReadReason.SCAN_WITHOUT_TEXT;
import static vn.ttdn.core.comparison.NotReadReason.TEXT_UNREADABLE;
import static vn.ttdn.core.comparison.NotReadReason.TOO_LARGE;
import static vn.ttdn.core.comparison.NotReadReason.TOO_SLOW;
import static vn.ttdn.standalone.content.Pdfs.ascii;
import static vn.ttdn.standalone.content.Pdfs.deflated;
import static vn.ttdn.standalone.content.Pdfs.pdf;
import static vn.ttdn.standalone.content.Pdfs.picture;
import static vn.ttdn.standalone.content.Pdfs.protect;
import static vn.ttdn.standalone.content.Pdfs.raw;
import static vn.ttdn.standalone.content.Pdfs.text;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.ttdn.core.comparison.NotReadReason;
import vn.ttdn.core.comparison.ReadText;
import vn.ttdn.core.comparison.ReadText.NotRead;
import vn.ttdn.core.comparison.ReadText.Read;
import vn.ttdn.standalone.content.PdfBoxText.Limits;

/** The text of PDFs, and every way in which a PDF has none. */
class PdfBoxTextTest {
  private static final byte[] SHOWN = ascii("BT /F 12 Tf 72 700 Td (Text) Tj ET\n");

  /** As application.yaml does: what is wrong with a PDF is said in the answer. */
  @BeforeAll
  static void quiet() {
    ((Logger) LoggerFactory.getLogger("org.apache.pdfbox")).setLevel(Level.OFF);
    ((Logger) LoggerFactory.getLogger("org.apache.fontbox")).setLevel(Level.OFF);
  }

  private final PdfBoxText pdfBox = new PdfBoxText();

  @Test
  void pagesAreReadInTheirOrder() {
    byte[] pdf =
        pdf(
            document -> {
              text(document, "first line", "second line");
              document.addPage(new PDPage());
              text(document, "last page");
            });
    assertThat(read(pdf)).isEqualTo("first line\nsecond line\flast page\f");
  }

  @Test
  void aLineThatWasWrittenInTwoGoesIsPutInOrderAndColumnsAreNot() {
    byte[] pdf =
        pdf(
            document -> {
              PDPage page = new PDPage(PDRectangle.A4);
              document.addPage(page);
              try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.setFont(new PDType1Font(FontName.COURIER), 10);
                at(content, 72, 700, "b");
                at(content, 84, 700, "d");
                at(content, 78, 700, "c");
                at(content, 72, 680, "left 1");
                at(content, 72, 668, "left 2");
                at(content, 300, 680, "right 1");
                at(content, 300, 668, "right 2");
              }
            });
    assertThat(read(pdf).split("[\n\f]"))
        .containsExactly("bcd", "left 1", "left 2", "right 1", "right 2");
  }

  @Test
  void whatAnAnnotationShowsIsNoText() {
    byte[] pdf =
        pdf(
            document -> {
              PDPage page = text(document, "body");
              PDAppearanceStream appearance = new PDAppearanceStream(document);
              appearance.setBBox(new PDRectangle(0, 0, 200, 50));
              appearance.setResources(new org.apache.pdfbox.pdmodel.PDResources());
              appearance
                  .getResources()
                  .put(COSName.getPDFName("F"), new PDType1Font(FontName.COURIER));
              try (var out = appearance.getStream().createOutputStream()) {
                out.write(SHOWN);
              }
              PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
              stamp.setRectangle(new PDRectangle(100, 100, 200, 50));
              stamp.setAppearance(new PDAppearanceDictionary());
              stamp.getAppearance().setNormalAppearance(appearance);
              page.getAnnotations().add(stamp);
            });
    assertThat(read(pdf).strip()).isEqualTo("body");
  }

  @Test
  void picturesOfPagesAreAScanEvenAmongPagesOfText() {
    assertThat(reason(pdf(Pdfs::picture))).isEqualTo(SCAN_WITHOUT_TEXT);
    byte[] mixed =
        pdf(
            document -> {
              text(document, "a page of text");
              picture(document);
            });
    assertThat(reason(mixed)).isEqualTo(SCAN_WITHOUT_TEXT);
  }

  @Test
  void emptyPagesAreEmpty() {
    assertThat(reason(pdf(document -> document.addPage(new PDPage())))).isEqualTo(EMPTY);
    assertThat(reason(pdf(document -> text(document, " - ")))).isEqualTo(EMPTY);
  }

  @Test
  void aPasswordToOpenIsToldFromOneToChange() {
    byte[] locked =
        pdf(
            document -> {
              text(document, "secret");
              protect(document, "owner", "user");
            });
    assertThat(reason(locked)).isEqualTo(ENCRYPTED);
    byte[] open =
        pdf(
            document -> {
              text(document, "for all to read");
              protect(document, "owner", "");
            });
    assertThat(read(open)).contains("for all to read");
  }

  @Test
  void lettersThatNobodyCanTellAreNotRead() {
    byte[] unmapped =
        new String(
                raw("", ascii("BT /F 12 Tf 72 700 Td (\\001\\002\\003\\004) Tj ET\n")),
                java.nio.charset.StandardCharsets.ISO_8859_1)
            .replace(
                "/BaseFont/Times-Roman",
                "/BaseFont/TCVN/Encoding<</Type/Encoding/Differences[1/g1/g2/g3/g4]>>")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(reason(unmapped)).isEqualTo(TEXT_UNREADABLE);
  }

  @Test
  void whatIsBrokenOrCutOffIsDamaged() throws IOException {
    assertThat(reason(new byte[0])).isEqualTo(DAMAGED);
    assertThat(reason(ascii("%PDF-1.7\n%%EOF\n"))).isEqualTo(DAMAGED);
    assertThat(reason(ascii("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")))
        .isEqualTo(DAMAGED);
    byte[] whole = Files.readAllBytes(Path.of("../samples/quyet-dinh-da-ky.pdf"));
    for (int length = 0; length < whole.length - 10; length += 997) {
      assertThat(reason(Arrays.copyOf(whole, length))).as("cut at " + length).isEqualTo(DAMAGED);
    }
  }

  @Test
  void whateverIsChangedInAFileItIsAnswered() throws IOException {
    byte[] whole = Files.readAllBytes(Path.of("../samples/quyet-dinh-da-ky.pdf"));
    Random random = new Random(3);
    for (int i = 0; i < 50; i++) {
      byte[] changed = whole.clone();
      for (int k = 0; k < 20; k++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      assertThat(pdfBox.read(new ByteArrayInputStream(changed)))
          .isInstanceOfAny(Read.class, NotRead.class);
    }
  }

  @Test
  void streamsThatGrowAreNotUnpacked() throws IOException {
    ByteArrayOutputStream big = new ByteArrayOutputStream();
    big.writeBytes(SHOWN);
    big.writeBytes(new byte[5 << 20]);
    byte[] packed = deflated(big.toByteArray());
    assertThat(packed.length).isLessThan(10_000);
    assertThat(grown(raw("/Filter/FlateDecode", packed))).isEqualTo(new NotRead(TOO_LARGE));
    assertThat(grown(raw("/Filter 6 0 R", packed))).isEqualTo(new NotRead(TOO_LARGE));
    byte[] hex = ascii(java.util.HexFormat.of().formatHex(packed) + ">");
    assertThat(grown(raw("/Filter[/ASCIIHexDecode/FlateDecode]", hex)))
        .isEqualTo(new NotRead(TOO_LARGE));
    // The packed bytes may hold the word that ends a stream.
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    byte[] word = ascii("\nendstream\n");
    stored.write(0x78);
    stored.write(0x01);
    stored.write(0x00);
    stored.write(word.length);
    stored.write(0);
    stored.write(~word.length);
    stored.write(0xFF);
    stored.writeBytes(word);
    stored.writeBytes(Arrays.copyOfRange(packed, 2, packed.length));
    assertThat(grown(raw("/Filter/FlateDecode", stored.toByteArray())))
        .isEqualTo(new NotRead(TOO_LARGE));
    assertThat(read(raw("/Filter/FlateDecode", deflated(SHOWN))).strip()).isEqualTo("Text");
  }

  private static ReadText grown(byte[] pdf) {
    Limits usual = Limits.USUAL;
    return limited(pdf, usual.bytes(), 1, 4 << 20, usual.characters(), usual.time());
  }

  @Test
  void limitsHold() {
    byte[] pdf =
        pdf(
            document -> {
              text(document, "one");
              text(document, "two");
            });
    Limits usual = Limits.USUAL;
    assertThat(limited(pdf, pdf.length, 2, usual.unpacked(), 8, usual.time()))
        .isInstanceOf(Read.class);
    assertThat(limited(pdf, pdf.length - 1, 2, usual.unpacked(), 8, usual.time()))
        .isEqualTo(new NotRead(TOO_LARGE));
    assertThat(limited(pdf, pdf.length, 1, usual.unpacked(), 8, usual.time()))
        .isEqualTo(new NotRead(TOO_LARGE));
    assertThat(limited(pdf, pdf.length, 2, 10, 8, usual.time())).isEqualTo(new NotRead(TOO_LARGE));
    assertThat(limited(pdf, pdf.length, 2, usual.unpacked(), 7, usual.time()))
        .isEqualTo(new NotRead(TOO_LARGE));
    assertThat(limited(pdf, pdf.length, 2, usual.unpacked(), 8, Duration.ZERO))
        .isEqualTo(new NotRead(TOO_SLOW));
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
    assertThatThrownBy(() -> pdfBox.read(failing)).isInstanceOf(UncheckedIOException.class);
  }

  private static ReadText limited(
      byte[] pdf, int bytes, int pages, long unpacked, int characters, Duration time) {
    return new PdfBoxText(new Limits(bytes, pages, unpacked, characters, time))
        .read(new ByteArrayInputStream(pdf));
  }

  private static void at(PDPageContentStream content, float x, float y, String text)
      throws IOException {
    content.beginText();
    content.newLineAtOffset(x, y);
    content.showText(text);
    content.endText();
  }

  private String read(byte[] pdf) {
    return ((Read) pdfBox.read(new ByteArrayInputStream(pdf))).text();
  }

  private NotReadReason reason(byte[] pdf) {
    ReadText answer = pdfBox.read(new ByteArrayInputStream(pdf));
    assertThat(answer).isInstanceOf(NotRead.class);
    return ((NotRead) answer).reason();
  }
}
