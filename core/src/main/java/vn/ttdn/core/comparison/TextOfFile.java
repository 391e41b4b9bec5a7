package vn.ttdn.core.comparison;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import vn.ttdn.core.comparison.ReadText.NotRead;
import vn.ttdn.core.comparison.ReadText.Read;
import vn.ttdn.core.port.PdfText;

/**
 * The plain text of a file: DOCX, ODT, plain text by the JDK alone, PDF through its port. What a
 * file is, is told by its content. The file may be hostile: it is unpacked within limits, its XML
 * may declare nothing, and nothing outside of it is ever opened.
 */
public final class TextOfFile {
  /** Longest text that is taken, characters: some 5,000 pages. */
  static final int MAX_CHARS = 20_000_000;

  private static final int MAX_PLAIN_BYTES = 4 * MAX_CHARS;
  private static final int HEAD = 8;
  private static final byte[] PDF = ascii("%PDF-");
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE2 = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };
  private static final List<byte[]> PICTURES =
      List.of(
          new byte[] {(byte) 0x89, 'P', 'N', 'G'},
          new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
          new byte[] {'I', 'I', 42, 0},
          new byte[] {'M', 'M', 0, 42},
          ascii("GIF8"));
  private static final byte[] UTF_16_BE = {(byte) 0xFE, (byte) 0xFF};
  private static final byte[] UTF_16_LE = {(byte) 0xFF, (byte) 0xFE};
  // How an OLE2 directory names the stream that a password-protected OOXML file is packed in.
  private static final byte[] ENCRYPTED_PACKAGE =
      "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  private final PdfText pdf;

  /**
   * @param pdf reads the PDFs
   */
  public TextOfFile(PdfText pdf) {
    this.pdf = pdf;
  }

  /**
   * The text of a file, or why it has none that can be read.
   *
   * @param file from its first byte; the caller closes it
   * @throws UncheckedIOException if the stream itself fails
   */
  public ReadText read(InputStream file) {
    try {
      BufferedInputStream in = new BufferedInputStream(file);
      in.mark(HEAD);
      byte[] head = in.readNBytes(HEAD);
      in.reset();
      if (startsWith(head, PDF)) {
        return pdf.read(in);
      }
      return read(head, in);
    } catch (Unreadable e) {
      return new NotRead(e.reason());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Read read(byte[] head, InputStream in) throws IOException, Unreadable {
    if (head.length == 0) {
      throw new Unreadable(NotReadReason.EMPTY);
    }
    if (startsWith(head, ZIP)) {
      return ofParts(ZipParts.read(in));
    }
    if (startsWith(head, OLE2)) {
      throw new Unreadable(
          contains(in, ENCRYPTED_PACKAGE) ? NotReadReason.ENCRYPTED : NotReadReason.FORMAT_UNKNOWN);
    }
    if (PICTURES.stream().anyMatch(picture -> startsWith(head, picture))) {
      throw new Unreadable(NotReadReason.SCAN_WITHOUT_TEXT);
    }
    return plain(in);
  }

  private static Read ofParts(ZipParts parts) throws Unreadable {
    Read read;
    if (parts.has("word/document.xml")) {
      read = WordText.of(parts);
    } else if (parts.has("content.xml") && parts.mimetype().contains("opendocument.text")) {
      read = WriterText.of(parts);
    } else {
      throw new Unreadable(NotReadReason.FORMAT_UNKNOWN);
    }
    return read;
  }

  private static Read plain(InputStream in) throws IOException, Unreadable {
    byte[] bytes = in.readNBytes(MAX_PLAIN_BYTES + 1);
    if (bytes.length > MAX_PLAIN_BYTES) {
      throw new Unreadable(NotReadReason.TOO_LARGE);
    }
    String text;
    try {
      text = charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Unreadable(NotReadReason.FORMAT_UNKNOWN);
    }
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && "\t\n\r\f".indexOf(c) < 0)) {
      throw new Unreadable(NotReadReason.FORMAT_UNKNOWN);
    }
    return checked(text, "", false);
  }

  private static Charset charset(byte[] bytes) {
    boolean utf16 = startsWith(bytes, UTF_16_BE) || startsWith(bytes, UTF_16_LE);
    return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  /**
   * A text that says something.
   *
   * @param pictures whether there are pictures that may show what the text lacks
   */
  static Read checked(String text, String margins, boolean pictures) throws Unreadable {
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new Unreadable(pictures ? NotReadReason.SCAN_WITHOUT_TEXT : NotReadReason.EMPTY);
    }
    return new Read(text, margins);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static boolean contains(InputStream in, byte[] needle) throws IOException {
    byte[] window = new byte[0];
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      byte[] next = Arrays.copyOf(window, window.length + n);
      System.arraycopy(buffer, 0, next, window.length, n);
      for (int i = 0; i <= next.length - needle.length; i++) {
        if (Arrays.equals(next, i, i + needle.length, needle, 0, needle.length)) {
          return true;
        }
      }
      window = Arrays.copyOfRange(next, Math.max(0, next.length - needle.length + 1), next.length);
    }
    return false;
  }
}
