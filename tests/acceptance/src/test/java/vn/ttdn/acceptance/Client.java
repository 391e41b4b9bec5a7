package vn.ttdn.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Somebody at the contract: one signed-in person. */
final class Client {
  private final HttpClient http;
  private final String root;
  private final Supplier<Map<String, String>> credentials;
  private final String language;

  /**
   * Makes a client.
   *
   * @param root the contract's root without a slash at its end
   * @param credentials headers that say who calls and that he means it
   */
  Client(HttpClient http, String root, Supplier<Map<String, String>> credentials) {
    this(http, root, credentials, "vi");
  }

  private Client(
      HttpClient http, String root, Supplier<Map<String, String>> credentials, String language) {
    this.http = http;
    this.root = root;
    this.credentials = credentials;
    this.language = language;
  }

  Client reading(String otherLanguage) {
    return new Client(http, root, credentials, otherLanguage);
  }

  /** The same person further down. */
  Client below(String path) {
    return new Client(http, root + path, credentials, language);
  }

  /** Sends whatever a stock way in takes; headers in pairs of name and value. */
  Reply raw(String method, String path, String contentType, String body, String... headers) {
    return send(
        method, path, contentType, BodyPublishers.ofString(body, StandardCharsets.UTF_8), headers);
  }

  Reply get(String path) {
    return send("GET", path, null, BodyPublishers.noBody());
  }

  Reply post(String path, Object body) {
    return send("POST", path, "application/json", json(body));
  }

  Reply put(String path, Object body) {
    return send("PUT", path, "application/json", json(body));
  }

  Reply delete(String path) {
    return send("DELETE", path, null, BodyPublishers.noBody());
  }

  /** Where that path is. */
  String address(String path) {
    return root + path;
  }

  Reply putRaw(String path, String contentType, byte[] body) {
    return send("PUT", path, contentType, BodyPublishers.ofByteArray(body));
  }

  /** Sends a body as it stands. */
  Reply postRaw(String path, String contentType, byte[] body) {
    return send("POST", path, contentType, BodyPublishers.ofByteArray(body));
  }

  /** Uploads a file under exactly that name. */
  Reply upload(String path, String name, byte[] content) {
    String boundary = "ttdn" + UUID.randomUUID();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(partHead(boundary, name));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        "POST",
        path,
        "multipart/form-data; boundary=" + boundary,
        BodyPublishers.ofByteArray(body.toByteArray()));
  }

  /** Uploads a file that is too large to hold in memory. */
  Reply uploadStream(String path, String name, Supplier<InputStream> content) {
    String boundary = "ttdn" + UUID.randomUUID();
    Supplier<InputStream> whole =
        () ->
            new java.io.SequenceInputStream(
                java.util.Collections.enumeration(
                    java.util.List.of(
                        new java.io.ByteArrayInputStream(partHead(boundary, name)),
                        content.get(),
                        new java.io.ByteArrayInputStream(
                            ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8)))));
    return send(
        "POST",
        path,
        "multipart/form-data; boundary=" + boundary,
        BodyPublishers.ofInputStream(whole));
  }

  private static byte[] partHead(String boundary, String name) {
    return ("--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private Reply send(
      String method, String path, String contentType, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + path))
            .timeout(Duration.ofMinutes(2))
            .header("Accept-Language", language)
            .method(method, body);
    credentials.get().forEach(request::header);
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    return exchange(http, request.build());
  }

  static Reply exchange(HttpClient http, HttpRequest request) {
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new Reply(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static BodyPublisher json(Object body) {
    try {
      return BodyPublishers.ofByteArray(
          new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsBytes(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An ordered JSON object. */
  static Map<String, Object> object(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
