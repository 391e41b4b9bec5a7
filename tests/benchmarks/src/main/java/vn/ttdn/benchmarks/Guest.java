package vn.ttdn.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import vn.ttdn.core.rest.Json;

/** One signed-in sample person at the contract of a running host. */
final class Guest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String CONTRACT = "/api/ttdn/v1";
  private static final String PASSWORD = "ttdn-2026";
  private static final String BOUNDARY = "ttdn-bench-boundary";

  private final String origin;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  /** Signs in. */
  Guest(String origin, String userName) {
    this.origin = origin;
    send("GET", "/api/session", null, BodyPublishers.noBody());
    send(
        "POST",
        "/api/session",
        "application/json",
        BodyPublishers.ofString(Json.write(Map.of("userName", userName, "password", PASSWORD))));
    // Signing in changes the token.
    send("GET", "/api/session", null, BodyPublishers.noBody());
  }

  JsonNode get(String path) {
    return json(send("GET", CONTRACT + path, null, BodyPublishers.noBody()));
  }

  JsonNode post(String path, Map<String, Object> body) {
    return json(
        send(
            "POST",
            CONTRACT + path,
            "application/json",
            BodyPublishers.ofString(Json.write(body))));
  }

  /** Uploads a file from the disk, as the page's form does. */
  JsonNode upload(String path, Path file) {
    String head =
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cong-van.pdf\""
            + "\r\nContent-Type: application/pdf\r\n\r\n";
    try {
      return json(
          send(
              "POST",
              CONTRACT + path,
              "multipart/form-data; boundary=" + BOUNDARY,
              BodyPublishers.concat(
                  BodyPublishers.ofString(head),
                  BodyPublishers.ofFile(file),
                  BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Downloads a content to nowhere; its bytes are counted. */
  long download(String path) {
    HttpRequest request = request(CONTRACT + path).GET().build();
    try {
      var response = http.send(request, BodyHandlers.ofInputStream());
      try (var in = response.body()) {
        if (response.statusCode() >= 400) {
          throw refused(request, response.statusCode(), in.readAllBytes());
        }
        return in.transferTo(OutputStream.nullOutputStream());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private byte[] send(String method, String path, String contentType, BodyPublisher body) {
    HttpRequest.Builder request = request(path).method(method, body);
    cookies.getCookieStore().getCookies().stream()
        .filter(c -> c.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .forEach(token -> request.header("X-XSRF-TOKEN", token));
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    HttpRequest whole = request.build();
    try {
      HttpResponse<byte[]> response = http.send(whole, BodyHandlers.ofByteArray());
      if (response.statusCode() >= 400) {
        throw refused(whole, response.statusCode(), response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofMinutes(3));
  }

  private static IllegalStateException refused(HttpRequest request, int status, byte[] body) {
    return new IllegalStateException(
        request.method()
            + " "
            + request.uri()
            + " → "
            + status
            + " "
            + new String(body, StandardCharsets.UTF_8));
  }

  private static JsonNode json(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
