package vn.ttdn.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code docker/} as files: no container engine runs in this build, so what can be read is read.
 */
class ComposeFileTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path FOLDER = ROOT.resolve("docker");
  private static final Pattern PINNED = Pattern.compile("docker\\.io/[a-z/-]+:\\d+\\.\\d+[^:$]*");
  private static final Pattern LIMIT = Pattern.compile("\\d+[mg]");
  private static final Pattern SECONDS = Pattern.compile("\\d+[sm]");
  private static final Pattern SETTING = Pattern.compile("\\$\\{([A-Z_]+)(:?[^}]*)}");
  private static final Pattern SECRET =
      Pattern.compile("(?i)([\\w.-]*(?:password|secret))\\s*[=:]\\s*(\\S+)");

  private static String text;
  private static Map<String, Object> whole;
  private static Map<String, Map<String, Object>> services;

  @BeforeAll
  static void read() throws IOException {
    text = Files.readString(FOLDER.resolve("compose.yaml"));
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    whole = map(new Yaml(new SafeConstructor(strict)).load(text));
    services = new TreeMap<>();
    map(whole.get("services")).forEach((name, service) -> services.put(name, map(service)));
  }

  @Test
  void theServicesAreThere() {
    assertThat(services)
        .containsOnlyKeys(
            "activemq", "alfresco", "postgres", "proxy", "share", "solr6", "transform-core-aio");
  }

  @Test
  void everyImageIsPinnedAndTheCommitOfTheTagsIsNamed() throws IOException {
    assertThat(text).containsPattern("Alfresco/acs-deployment at commit\\s+#\\s+[0-9a-f]{40}\\b");
    for (Map.Entry<String, Map<String, Object>> service : services.entrySet()) {
      Object build = service.getValue().get("build");
      String image =
          build == null
              ? (String) service.getValue().get("image")
              : base(Path.of((String) map(build).get("dockerfile")));
      assertThat(image).as(service.getKey()).matches(PINNED);
    }
  }

  /** The image that a Dockerfile begins with, its arguments filled in. */
  private static String base(Path dockerfile) throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve(dockerfile));
    String from =
        lines.stream()
            .filter(l -> l.startsWith("FROM "))
            .reduce((a, b) -> a + " and " + b)
            .orElse("")
            .substring("FROM ".length());
    for (String line : lines) {
      if (line.startsWith("ARG ")) {
        String[] argument = line.substring("ARG ".length()).split("=", 2);
        from = from.replace("${" + argument[0] + "}", argument[1]);
      }
    }
    return from;
  }

  @Test
  void theImagesTakeTheModulesOfThisVersionByTheirWholeNames() throws IOException {
    Matcher version =
        Pattern.compile("<version>([^<]+)</version>")
            .matcher(Files.readString(ROOT.resolve("pom.xml")));
    assertThat(version.find()).isTrue();
    for (String room : List.of("platform-module", "share-module")) {
      String name = room.equals("platform-module") ? "repository" : "share";
      assertThat(Files.readString(FOLDER.resolve(name + ".Dockerfile")))
          .contains("ARG MODULE_VERSION=" + version.group(1) + "\n")
          .contains("%s/target/ttdn-%s-${MODULE_VERSION}.jar ".formatted(room, room));
    }
  }

  @Test
  void everyServiceHasALimitAndAHealthCheckAndStartsAgain() {
    services.forEach(
        (name, service) -> {
          assertThat(String.valueOf(service.get("mem_limit"))).as(name).matches(LIMIT);
          assertThat(service.get("restart")).as(name).isEqualTo("unless-stopped");
          Map<String, Object> check = map(service.get("healthcheck"));
          assertThat(check).as(name).isNotNull();
          assertThat((List<?>) check.get("test")).as(name).hasSizeGreaterThan(1);
          assertThat((Integer) check.get("retries")).as(name).isPositive();
          for (String time : List.of("interval", "timeout", "start_period")) {
            assertThat((String) check.get(time)).as(name + " " + time).matches(SECONDS);
          }
        });
  }

  @Test
  void whoNeedsAnotherWaitsUntilThatOneIsWell() {
    Map<String, Set<String>> needs = new TreeMap<>();
    services.forEach(
        (name, service) -> {
          needs.put(name, new TreeSet<>());
          if (service.get("depends_on") != null) {
            map(service.get("depends_on"))
                .forEach(
                    (other, how) -> {
                      assertThat(services).as(name).containsKey(other);
                      assertThat(map(how)).as(name).containsEntry("condition", "service_healthy");
                      needs.get(name).add(other);
                    });
          }
        });
    assertThat(needs.get("alfresco")).contains("postgres", "activemq", "transform-core-aio");
    assertThat(needs.get("share")).contains("alfresco");
    assertThat(needs.get("proxy")).contains("share");
    // Whoever needs nobody is taken away until nobody is left, or a circle.
    while (needs.values().stream().anyMatch(Set::isEmpty)) {
      needs.values().removeIf(Set::isEmpty);
      needs.values().forEach(others -> others.retainAll(needs.keySet()));
    }
    assertThat(needs).as("a circle").isEmpty();
  }

  @Test
  void everySecretComesFromTheEnvironmentAndMustBeGiven() throws IOException {
    Matcher secret = SECRET.matcher(text);
    int secrets = 0;
    while (secret.find()) {
      // $$ is the container's own environment, which is looked at where it is set.
      if (!secret.group(2).startsWith("$$")) {
        secrets++;
        assertThat(secret.group(2)).as(secret.group()).matches("\\$\\{[A-Z_]+:\\?\\S*");
      }
    }
    assertThat(secrets).isGreaterThanOrEqualTo(9);
    Properties example = example();
    for (String name : example.stringPropertyNames()) {
      boolean aSecret = name.endsWith("PASSWORD") || name.endsWith("SECRET");
      assertThat(example.getProperty(name).isEmpty()).as(name).isEqualTo(aSecret);
    }
    assertThat(Files.readString(ROOT.resolve(".gitignore"))).contains("/docker/.env\n");
  }

  @Test
  void theExampleNamesEverySettingWithTheSameDefault() throws IOException {
    Properties example = example();
    Set<String> used = new TreeSet<>();
    Matcher setting = SETTING.matcher(text);
    while (setting.find()) {
      String name = setting.group(1);
      used.add(name);
      assertThat(example.stringPropertyNames()).contains(name);
      assertThat(setting.group(2))
          .as(name)
          .isEqualTo(
              example.getProperty(name).isEmpty()
                  ? ":?see .env.example"
                  : ":-" + example.getProperty(name));
    }
    assertThat(used).isEqualTo(example.stringPropertyNames());
  }

  @Test
  void whatIsKeptIsInNamedVolumes() {
    Set<String> declared = map(whole.get("volumes")).keySet();
    Set<String> used = new TreeSet<>();
    services.forEach(
        (name, service) -> {
          for (String mount : strings(service.get("volumes"))) {
            String from = mount.substring(0, mount.indexOf(':'));
            if (from.startsWith(".")) {
              assertThat(FOLDER.resolve(from)).as(name).isRegularFile();
              assertThat(mount).as(name).endsWith(":ro");
            } else {
              used.add(from);
            }
          }
        });
    assertThat(used).isEqualTo(declared);
    assertThat(strings(services.get("alfresco").get("volumes")))
        .contains("contents:/usr/local/tomcat/alf_data");
    assertThat(strings(services.get("postgres").get("volumes")))
        .contains("database:/var/lib/postgresql/data");
  }

  @Test
  void onlyTheProxyListensAndOnlyForThisMachine() {
    services.forEach(
        (name, service) -> {
          List<String> ports = strings(service.get("ports"));
          assertThat(ports.isEmpty()).as(name).isEqualTo(!name.equals("proxy"));
          assertThat(ports).as(name).allMatch(port -> port.startsWith("127.0.0.1:"));
        });
  }

  @Test
  void theDocumentSaysThatItWasNeverRun() throws IOException {
    assertThat(Files.readString(FOLDER.resolve("README.md"))).contains("never run here");
  }

  private static Properties example() throws IOException {
    Properties example = new Properties();
    try (Reader reader = Files.newBufferedReader(FOLDER.resolve(".env.example"))) {
      example.load(reader);
    }
    return example;
  }

  private static List<String> strings(Object list) {
    List<String> strings = new ArrayList<>();
    if (list != null) {
      ((List<?>) list).forEach(item -> strings.add((String) item));
    }
    return strings;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }
}
