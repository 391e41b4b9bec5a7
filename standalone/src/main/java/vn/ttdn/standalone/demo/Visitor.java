package vn.ttdn.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import vn.ttdn.core.rest.Json;

/** One signed-in sample person at the contract, as a browser would be. */
final class Visitor {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String CONTRACT = "/api/ttdn/v1";

  private final String origin;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  /**
   * Signs in.
   *
   * @throws DemoFailure if the host does not let the person in
   */
  Visitor(String origin, String userName, String password) {
    this.origin = origin;
    send("GET", "/api/session", null, BodyPublishers.noBody());
    post("/api/session", Map.of("userName", userName, "password", password));
    // Signing in changes the token.
    send("GET", "/api/session", null, BodyPublishers.noBody());
  }

  JsonNode get(String path) {
    return json(send("GET", CONTRACT + path, null, BodyPublishers.noBody()));
  }

  byte[] bytes(String path) {
    return send("GET", CONTRACT + path, null, BodyPublishers.noBody());
  }

  JsonNode create(String path, Map<String, Object> body) {
    return json(post(CONTRACT + path, body));
  }

  JsonNode upload(String path, Path file) throws IOException {
    String boundary = "ttdn-demo-" + file.hashCode();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + file.getFileName()
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(Files.readAllBytes(file));
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return json(
        send(
            "POST",
            CONTRACT + path,
            "multipart/form-data; boundary=" + boundary,
            BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private byte[] post(String path, Object body) {
    return send("POST", path, "application/json", BodyPublishers.ofString(Json.write(body)));
  }

  private byte[] send(String method, String path, String contentType, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + path))
            .timeout(Duration.ofMinutes(1))
            .header("Accept-Language", "vi")
            .method(method, body);
    cookies.getCookieStore().getCookies().stream()
        .filter(c -> c.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .forEach(token -> request.header("X-XSRF-TOKEN", token));
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    try {
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() >= 400) {
        throw new DemoFailure(
            method
                + " "
                + path
                + " → "
                + response.statusCode()
                + " "
                + new String(response.body(), StandardCharsets.UTF_8));
      }
      return response.body();
    } catch (IOException e) {
      throw new DemoFailure(method + " " + path + " → " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("bị ngắt / interrupted");
    }
  }

  private static JsonNode json(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (IOException e) {
      throw new DemoFailure("không phải JSON / no JSON: " + e.getMessage());
    }
  }
}
