package vn.ttdn.core.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.ttdn.core.fakes.FakeHost;

/** The contract's description and its routes are the same. */
class ContractTest {
  private static final Path DESCRIPTION = Path.of("../docs/openapi.yaml");

  @Test
  void describedAndAnsweredRoutesAreTheSame() throws IOException {
    TreeSet<String> described = new TreeSet<>();
    for (Map.Entry<String, Object> path : map(map(description()).get("paths")).entrySet()) {
      for (Map.Entry<String, Object> operation : map(path.getValue()).entrySet()) {
        if (!operation.getKey().equals("parameters")) {
          described.add(
              operation.getKey().toUpperCase(Locale.ROOT)
                  + " "
                  + path.getKey()
                  + " "
                  + map(operation.getValue()).get("operationId"));
        }
      }
    }
    TreeSet<String> answered = new TreeSet<>();
    for (Route route : FakeHost.standing().api().all()) {
      answered.add(route.method() + " " + route.template() + " " + route.id());
    }
    assertThat(answered).hasSizeGreaterThan(15).isEqualTo(described);
  }

  @Test
  void everyReferenceOfTheDescriptionExists() throws IOException {
    Object root = description();
    assertThat(references(root))
        .isNotEmpty()
        .allSatisfy(
            reference -> {
              Object at = root;
              for (String part : reference.substring(2).split("/", -1)) {
                assertThat(map(at)).as(reference).containsKey(part);
                at = map(at).get(part);
              }
            });
  }

  private static java.util.Set<String> references(Object node) {
    TreeSet<String> found = new TreeSet<>();
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            if (key.equals("$ref")) {
              found.add((String) value);
            } else {
              found.addAll(references(value));
            }
          });
    } else if (node instanceof Iterable<?> list) {
      list.forEach(item -> found.addAll(references(item)));
    }
    return found;
  }

  private static Object description() throws IOException {
    try (Reader reader = Files.newBufferedReader(DESCRIPTION)) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }
}
