package vn.ttdn.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;

/**
 * What a host answered.
 *
 * @param status HTTP status
 * @param headers its headers
 * @param bytes its body
 */
record Reply(int status, HttpHeaders headers, byte[] bytes) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  JsonNode json() {
    try {
      return MAPPER.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("no JSON: " + text(), e);
    }
  }

  String text() {
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The rule that refused, without the urn in front; empty if it is no problem document. */
  String problem() {
    if (!header("content-type").startsWith("application/problem+json")) {
      return "";
    }
    return json().path("type").asText().replace("urn:ttdn:problem:", "");
  }
}
