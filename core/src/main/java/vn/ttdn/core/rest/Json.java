package vn.ttdn.core.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import vn.ttdn.core.Refusal;

/** JSON as the contract speaks it. */
public final class Json {
  /** The longest body that is read, in bytes. */
  static final int MAX_BODY = 1 << 20;

  private static final ObjectMapper MAPPER = mapper();

  private Json() {}

  private static ObjectMapper mapper() {
    ObjectMapper mapper = new ObjectMapper();
    mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    mapper
        .getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build());
    return mapper;
  }

  /** Text of maps, lists, strings, numbers and booleans. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** What {@link #write} wrote. */
  static JsonNode read(String written) {
    try {
      return MAPPER.readTree(written);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * A request's body as an object with known members only.
   *
   * @throws Refusal {@code body-invalid} or {@code property-unknown}
   */
  static JsonNode object(InputStream body, Set<String> known) {
    JsonNode node;
    try {
      byte[] bytes = body.readNBytes(MAX_BODY + 1);
      if (bytes.length > MAX_BODY) {
        throw Refusal.of(Refusal.Kind.TOO_LARGE, "body-too-large", MAX_BODY >> 10);
      }
      node = MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw Refusal.of(Refusal.Kind.INVALID, "body-invalid");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (node == null || !node.isObject()) {
      throw Refusal.of(Refusal.Kind.INVALID, "body-invalid");
    }
    Set<String> unknown = new HashSet<>();
    node.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      String name = unknown.stream().sorted().findFirst().orElseThrow();
      throw Refusal.ofField(
          name, "property-unknown", name, String.join(", ", new java.util.TreeSet<>(known)));
    }
    return node;
  }
}
