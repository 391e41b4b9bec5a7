package vn.ttdn.core.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.files.IncomingFile;

/** Somebody who calls the contract; whatever is answered has to be as it is described. */
final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FakeHost host;
  private final Api api;
  private final Described described = Described.read();
  private final TreeSet<String> called = new TreeSet<>();

  Client(FakeHost host) {
    this.host = host;
    this.api = host.api();
  }

  /** The ids of the routes that have answered. */
  TreeSet<String> called() {
    return called;
  }

  JsonNode get(String user, String path) {
    return call(user, "GET", path, "", Optional.empty());
  }

  JsonNode post(String user, String path, String body) {
    return call(user, "POST", path, body, Optional.empty());
  }

  JsonNode put(String user, String path, String body) {
    return call(user, "PUT", path, body, Optional.empty());
  }

  JsonNode delete(String user, String path) {
    return call(user, "DELETE", path, "", Optional.empty());
  }

  JsonNode upload(String user, String path, IncomingFile file) {
    return call(user, "POST", path, "", Optional.of(file));
  }

  private JsonNode call(
      String user, String method, String pathAndQuery, String body, Optional<IncomingFile> file) {
    String path = pathAndQuery.replaceFirst("\\?.*", "");
    Response response =
        host.currentPerson()
            .as(
                user,
                () ->
                    api.handle(
                        new Request(
                            method,
                            path,
                            query(pathAndQuery),
                            Locale.forLanguageTag("vi"),
                            () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                            file)));
    String text = text(response);
    assertThat(response.status()).as(method + " " + pathAndQuery + ": " + text).isLessThan(300);
    Route route =
        api.all().stream()
            .filter(r -> r.method().equals(method) && r.match(path).isPresent())
            .findFirst()
            .orElseThrow();
    called.add(route.id());
    Optional<Map<String, Object>> schema = described.answer(route, response.status());
    if (schema.isEmpty()) {
      assertThat(response.headers().get("Content-Disposition")).startsWith("attachment");
      return JSON.nullNode();
    }
    JsonNode answer = parsed(text);
    List<String> differences = described.differences(schema.get(), answer, route.id());
    assertThat(differences).as(answer.toPrettyString()).isEmpty();
    return answer;
  }

  private static Map<String, String> query(String pathAndQuery) {
    Map<String, String> query = new HashMap<>();
    int at = pathAndQuery.indexOf('?');
    if (at >= 0) {
      for (String pair : pathAndQuery.substring(at + 1).split("&", -1)) {
        query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
      }
    }
    return query;
  }

  private static String text(Response response) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      response.body().writeTo(out);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
