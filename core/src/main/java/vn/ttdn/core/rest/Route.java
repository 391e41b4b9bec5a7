package vn.ttdn.core.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One route of the contract.
 *
 * @param id its operation id in {@code docs/openapi.yaml}; the Alfresco host names its web script
 *     after it
 * @param method HTTP method
 * @param template path with variables, e.g. {@code /dossiers/{dossier}}
 * @param effect whether it changes anything
 * @param takes what its body is
 * @param handler what it does, inside a transaction
 */
public record Route(
    String id, String method, String template, Effect effect, Takes takes, Handler handler) {

  /** Whether a route changes anything; GET never does. */
  public enum Effect {
    READS,
    WRITES
  }

  /** What a route's body is. */
  public enum Takes {
    NOTHING,
    JSON,
    FILE
  }

  /** What a route does. */
  @FunctionalInterface
  public interface Handler {
    Response handle(Request request, Map<String, String> variables);
  }

  public Route {
    if (method.equals("GET") != (effect == Effect.READS)) {
      throw new IllegalArgumentException(id + ": GET reads, everything else writes");
    }
  }

  /** The values of the template's variables, or empty if the path is not this route's. */
  Optional<Map<String, String>> match(String path) {
    List<String> expected = parts(template);
    List<String> actual = parts(path);
    if (expected.size() != actual.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < expected.size(); i++) {
      String part = expected.get(i);
      if (part.startsWith("{")) {
        variables.put(part.substring(1, part.length() - 1), actual.get(i));
      } else if (!part.equals(actual.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  private static List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      parts.add(part);
    }
    return parts;
  }
}
