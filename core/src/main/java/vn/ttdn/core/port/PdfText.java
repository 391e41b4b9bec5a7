package vn.ttdn.core.port;

import java.io.InputStream;
import vn.ttdn.core.comparison.ReadText;

/**
 * The host's reader of a PDF's text. A port, because that needs a library that is large and, in
 * Alfresco, does not belong into the repository's JVM.
 */
public interface PdfText {
  /**
   * The text of a PDF in the order in which it was written, {@link ReadText#PAGE_END} after each
   * page; or why it has none that can be read. Whatever the file is, the answer comes within limits
   * of time and memory.
   *
   * @param pdf read to its end or to a limit; the caller closes it
   * @throws java.io.UncheckedIOException if the stream itself fails
   */
  ReadText read(InputStream pdf);
}
