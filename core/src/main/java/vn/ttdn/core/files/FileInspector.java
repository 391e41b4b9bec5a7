package vn.ttdn.core.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;

/**
 * Decides whether an uploaded file may become a draft: what it is by its content, whether that is
 * what its name says, and whether it is safe to keep. It looks at the container only; parsers for
 * the contents do not belong on this path.
 */
public final class FileInspector {
  private static final int MAX_ENTRIES = 10_000;
  private static final long MAX_UNPACKED = 1L << 30;
  private static final int MAX_RATIO = 200;
  private static final long RATIO_FROM = 10L << 20;
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE2 = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private final long maxBytes;

  /**
   * @param maxBytes largest file that is taken
   */
  public FileInspector(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Largest file that is taken, bytes. */
  public long maxBytes() {
    return maxBytes;
  }

  /**
   * The file's type by its content.
   *
   * @throws Refusal that names the rule: {@code file-empty}, {@code file-too-large}, {@code
   *     file-type-unknown}, {@code file-type-differs}, {@code file-encrypted}, {@code file-macros},
   *     {@code file-bomb}, {@code file-corrupt}, or one about the name
   */
  public FileType inspect(IncomingFile file) {
    String name = FileName.checked(file.name());
    if (file.size() > maxBytes) {
      throw tooLarge(name);
    }
    if (file.size() == 0) {
      throw Refusal.ofField("file", "file-empty", name);
    }
    FileType promised =
        FileType.ofExtension(FileName.extension(name))
            .orElseThrow(() -> Refusal.of(Kind.UNSUPPORTED_TYPE, "file-type-unknown", name));
    try (InputStream in = file.content().open()) {
      FileType found = byContent(in, name);
      if (found != promised) {
        throw Refusal.of(
            Kind.UNSUPPORTED_TYPE,
            "file-type-differs",
            name,
            promised.name(),
            found == null ? "?" : found.name());
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The MIME type of a file that was inspected.
   *
   * @param name a checked name
   */
  public static String mimeType(String name) {
    return FileType.ofExtension(FileName.extension(name)).orElseThrow().mimeType();
  }

  /** The refusal of a file over the limit, for hosts that notice before core is asked. */
  public Refusal tooLarge(String name) {
    return Refusal.of(Kind.TOO_LARGE, "file-too-large", name, maxBytes >> 20);
  }

  private static FileType byContent(InputStream in, String name) throws IOException {
    byte[] head = in.readNBytes(8);
    if (startsWith(head, PDF)) {
      return pdf(in, name);
    }
    if (startsWith(head, OLE2)) {
      // A password-protected DOCX is an OLE2 container; so is an old .doc with another name.
      throw Refusal.of(Kind.UNSUPPORTED_TYPE, "file-encrypted", name);
    }
    if (startsWith(head, ZIP)) {
      return zip(new java.io.SequenceInputStream(new java.io.ByteArrayInputStream(head), in), name);
    }
    return null;
  }

  private static FileType pdf(InputStream in, String name) throws IOException {
    byte[] tail = new byte[0];
    byte[] buffer = new byte[8192];
    byte[] needle = "/Encrypt".getBytes(StandardCharsets.US_ASCII);
    boolean encrypted = false;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      byte[] window = Arrays.copyOf(tail, tail.length + n);
      System.arraycopy(buffer, 0, window, tail.length, n);
      encrypted |= contains(window, needle);
      tail = Arrays.copyOfRange(window, Math.max(0, window.length - 1024), window.length);
    }
    if (!contains(tail, "%%EOF".getBytes(StandardCharsets.US_ASCII))) {
      throw Refusal.ofField("file", "file-corrupt", name);
    }
    if (encrypted) {
      throw Refusal.of(Kind.UNSUPPORTED_TYPE, "file-encrypted", name);
    }
    return FileType.PDF;
  }

  private static FileType zip(InputStream in, String name) {
    Set<String> names = new HashSet<>();
    String mimetype = "";
    long unpacked = 0;
    CountingStream counted = new CountingStream(in);
    try (ZipInputStream zip = new ZipInputStream(counted)) {
      byte[] buffer = new byte[8192];
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        String entry = e.getName().toLowerCase(Locale.ROOT);
        if (!names.add(entry) || names.size() > MAX_ENTRIES) {
          throw Refusal.ofField("file", "file-bomb", name);
        }
        if (entry.equals("mimetype")) {
          byte[] text = zip.readNBytes(100);
          unpacked += text.length;
          mimetype = new String(text, StandardCharsets.US_ASCII);
        }
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
          unpacked += n;
          if (unpacked > MAX_UNPACKED
              || (unpacked > RATIO_FROM && unpacked / Math.max(1, counted.count) > MAX_RATIO)) {
            throw Refusal.ofField("file", "file-bomb", name);
          }
        }
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw Refusal.ofField("file", "file-corrupt", name);
    } catch (java.io.EOFException e) {
      throw Refusal.ofField("file", "file-corrupt", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return kindOfZip(names, mimetype, name);
  }

  private static FileType kindOfZip(Set<String> names, String mimetype, String name) {
    for (String entry : names) {
      if (entry.endsWith("vbaproject.bin") || entry.startsWith("basic/")) {
        throw Refusal.of(Kind.UNSUPPORTED_TYPE, "file-macros", name);
      }
    }
    if (names.contains("[content_types].xml") && names.contains("word/document.xml")) {
      return FileType.DOCX;
    }
    if (mimetype.equals(FileType.ODT.mimeType()) && names.contains("content.xml")) {
      return FileType.ODT;
    }
    return null;
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static boolean contains(byte[] haystack, byte[] needle) {
    for (int i = 0; i <= haystack.length - needle.length; i++) {
      if (Arrays.equals(haystack, i, i + needle.length, needle, 0, needle.length)) {
        return true;
      }
    }
    return false;
  }

  /** Counts what was read, to compare it with what came out. */
  private static final class CountingStream extends java.io.FilterInputStream {
    private long count;

    CountingStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) {
        count++;
      }
      return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      int n = super.read(b, off, len);
      if (n > 0) {
        count += n;
      }
      return n;
    }
  }
}
