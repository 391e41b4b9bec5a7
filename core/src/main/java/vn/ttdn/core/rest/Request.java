package vn.ttdn.core.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.files.IncomingFile;

/**
 * A request as core sees it, whatever the host's server calls it.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT} or {@code DELETE}
 * @param path below the contract's root, without it: {@code /dossiers/…}; decoded
 * @param query first value of each query parameter
 * @param locale what the caller reads
 * @param body opens the body of a JSON request
 * @param file the file of a multipart request; empty in any other
 */
public record Request(
    String method,
    String path,
    Map<String, String> query,
    Locale locale,
    Body body,
    Optional<IncomingFile> file) {

  /** Opens the request's body; the caller closes it. */
  @FunctionalInterface
  public interface Body {
    InputStream open();
  }

  public Request {
    query = Map.copyOf(query);
  }

  /** The same with a body that may be opened again: who loses a race for a lock tries again. */
  Request rereadable() {
    return new Request(method, path, query, locale, new RememberedBody(body), file);
  }

  /** Reads a server's body once, no more of it than is ever looked at. */
  private static final class RememberedBody implements Body {
    private final Body body;
    private byte[] bytes;

    RememberedBody(Body body) {
      this.body = body;
    }

    @Override
    public InputStream open() {
      if (bytes == null) {
        try (InputStream in = body.open()) {
          bytes = in.readNBytes(Json.MAX_BODY + 1);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return new ByteArrayInputStream(bytes);
    }
  }
}
