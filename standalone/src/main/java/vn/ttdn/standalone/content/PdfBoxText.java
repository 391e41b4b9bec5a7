package vn.ttdn.standalone.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import vn.ttdn.core.comparison.NotReadReason;
import vn.ttdn.core.comparison.ReadText;
import vn.ttdn.core.port.PdfText;

/**
 * A PDF's text by Apache PDFBox, in the order in which it was written: programs write a table cell
 * by cell, while sorting by place would mix its columns. What a PDF shows in annotations, such as
 * the picture of a digital signature, is no text of it.
 */
public final class PdfBoxText implements PdfText {
  /**
   * What a file may take.
   *
   * @param bytes its size
   * @param pages its number of pages
   * @param unpacked bytes of one stream of it, unpacked
   * @param characters length of its text
   * @param time the time to read it in
   */
  record Limits(int bytes, int pages, long unpacked, int characters, Duration time) {
    static final Limits USUAL =
        new Limits(100 << 20, 2_000, 64L << 20, 20_000_000, Duration.ofSeconds(30));
  }

  // Every eleventh letter or more that nobody can tell: the others are not to be relied on.
  private static final int UNREADABLE_FROM_ONE_IN = 10;
  private static final int TRAILER = 1024;

  static {
    // PDFBox would read every font of the machine, and write a list of them into the home folder.
    FontMappers.set(new OwnFonts());
  }

  private final Limits limits;

  public PdfBoxText() {
    this(Limits.USUAL);
  }

  PdfBoxText(Limits limits) {
    this.limits = limits;
  }

  @Override
  public ReadText read(InputStream pdf) {
    byte[] bytes;
    try {
      bytes = pdf.readNBytes(limits.bytes() + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (bytes.length > limits.bytes()) {
      return new ReadText.NotRead(NotReadReason.TOO_LARGE);
    }
    if (!isComplete(bytes)) {
      // PDFBox would mend it as far as it goes, and the rest would seem to be left out.
      return new ReadText.NotRead(NotReadReason.DAMAGED);
    }
    Deadline deadline = new Deadline(limits.time());
    try {
      PackedStreams.check(bytes, limits.unpacked(), deadline);
      return read(bytes, deadline);
    } catch (LimitReached e) {
      return new ReadText.NotRead(e.reason());
    } catch (InvalidPasswordException e) {
      return new ReadText.NotRead(NotReadReason.ENCRYPTED);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Whatever PDFBox stumbles over, it is in the file.
      return new ReadText.NotRead(NotReadReason.DAMAGED);
    }
  }

  private ReadText read(byte[] bytes, Deadline deadline) throws IOException {
    try (PDDocument document = Loader.loadPDF(new WatchedBytes(bytes, deadline))) {
      if (document.getNumberOfPages() > limits.pages()) {
        throw new LimitReached(NotReadReason.TOO_LARGE);
      }
      StringWriter out = new StringWriter();
      Reader reader = new Reader(out, deadline);
      reader.writeText(document, out);
      if (reader.glyphs > 0 && reader.unmapped * UNREADABLE_FROM_ONE_IN > reader.glyphs) {
        throw new LimitReached(NotReadReason.TEXT_UNREADABLE);
      }
      String text = out.toString();
      if (reader.hasPageOfPictures) {
        throw new LimitReached(NotReadReason.SCAN_WITHOUT_TEXT);
      }
      if (!says(text)) {
        throw new LimitReached(NotReadReason.EMPTY);
      }
      return new ReadText.Read(text);
    }
  }

  private static boolean says(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static boolean isComplete(byte[] bytes) {
    byte[] tail = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - TRAILER), bytes.length);
    return new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF");
  }

  /** Gathers the text page by page, and what speaks against it. */
  private final class Reader extends PDFTextStripper {
    private final StringWriter out;
    private final Deadline deadline;
    private int pageFrom;
    private long glyphs;
    private long unmapped;
    private boolean hasPageOfPictures;

    Reader(StringWriter out, Deadline deadline) {
      this.out = out;
      this.deadline = deadline;
      setLineSeparator("\n");
      setPageEnd(String.valueOf(ReadText.PAGE_END));
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
        throws IOException {
      deadline.check();
      glyphs++;
      if (font.toUnicode(code, GlyphList.getAdobeGlyphList()) == null) {
        unmapped++;
      }
      super.showGlyph(matrix, font, code, displacement);
    }

    @Override
    protected void writePage() throws IOException {
      charactersByArticle.forEach(TextLines::order);
      super.writePage();
    }

    @Override
    protected void endPage(PDPage page) throws IOException {
      String text = out.getBuffer().substring(pageFrom);
      // One page that is only a picture is enough: what stands on it would seem to be left out.
      hasPageOfPictures |=
          !says(text)
              && page.getResources() != null
              && page.getResources().getXObjectNames().iterator().hasNext();
      pageFrom = out.getBuffer().length();
      if (pageFrom > limits.characters()) {
        throw new LimitReached(NotReadReason.TOO_LARGE);
      }
    }
  }

  /** The file's bytes, which stop being given when the time is over. */
  private static final class WatchedBytes extends RandomAccessReadBuffer {
    private final Deadline deadline;

    WatchedBytes(byte[] bytes, Deadline deadline) {
      super(bytes);
      this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
      deadline.check();
      return super.read();
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      deadline.check();
      return super.read(to, offset, length);
    }
  }

  /** When the time that a file is given is over. */
  static final class Deadline {
    private final long start = System.nanoTime();
    private final long nanos;

    Deadline(Duration time) {
      nanos = time.toNanos();
    }

    void check() {
      if (System.nanoTime() - start > nanos) {
        throw new LimitReached(NotReadReason.TOO_SLOW);
      }
    }
  }

  /** Ends the reading, through whatever of PDFBox is at work. */
  static final class LimitReached extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final NotReadReason reason;

    LimitReached(NotReadReason reason) {
      super(reason.code(), null, false, false);
      this.reason = reason;
    }

    NotReadReason reason() {
      return reason;
    }
  }
}
