package vn.ttdn.standalone.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/**
 * What the host answered.
 *
 * @param status HTTP status
 * @param headers its headers
 * @param body its body
 */
public record Answer(int status, HttpHeaders headers, byte[] body) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  public boolean well() {
    return status >= 200 && status < 300;
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    try {
      return MAPPER.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException("no JSON: " + text(), e);
    }
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The rule that refused; empty if it is no problem document. */
  public String problem() {
    if (!header("Content-Type").startsWith("application/problem+json")) {
      return "";
    }
    return json().path("type").asText().replace("urn:ttdn:problem:", "");
  }
}
