package vn.ttdn.core.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docs/openapi.yaml} as far as its own answers' schemas go. */
final class Described {
  private static final Path FILE = Path.of("../docs/openapi.yaml");

  private final Map<String, Object> root;

  private Described(Map<String, Object> root) {
    this.root = root;
  }

  static Described read() {
    try (Reader reader = Files.newBufferedReader(FILE)) {
      return new Described(map(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a route answers with, if that is JSON.
   *
   * @throws AssertionError if the description has no such operation or no such status
   */
  Optional<Map<String, Object>> answer(Route route, int status) {
    Map<String, Object> path = map(map(root.get("paths")).get(route.template()));
    Map<String, Object> operation = map(path.get(route.method().toLowerCase(Locale.ROOT)));
    Map<String, Object> responses = map(operation.get("responses"));
    String key = Integer.toString(status);
    assertThat(responses).as(route.id()).containsKey(key);
    Map<String, Object> response = resolved(map(responses.get(key)));
    Map<String, Object> content = map(response.get("content"));
    return Optional.ofNullable(content.get("application/json")).map(c -> map(map(c).get("schema")));
  }

  /** Where a value is not as the schema has it, one line each; members are a closed set. */
  List<String> differences(Map<String, Object> schema, JsonNode value, String at) {
    Map<String, Object> s = resolved(schema);
    if (s.get("oneOf") instanceof List<?> choices) {
      List<List<String>> all =
          choices.stream().map(choice -> differences(map(choice), value, at)).toList();
      return all.stream().anyMatch(List::isEmpty) ? List.of() : all.get(0);
    }
    Map<String, Object> properties = new HashMap<>();
    List<String> required = new ArrayList<>();
    collect(s, properties, required);
    if (!properties.isEmpty() || "object".equals(s.get("type"))) {
      return ofObject(properties, required, value, at);
    }
    if ("array".equals(s.get("type"))) {
      return ofArray(map(s.get("items")), value, at);
    }
    return fits(s, value) ? List.of() : List.of(at + ": " + value + " is not " + s);
  }

  private List<String> ofObject(
      Map<String, Object> properties, List<String> required, JsonNode value, String at) {
    if (!value.isObject()) {
      return List.of(at + ": no object but " + value);
    }
    List<String> found = new ArrayList<>();
    required.stream()
        .filter(name -> !value.has(name))
        .forEach(name -> found.add(at + ": lacks " + name));
    value
        .fields()
        .forEachRemaining(
            member -> {
              String place = at + "." + member.getKey();
              if (properties.containsKey(member.getKey())) {
                found.addAll(
                    differences(map(properties.get(member.getKey())), member.getValue(), place));
              } else {
                found.add(place + ": not described");
              }
            });
    return found;
  }

  private List<String> ofArray(Map<String, Object> items, JsonNode value, String at) {
    if (!value.isArray()) {
      return List.of(at + ": no list but " + value);
    }
    List<String> found = new ArrayList<>();
    value.forEach(item -> found.addAll(differences(items, item, at + "[]")));
    return found;
  }

  /** The members of a schema and of those that it extends. */
  private void collect(Map<String, Object> schema, Map<String, Object> to, List<String> required) {
    if (schema.get("allOf") instanceof List<?> bases) {
      bases.forEach(base -> collect(resolved(map(base)), to, required));
    }
    if (schema.get("properties") != null) {
      to.putAll(map(schema.get("properties")));
    }
    if (schema.get("required") instanceof List<?> names) {
      names.forEach(name -> required.add((String) name));
    }
  }

  private static boolean fits(Map<String, Object> schema, JsonNode value) {
    Object type = schema.get("type");
    if (type instanceof List<?> types) {
      return value.isNull()
          ? types.contains("null")
          : fits(Map.of("type", types.get(0), "format", format(schema)), value);
    }
    return switch (String.valueOf(type)) {
      case "string" -> value.isTextual() && formatted(format(schema), value.asText());
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> false;
    };
  }

  private static String format(Map<String, Object> schema) {
    return String.valueOf(schema.getOrDefault("format", ""));
  }

  private static boolean formatted(String format, String text) {
    try {
      return switch (format) {
        case "date" -> LocalDate.parse(text) != null;
        case "date-time" -> Instant.parse(text) != null;
        default -> true;
      };
    } catch (DateTimeException e) {
      return false;
    }
  }

  private Map<String, Object> resolved(Map<String, Object> node) {
    Object reference = node.get("$ref");
    if (reference == null) {
      return node;
    }
    Object at = root;
    for (String part : ((String) reference).substring(2).split("/", -1)) {
      at = map(at).get(part);
    }
    return map(at);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }
}
