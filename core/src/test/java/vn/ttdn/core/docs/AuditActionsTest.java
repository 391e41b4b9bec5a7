package vn.ttdn.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page has a name for whatever core writes into an audit chain. */
class AuditActionsTest {
  private static final Path PAGE = Path.of("../web/src/main/resources/META-INF/resources/ttdn");
  private static final Pattern ACTION =
      Pattern.compile("\"((?:dossier|document|incoming|hold)\\.[a-zA-Z]+|step\\.seen)\"");

  @Test
  void everyActionIsKnownAndNamedInBothLanguages() throws IOException {
    TreeSet<String> actions = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      files
          .filter(f -> f.toString().endsWith(".java"))
          .forEach(f -> ACTION.matcher(read(f)).results().forEach(m -> actions.add(m.group(1))));
    }
    assertThat(actions).contains("dossier.opened", "dossier.takenOver", "hold.placed");
    String known = read(PAGE.resolve("parts/history.js"));
    for (String action : actions) {
      assertThat(known).contains("'" + action + "'");
      for (String language : List.of("vi", "en")) {
        assertThat(words(language)).contains("'audit." + action + "':");
      }
    }
  }

  private static String words(String language) throws IOException {
    StringBuilder words = new StringBuilder();
    try (Stream<Path> files = Files.list(PAGE.resolve("i18n"))) {
      files
          .filter(f -> f.getFileName().toString().matches(language + "(-\\w+)?\\.js"))
          .forEach(f -> words.append(read(f)));
    }
    return words.toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
