package vn.ttdn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The standalone host is killed ({@code kill -9}) at random moments of its demo and started again
 * on the same data: what it had told somebody is there, nothing is there by half or twice, and the
 * work goes on. {@code -Dttdn.seed=N} repeats the moments of a run.
 */
class CrashScenarios {
  private static final String DATABASE = System.getProperty("ttdn.database", "h2");

  /** Killed together with the host; a PostgreSQL server lives on, which is the lesser risk. */
  private static final boolean OWN_DATABASE = DATABASE.equals("h2");

  /** Lines of the demo after which it is killed; one that says fewer has ended by then. */
  private static final int LINES = 75;

  private static final int LONGEST_START_MILLIS = 6_000;
  private static final int LONGEST_STEP_MILLIS = 250;
  private static final int KILLS_OF_ONE_DATA_FOLDER = 5;
  private static final int FIRST_STARTS = 10;
  private static final int LONGEST_FIRST_TABLES_MILLIS = 1_000;
  private static final Duration POST = Duration.ofSeconds(30);

  private static final Pattern DECIDED = Pattern.compile("6\\.2\\.\\d+ +.*");
  private static final Pattern HANDED_IN = Pattern.compile(" {7}\\S+, v\\d+\\.0");
  private static final Pattern NUMBERED =
      Pattern.compile("6\\.2\\.\\d+ +.* Phát hành +(\\d+/\\S+)");

  @BeforeAll
  static void ownHostOnly() {
    assumeTrue(
        System.getProperty("ttdn.url", "").isEmpty(), "a host that others use is not killed");
  }

  @Test
  void nothingIsLostOrDoubledByAFewKills() throws Exception {
    assumeTrue(OWN_DATABASE, "a few are enough every day; bin/test --deep kills on both databases");
    kill(3);
  }

  @Test
  @Tag("deep")
  void nothingIsLostOrDoubledByManyKills() throws Exception {
    kill(OWN_DATABASE ? 30 : 10);
  }

  /** Its tables are made then, each by itself. */
  @Test
  @Tag("deep")
  void aFirstStartThatIsKilledCanBeDoneAgain() {
    long start = System.nanoTime();
    long seed = Long.getLong("ttdn.seed", new Random().nextInt(1_000_000));
    Random random = new Random(seed);
    for (int i = 0; i < FIRST_STARTS; i++) {
      int millis = random.nextInt(LONGEST_FIRST_TABLES_MILLIS);
      HostProcess.Data data = HostProcess.Data.fresh(DATABASE, "first-start");
      HostProcess.killedFirstStart(data, millis);
      HostProcess process = HostProcess.start(data);
      try {
        HostUnderTest host = StandaloneHost.at(process.origin());
        Round.withLetter(host).submitted().acceptedByHead().acceptedByLeader().issued();
        new Books(host).requireWhole();
      } catch (AssertionError e) {
        throw new AssertionError("first start, %d ms: %s".formatted(millis, e.getMessage()), e);
      } finally {
        process.stop();
      }
      data.delete();
    }
    System.out.printf(
        "kill -9: %d first starts on %s, seed %d, %d s: each done again%n",
        FIRST_STARTS, DATABASE, seed, Duration.ofNanos(System.nanoTime() - start).toSeconds());
  }

  private static void kill(int times) throws Exception {
    long seed = Long.getLong("ttdn.seed", new Random().nextInt(1_000_000));
    System.out.printf("kill -9, %d times on %s: -Dttdn.seed=%d%n", times, DATABASE, seed);
    long start = System.nanoTime();
    Random random = new Random(seed);
    for (int done = 0; done < times; done += KILLS_OF_ONE_DATA_FOLDER) {
      HostProcess.Data data = HostProcess.Data.fresh(DATABASE, "killed");
      Victim victim = new Victim(data);
      for (int i = done; i < Math.min(times, done + KILLS_OF_ONE_DATA_FOLDER); i++) {
        victim.killAndStartAgain("seed " + seed + ", kill " + (i + 1), random);
      }
      data.delete();
    }
    System.out.printf(
        "kill -9: %d times on %s, seed %d, %d s: nothing lost, nothing doubled%n",
        times, DATABASE, seed, Duration.ofNanos(System.nanoTime() - start).toSeconds());
  }

  /** A host with a data folder that outlives its deaths. */
  private static final class Victim {
    private final HostProcess.Data data;
    private final Set<String> known = new HashSet<>();

    Victim(HostProcess.Data data) {
      this.data = data;
    }

    void killAndStartAgain(String name, Random random) throws Exception {
      boolean starting = random.nextInt(6) == 0;
      int line = starting ? 0 : 1 + random.nextInt(LINES);
      int millis = random.nextInt(starting ? LONGEST_START_MILLIS : LONGEST_STEP_MILLIS);
      String moment = "%s: %d ms after line %d".formatted(name, millis, line);
      List<String> said = HostProcess.killedDemo(data, line, millis);
      assertThat(said).as(moment).noneMatch(s -> s.contains("FAILED"));
      requireContentsComplete(moment);

      HostProcess process =
          HostProcess.start(data, "--ttdn.jobs.outbox=200ms", "--ttdn.jobs.anchor=1s");
      try {
        Books books = new Books(StandaloneHost.at(process.origin()));
        String found = requireEverythingToldOf(moment, said, books.dossiers());
        System.out.println(moment + "; told and there: " + found);
        books.requireWhole();
        books.carryOn();
        books.requireWhole();
        books.dossiers().forEach(d -> known.add(d.path("id").asText()));
        requireNotices(moment, books.notices());
      } catch (AssertionError e) {
        throw new AssertionError(moment + ": " + e.getMessage() + "\nit had said " + said, e);
      } finally {
        process.stop();
      }
    }

    /** What the demo had printed it had been told by the host; at most one step more is there. */
    private String requireEverythingToldOf(
        String moment, List<String> said, List<JsonNode> dossiers) {
      List<JsonNode> fresh =
          dossiers.stream().filter(d -> !known.contains(d.path("id").asText())).toList();
      assertThat(dossiers.size() - fresh.size()).as(moment).isEqualTo(known.size());
      int decisions = 0;
      int versions = 0;
      List<String> symbols = new ArrayList<>();
      for (String line : said) {
        Matcher handedIn = HANDED_IN.matcher(line);
        Matcher numbered = NUMBERED.matcher(line);
        decisions += DECIDED.matcher(line).matches() ? 1 : 0;
        versions += handedIn.matches() ? 1 : 0;
        if (numbered.matches()) {
          symbols.add(numbered.group(1));
        }
      }
      if (versions == 0) {
        assertThat(fresh.size()).as(moment).isLessThanOrEqualTo(1);
      } else {
        assertThat(fresh.size()).as(moment).isEqualTo(1);
        JsonNode dossier = fresh.get(0);
        assertThat(dossier.path("decisions").size()).as(moment).isBetween(decisions, decisions + 1);
        assertThat(drafts(dossier)).as(moment).isBetween(versions, versions + 1);
        List<String> numbered = new ArrayList<>();
        dossier
            .path("records")
            .forEach(
                r -> {
                  if (r.has("register")) {
                    numbered.add(r.path("register").path("symbol").asText());
                  }
                });
        assertThat(numbered).as(moment).startsWith(symbols.toArray(String[]::new));
        assertThat(numbered.size()).as(moment).isBetween(symbols.size(), symbols.size() + 1);
      }
      return "%d dossiers, %d versions, %d decisions%s"
          .formatted(
              fresh.size(),
              versions,
              decisions,
              String.join("", symbols.stream().map(s -> ", " + s).toList()));
    }

    /** How many versions of drafts there are; signed files are not told of. */
    private static int drafts(JsonNode dossier) {
      int versions = 0;
      for (JsonNode document : dossier.path("documents")) {
        versions += document.path("signed").asBoolean() ? 0 : document.path("versions").size();
      }
      return versions;
    }

    /** Whatever lies where contents lie is what its name says; halves lie elsewhere. */
    private void requireContentsComplete(String moment) throws IOException {
      Path contents = data.folder().resolve("content");
      if (Files.notExists(contents)) {
        return;
      }
      try (Stream<Path> files = Files.walk(contents)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (!contents.relativize(file).startsWith("incoming")) {
            assertThat(Books.sha256(Files.readAllBytes(file)))
                .as(moment)
                .isEqualTo(file.getFileName().toString());
          }
        }
      }
    }

    /** One mail for each reason to write one; sent twice it is still one file. */
    private void requireNotices(String moment, int expected) throws Exception {
      long deadline = System.nanoTime() + POST.toNanos();
      List<String> mails = mails();
      while (mails.size() < expected && System.nanoTime() < deadline) {
        Thread.sleep(50);
        mails = mails();
      }
      assertThat(mails).as(moment).hasSize(expected);
    }

    private List<String> mails() throws IOException {
      Path folder = data.folder().resolve("mail");
      List<String> names = new ArrayList<>();
      if (Files.exists(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          files
              .map(f -> f.getFileName().toString())
              .filter(n -> n.endsWith(".eml"))
              .forEach(names::add);
        }
      }
      return names;
    }
  }
}
