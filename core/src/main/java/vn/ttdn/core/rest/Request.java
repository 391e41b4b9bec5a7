package vn.ttdn.core.rest;

import java.io.InputStream;
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
}
