package vn.ttdn.core.comparison;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The parts of a zipped document that hold text, unpacked in memory. The limits are on what comes
 * out, not on what the zip says of itself.
 */
final class ZipParts {
  private static final int MAX_ENTRIES = 10_000;
  private static final long MAX_UNPACKED = 512L << 20;
  private static final int MAX_TEXT_PART = 64 << 20;
  private static final int MAX_RATIO = 200;
  private static final long RATIO_FROM = 10L << 20;
  private static final Pattern TEXT_PART =
      Pattern.compile(
          "word/(document|styles|footnotes|endnotes|header\\d*|footer\\d*)\\.xml"
              + "|mimetype|content\\.xml|styles\\.xml|META-INF/manifest\\.xml");
  private static final Pattern PICTURE = Pattern.compile("(word/media|Pictures)/.+");

  private final SortedMap<String, byte[]> parts;
  private final boolean pictures;

  private ZipParts(SortedMap<String, byte[]> parts, boolean pictures) {
    this.parts = parts;
    this.pictures = pictures;
  }

  /**
   * Unpacks.
   *
   * @throws Unreadable {@link NotReadReason#DAMAGED} or {@link NotReadReason#TOO_LARGE}
   */
  static ZipParts read(InputStream in) throws IOException, Unreadable {
    SortedMap<String, byte[]> parts = new TreeMap<>();
    Set<String> names = new HashSet<>();
    boolean pictures = false;
    Counted counted = new Counted(in);
    long unpacked = 0;
    // Closing it would close the caller's stream.
    @SuppressWarnings("resource")
    ZipInputStream zip = new ZipInputStream(counted);
    try {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        if (!names.add(e.getName())) {
          // Two parts of one name: what one program shows, another does not.
          throw new Unreadable(NotReadReason.DAMAGED);
        }
        if (names.size() > MAX_ENTRIES) {
          throw new Unreadable(NotReadReason.TOO_LARGE);
        }
        pictures |= PICTURE.matcher(e.getName()).matches();
        boolean isText = TEXT_PART.matcher(e.getName()).matches();
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
          unpacked += n;
          if (unpacked > MAX_UNPACKED
              || (unpacked > RATIO_FROM && unpacked / Math.max(1, counted.count) > MAX_RATIO)) {
            throw new Unreadable(NotReadReason.TOO_LARGE);
          }
          if (isText) {
            part.write(buffer, 0, n);
            if (part.size() > MAX_TEXT_PART) {
              throw new Unreadable(NotReadReason.TOO_LARGE);
            }
          }
        }
        if (isText) {
          parts.put(e.getName(), part.toByteArray());
        }
      }
      if (!counted.endsWithDirectory()) {
        // Cut off behind an entry: what is missing would seem to be left out.
        throw new Unreadable(NotReadReason.DAMAGED);
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new Unreadable(NotReadReason.DAMAGED);
    }
    return new ZipParts(parts, pictures);
  }

  boolean has(String name) {
    return parts.containsKey(name);
  }

  /** A part's bytes; empty if the document has no such part. */
  byte[] part(String name) {
    return parts.getOrDefault(name, new byte[0]);
  }

  /** The parts whose names start so, in the order of their names. */
  Iterable<Map.Entry<String, byte[]>> startingWith(String prefix) {
    return parts.entrySet().stream().filter(e -> e.getKey().startsWith(prefix)).toList();
  }

  /** What an ODF file says that it is; empty for others. */
  String mimetype() {
    return new String(part("mimetype"), StandardCharsets.US_ASCII);
  }

  boolean hasPictures() {
    return pictures;
  }

  /** Counts what was read, to compare it with what came out, and remembers the end of it. */
  private static final class Counted extends FilterInputStream {
    private static final int TAIL = 1024;
    private static final byte[] END_OF_DIRECTORY = {'P', 'K', 5, 6};

    private final byte[] tail = new byte[TAIL];
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) {
        remember((byte) b);
      }
      return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      int n = super.read(b, off, len);
      for (int i = 0; i < n; i++) {
        remember(b[off + i]);
      }
      return n;
    }

    private void remember(byte b) {
      tail[(int) (count++ % TAIL)] = b;
    }

    /** Reads what is left; whether the zip's directory ends there. */
    boolean endsWithDirectory() throws IOException {
      transferTo(OutputStream.nullOutputStream());
      for (int i = 0; i < TAIL; i++) {
        boolean found = true;
        for (int k = 0; k < END_OF_DIRECTORY.length; k++) {
          found &= tail[(i + k) % TAIL] == END_OF_DIRECTORY[k];
        }
        if (found) {
          return true;
        }
      }
      return false;
    }
  }
}
