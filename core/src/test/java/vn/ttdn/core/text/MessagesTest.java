package vn.ttdn.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentType;
import vn.ttdn.core.schema.Property;

class MessagesTest {
  private static final Messages VI = Messages.in(Messages.VIETNAMESE);
  private static final Messages EN = Messages.in(Messages.ENGLISH);
  private static final Path ROOT = Path.of("..");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(VI.keys()).containsExactlyInAnyOrderElementsOf(EN.keys());
  }

  /** The last of two would win without a word. */
  @Test
  void noKeyIsGivenTwice() throws IOException {
    for (String language : List.of("vi", "en")) {
      Path file = Path.of("src/main/resources/vn/ttdn/core/messages_" + language + ".properties");
      try (Stream<String> lines = Files.lines(file)) {
        assertThat(lines.filter(l -> l.matches("[^#=]+=.*")).map(l -> l.replaceFirst("=.*", "")))
            .as(language)
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void bothLanguagesTakeTheSameArguments() {
    Pattern argument = Pattern.compile("\\{\\d+}");
    for (String key : VI.keys()) {
      assertThat(arguments(argument, raw(Messages.ENGLISH, key)))
          .as(key)
          .isEqualTo(arguments(argument, raw(Messages.VIETNAMESE, key)));
    }
  }

  @Test
  void textsAreInCanonicalComposition() {
    for (String key : VI.keys()) {
      String text = raw(Messages.VIETNAMESE, key);
      assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).as(key).isTrue();
      assertThat(text)
          .as("a lone apostrophe vanishes in MessageFormat: " + key)
          .doesNotContain("'");
      assertThat(raw(Messages.ENGLISH, key)).as(key).doesNotContain("'");
      new MessageFormat(text, Messages.VIETNAMESE);
    }
  }

  @Test
  void everyEnumHasItsLabels() {
    Stream.of(
            Stream.of(Role.values()).map(r -> r.label(Messages.ENGLISH)),
            Stream.of(Step.values()).map(s -> s.label(Messages.ENGLISH)),
            Stream.of(Outcome.values()).map(o -> o.label(Messages.ENGLISH)),
            Stream.of(DossierState.values()).map(s -> s.label(Messages.ENGLISH)),
            Stream.of(Action.values()).map(a -> a.label(Messages.ENGLISH)),
            Stream.of(DocumentKind.values()).map(k -> k.label(Messages.ENGLISH)),
            Stream.of(DocumentType.values()).map(t -> t.label(Messages.ENGLISH)),
            Stream.of(DocumentType.values())
                .flatMap(t -> t.properties().stream())
                .map((Property p) -> p.label(Messages.ENGLISH)))
        .flatMap(labels -> labels)
        .forEach(label -> assertThat(label).isNotBlank());
  }

  @Test
  void everyRefusalInTheSourcesHasItsThreeTexts() throws IOException {
    Pattern refusal =
        Pattern.compile(
            "(?:Refusal\\s*\\.\\s*of(?:Field)?\\(|refusal\\()\\s*(?:\"[A-Za-z]+\"|[A-Za-z.]*[A-Z_]{4,}|field|name)?,?\\s*\"([a-z]+(?:-[a-z]+)+)\"");
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(f -> f.toString().matches(".*/src/main/.*\\.java")).toList()) {
        Matcher m = refusal.matcher(Files.readString(file));
        while (m.find()) {
          codes.add(m.group(1));
        }
      }
    }
    assertThat(codes).hasSizeGreaterThan(40);
    for (String code : codes) {
      for (String part : Set.of("title", "detail", "remedy")) {
        assertThat(VI.keys()).contains("problem." + code + "." + part);
      }
    }
  }

  @Test
  void anyLanguageButEnglishGetsVietnamese() {
    assertThat(Messages.in(Locale.FRENCH).locale()).isEqualTo(Messages.VIETNAMESE);
    assertThat(Messages.in(null).locale()).isEqualTo(Messages.VIETNAMESE);
    assertThat(Messages.in(Locale.US).locale()).isEqualTo(Messages.ENGLISH);
  }

  private static String raw(Locale locale, String key) {
    return ResourceBundle.getBundle("vn.ttdn.core.messages", locale).getString(key);
  }

  private static Set<String> arguments(Pattern argument, String text) {
    return argument.matcher(text).results().map(r -> r.group()).collect(Collectors.toSet());
  }
}
