package vn.ttdn.core.files;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that was handed in, spooled by the host so that it can be read more than once.
 *
 * @param name the file's name as given; {@link FileInspector} checks it
 * @param size bytes
 * @param content opens the content from its beginning
 */
public record IncomingFile(String name, long size, Content content) {
  /** Opens a stream that the caller closes. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }
}
