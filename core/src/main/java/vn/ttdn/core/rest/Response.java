package vn.ttdn.core.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer for the host to send.
 *
 * @param status HTTP status
 * @param contentType with charset where there is one
 * @param headers further headers
 * @param body writes the body
 */
public record Response(int status, String contentType, Map<String, String> headers, Body body) {

  /** Writes a body; called once, outside the transaction. */
  @FunctionalInterface
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  public Response {
    headers = Map.copyOf(headers);
  }

  static Response json(int status, Object value) {
    byte[] bytes = Json.write(value).getBytes(StandardCharsets.UTF_8);
    return new Response(
        status, "application/json;charset=UTF-8", noStore(), out -> out.write(bytes));
  }

  static Response problem(int status, Object value) {
    byte[] bytes = Json.write(value).getBytes(StandardCharsets.UTF_8);
    return new Response(
        status, "application/problem+json;charset=UTF-8", noStore(), out -> out.write(bytes));
  }

  /** A file to be saved, never shown: what people upload is not ours to run in their browser. */
  static Response download(String contentType, String fileName, Body body) {
    Map<String, String> headers = new LinkedHashMap<>(noStore());
    headers.put("Content-Disposition", ContentDisposition.attachment(fileName));
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Content-Security-Policy", "sandbox; default-src 'none'");
    return new Response(200, contentType, headers, body);
  }

  private static Map<String, String> noStore() {
    return Map.of("Cache-Control", "no-store");
  }
}
