package vn.ttdn.standalone.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.rest.Json;

/**
 * Somebody at the host, as a browser would be: with cookies, and with the token that they carry.
 */
public final class Guest {
  private static final String CONTRACT = "/api/ttdn/v1";

  private final String origin;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private boolean withToken = true;

  private Guest(String origin) {
    this.origin = origin;
  }

  /** Somebody who has only opened the page. */
  public static Guest at(int port) {
    return new Guest("http://127.0.0.1:" + port);
  }

  /** Somebody signed in. */
  public static Guest signedIn(int port, String userName, String password) {
    Guest guest = at(port);
    Answer answer = guest.signIn(userName, password);
    if (answer.status() != 204) {
      throw new IllegalStateException(userName + " cannot sign in: " + answer.text());
    }
    return guest;
  }

  /** Signs in; afterwards holds the token of the new session. */
  public Answer signIn(String userName, String password) {
    get("/api/session");
    Answer answer = post("/api/session", Map.of("userName", userName, "password", password));
    get("/api/session");
    return answer;
  }

  /** The same person, who no longer sends the CSRF header. */
  public Guest forgettingToken() {
    withToken = false;
    return this;
  }

  /** The value of a cookie. */
  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(c -> c.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /** Puts a cookie there that the host never gave. */
  public void plant(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(origin), cookie);
  }

  /** GET of a path from the host's root. */
  public Answer get(String path, String... headers) {
    return send("GET", path, null, BodyPublishers.noBody(), headers);
  }

  /** POST of JSON to a path from the host's root. */
  public Answer post(String path, Object body, String... headers) {
    return send(
        "POST", path, "application/json", BodyPublishers.ofString(Json.write(body)), headers);
  }

  /** Any request from the host's root. */
  public Answer raw(String method, String path, String contentType, String body, String... h) {
    return send(method, path, contentType, BodyPublishers.ofString(body), h);
  }

  /** GET of the contract. */
  public Answer read(String path) {
    return get(CONTRACT + path);
  }

  /** POST to the contract. */
  public Answer create(String path, Object body) {
    return post(CONTRACT + path, body);
  }

  /** PUT to the contract. */
  public Answer change(String path, Object body) {
    return send(
        "PUT", CONTRACT + path, "application/json", BodyPublishers.ofString(Json.write(body)));
  }

  /** Uploads a file to the contract. */
  public Answer upload(String path, String name, byte[] content) {
    String boundary = "ttdn-test-boundary";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        "POST",
        CONTRACT + path,
        "multipart/form-data; boundary=" + boundary,
        BodyPublishers.ofByteArray(body.toByteArray()));
  }

  private Answer send(
      String method, String path, String contentType, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + path))
            .timeout(Duration.ofMinutes(1))
            .method(method, body);
    if (withToken) {
      cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    }
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
