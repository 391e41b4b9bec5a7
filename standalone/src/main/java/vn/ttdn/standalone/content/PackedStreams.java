package vn.ttdn.standalone.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.filter.FilterFactory;
import vn.ttdn.core.comparison.NotReadReason;
import vn.ttdn.standalone.content.PdfBoxText.Deadline;
import vn.ttdn.standalone.content.PdfBoxText.LimitReached;

/**
 * Unpacks a PDF's streams one after the other to nowhere, before PDFBox unpacks them into memory
 * whole: a few kilobytes may grow to gigabytes. It goes by the bytes, not by the file's own table
 * of contents, so that no stream is left out.
 */
final class PackedStreams {
  /** Pictures are not unpacked for the text; what they take is time. */
  private static final int PICTURE_FACTOR = 8;

  private static final int TOTAL_FACTOR = 32;
  private static final int DICTIONARY = 2_048;
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern FILTER =
      Pattern.compile(
          "/(FlateDecode|Fl|LZWDecode|LZW|ASCII85Decode|A85|ASCIIHexDecode|AHx|RunLengthDecode|RL)\\b");
  private static final Pattern PICTURE = Pattern.compile("/Subtype\\s*/Image\\b");

  private final byte[] bytes;
  private final long limit;
  private final Deadline deadline;
  private long total;

  private PackedStreams(byte[] bytes, long limit, Deadline deadline) {
    this.bytes = bytes;
    this.limit = limit;
    this.deadline = deadline;
  }

  /**
   * Lets a file pass whose streams keep to a limit.
   *
   * @throws LimitReached if one does not, or all together take too much or too long
   */
  static void check(byte[] bytes, long limit, Deadline deadline) {
    new PackedStreams(bytes, limit, deadline).check();
  }

  private void check() {
    for (int at = find(0); at >= 0; at = find(at + STREAM.length)) {
      boolean isEnd = at >= 3 && bytes[at - 1] == 'd' && bytes[at - 2] == 'n';
      if (!isEnd) {
        stream(at);
      }
    }
  }

  private void stream(int keyword) {
    deadline.check();
    int from = keyword + STREAM.length;
    while (from < bytes.length && (bytes[from] == '\r' || bytes[from] == '\n')) {
      from++;
    }
    String dictionary = dictionary(keyword);
    boolean picture = PICTURE.matcher(dictionary).find();
    List<String> filters = filters(dictionary, from);
    // To the end of the file: packed data know their own end, and "endstream" may stand in them.
    InputStream packed = new ByteArrayInputStream(bytes, from, bytes.length - from);
    for (int i = 0; i < filters.size(); i++) {
      boolean last = i + 1 == filters.size();
      Capped out = new Capped(picture ? limit * PICTURE_FACTOR : limit, !last);
      try {
        FilterFactory.INSTANCE
            .getFilter(filters.get(i))
            .decode(packed, out, new COSDictionary(), 0);
      } catch (IOException | RuntimeException e) {
        if (e instanceof LimitReached reached) {
          throw reached;
        }
        // Not packed as it says: PDFBox will tell.
        return;
      }
      packed = new ByteArrayInputStream(out.kept.toByteArray());
    }
  }

  /** What stands before the stream, from the beginning of its object. */
  private String dictionary(int keyword) {
    int from = Math.max(0, keyword - DICTIONARY);
    String before = new String(bytes, from, keyword - from, StandardCharsets.ISO_8859_1);
    return before.substring(Math.max(0, before.lastIndexOf(" obj")));
  }

  private List<String> filters(String dictionary, int from) {
    List<String> filters = new ArrayList<>();
    Matcher filter = FILTER.matcher(dictionary);
    while (filter.find()) {
      filters.add(filter.group(1));
    }
    // The names may stand in an object of their own: then by the zlib header.
    boolean zlib =
        from + 1 < bytes.length
            && (bytes[from] & 0x0F) == 8
            && (((bytes[from] & 0xFF) << 8) | (bytes[from + 1] & 0xFF)) % 31 == 0;
    if (filters.isEmpty() && zlib) {
      filters.add("FlateDecode");
    }
    return filters;
  }

  private int find(int from) {
    for (int i = from; i <= bytes.length - STREAM.length; i++) {
      if (bytes[i] == STREAM[0]
          && Arrays.equals(bytes, i, i + STREAM.length, STREAM, 0, STREAM.length)) {
        return i;
      }
    }
    return -1;
  }

  /** Counts, and keeps only what the next filter needs. */
  private final class Capped extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final long most;
    private final boolean keep;
    private long count;

    Capped(long most, boolean keep) {
      this.most = most;
      this.keep = keep;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
      deadline.check();
      count += length;
      total += length;
      if (count > most || total > limit * TOTAL_FACTOR) {
        throw new LimitReached(NotReadReason.TOO_LARGE);
      }
      if (keep) {
        kept.write(from, offset, length);
      }
    }
  }
}
