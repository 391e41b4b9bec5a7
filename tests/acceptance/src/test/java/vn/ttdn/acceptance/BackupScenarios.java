package vn.ttdn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ttdn.acceptance.HostUnderTest.Who;

/**
 * {@code bin/backup} and {@code bin/restore} as an administrator uses them: what a host held is
 * found on another machine, and a command that cannot do its work leaves everything as it was.
 */
class BackupScenarios {
  private static final String DATABASE = System.getProperty("ttdn.database", "h2");
  private static final boolean H2 = DATABASE.equals("h2");
  private static final Path BIN = Path.of("..", "..", "bin").toAbsolutePath().normalize();
  private static final String UNFINISHED = "restore-unfinished";

  @TempDir private Path folder;

  private record Ended(int exitCode, String said) {}

  @BeforeAll
  static void ownHostOnly() {
    assumeTrue(System.getProperty("ttdn.url", "").isEmpty(), "these are of the standalone host");
  }

  @Test
  void whatAHostHeldIsFoundElsewhereAndTheWorkGoesOn() throws Exception {
    HostProcess.Data data = HostProcess.Data.fresh(DATABASE, "backed-up");
    Path archive = folder.resolve("sao lưu.tar.gz");
    HostProcess process = HostProcess.start(data);
    HostUnderTest host = StandaloneHost.at(process.origin());
    Round issued = Round.withLetter(host);
    JsonNode record =
        issued.submitted().acceptedByHead().acceptedByLeader().issued().path("records").path(0);
    Round waiting = Round.withLetter(host).submitted();
    if (H2) {
      Ended refused = backup(data, archive);
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.said()).contains("Máy chủ đang chạy", "The host is running");
      assertThat(archive).doesNotExist();
      process.stop();
    }
    Ended backup = backup(data, archive);
    assertThat(backup.exitCode()).as(backup.said()).isZero();
    assertThat(backup.said()).contains("backed up:  " + archive);
    if (!H2) {
      assertThat(Round.withLetter(host).state()).as("it runs on").isEqualTo("DRAFTING");
      process.stop();
    }

    HostProcess.Data elsewhere = elsewhere();
    Ended restore = restore(archive, elsewhere);
    assertThat(restore.exitCode()).as(restore.said()).isZero();
    assertThat(restore.said()).contains("bin/run --data " + elsewhere.folder());
    HostProcess second = HostProcess.start(elsewhere);
    try {
      HostUnderTest there = StandaloneHost.at(second.origin());
      Books books = new Books(there);
      assertThat(books.dossiers()).as("and nothing from after the backup").hasSize(2);
      books.requireWhole();
      assertThat(there.as(Who.CLERK).get("/records/" + record.path("id").asText() + "/content"))
          .extracting(Reply::status, Reply::bytes)
          .containsExactly(200, Letters.signed("OFFICIAL_LETTER"));
      JsonNode dossier = issued.as(Who.CLERK, there);
      assertThat(dossier.path("records").path(0).path("register"))
          .isEqualTo(record.path("register"));
      JsonNode audit = there.as(Who.CLERK).get("/dossiers/" + issued.id() + "/audit").json();
      assertThat(audit.path("whole").asBoolean()).isTrue();
      JsonNode next =
          Round.of(there, waiting.as(Who.HEAD, there)).acceptedByHead().acceptedByLeader().issued();
      assertThat(next.path("records").path(0).path("register").path("number").asLong())
          .as("the next number, no twin")
          .isEqualTo(record.path("register").path("number").asLong() + 1);
      books.requireWhole();
    } finally {
      second.stop();
    }
    elsewhere.delete();
    data.delete();
  }

  @Test
  void aRestoreThatMustNotBeLeavesEverythingAsItWas() throws Exception {
    HostProcess.Data data = HostProcess.Data.fresh(DATABASE, "kept");
    archiveOf(data);
    Map<String, String> before = files(data.folder());
    Ended onto = restore(archive(), data);
    assertThat(onto.exitCode()).isEqualTo(1);
    assertThat(onto.said()).contains("Thư mục không trống", "The folder is not empty");
    assertThat(files(data.folder())).isEqualTo(before);
    if (!H2) {
      Ended full = restore(archive(), new HostProcess.Data(missing(), data.database(), data.log()));
      assertThat(full.exitCode()).isEqualTo(1);
      assertThat(full.said()).contains("The database is not empty").doesNotContain(password(data));
      assertThat(missing()).doesNotExist();
      HostProcess.Data h2 = new HostProcess.Data(missing(), List.of(), data.log());
      assertThat(restore(archive(), h2).said()).contains("another kind of database");
    }

    byte[] whole = Files.readAllBytes(archive());
    Files.write(archive(), Arrays.copyOf(whole, whole.length - 100));
    HostProcess.Data elsewhere = elsewhere();
    Ended damaged = restore(archive(), elsewhere);
    assertThat(damaged.exitCode()).isEqualTo(1);
    assertThat(damaged.said()).contains("Bản sao lưu bị hỏng", "The backup is damaged");
    assertThat(files(elsewhere.folder())).isEmpty();
    Files.write(archive(), whole);
    assertThat(restore(archive(), elsewhere).exitCode()).as("nothing was in its way").isZero();
    elsewhere.delete();
    data.delete();
  }

  @Test
  void whatIsNotUnderstoodEndsWithTwo() throws Exception {
    assertThat(run("backup", "oops").exitCode()).isEqualTo(2);
    assertThat(run("backup", "--to").exitCode()).isEqualTo(2);
    assertThat(run("restore", "--data", missing().toString()).exitCode()).isEqualTo(2);
    assertThat(run("restore", archive().toString()).said()).contains("--data DIR");
    assertThat(run("restore", "a", "b", "--data", "c").exitCode()).isEqualTo(2);
    assertThat(run("restore", "--help").exitCode()).isZero();
    assertThat(run("backup", "--help").said()).contains("bin/backup [--data DIR]");
  }

  @Test
  void aRestoreThatIsKilledLeavesNothingByHalf() throws Exception {
    kill(3);
  }

  @Test
  @Tag("deep")
  void manyRestoresThatAreKilledLeaveNothingByHalf() throws Exception {
    kill(30);
  }

  private void kill(int times) throws Exception {
    long seed = Long.getLong("ttdn.seed", new Random().nextInt(1_000_000));
    Random random = new Random(seed);
    HostProcess.Data data = HostProcess.Data.fresh(DATABASE, "killed-restore");
    archiveOf(data);
    long start = System.nanoTime();
    assertThat(restore(archive(), in(missing())).exitCode()).isZero();
    long longest = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    Map<String, String> expected = files(missing());
    Map<String, Integer> ends = new TreeMap<>();
    for (int i = 0; i < times; i++) {
      long millis = random.nextLong(longest);
      String moment = "seed %d, kill %d after %d ms".formatted(seed, i + 1, millis);
      HostProcess.Data target = in(folder.resolve("target-" + i));
      Process process = started("restore", arguments(archive(), target));
      process.waitFor(millis, TimeUnit.MILLISECONDS);
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      Map<String, String> found = files(target.folder());
      if (found.isEmpty()) {
        ends.merge("nothing", 1, Integer::sum);
        HostProcess.Data again = in(target.folder());
        assertThat(restore(archive(), again).exitCode()).as(moment).isZero();
        assertThat(files(target.folder())).as(moment).isEqualTo(expected);
      } else if (found.remove(UNFINISHED) != null) {
        ends.merge("marked", 1, Integer::sum);
        assertThat(H2).as("H2 comes with its folder").isFalse();
        assertThat(run("backup", "--data", target.folder().toString()).said())
            .as(moment)
            .contains("A restore was broken off");
      } else {
        ends.merge("whole", 1, Integer::sum);
        assertThat(found).as(moment).isEqualTo(expected);
      }
    }
    System.out.printf("restore killed %d times on %s, seed %d: %s%n", times, DATABASE, seed, ends);
    data.delete();
  }

  /** Lets a host issue a letter, stops it and backs it up. */
  private void archiveOf(HostProcess.Data data) throws Exception {
    HostProcess process = HostProcess.start(data);
    HostUnderTest host = StandaloneHost.at(process.origin());
    Round.withLetter(host).submitted().acceptedByHead().acceptedByLeader().issued();
    process.stop();
    Ended backup = backup(data, archive());
    assertThat(backup.exitCode()).as(backup.said()).isZero();
  }

  private Path archive() {
    return folder.resolve("backup.tar.gz");
  }

  private Path missing() {
    return folder.resolve("missing");
  }

  private static HostProcess.Data elsewhere() {
    return HostProcess.Data.fresh(DATABASE, "restored");
  }

  /** That folder, with an empty database of its own. */
  private static HostProcess.Data in(Path target) {
    HostProcess.Data fresh = elsewhere();
    fresh.delete();
    return new HostProcess.Data(target, fresh.database(), fresh.log());
  }

  private static String password(HostProcess.Data data) {
    return data.database().get(2).replaceFirst(".*=", "");
  }

  private static Ended backup(HostProcess.Data data, Path archive) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("--data", data.folder().toString(), "--to", archive.toString()));
    arguments.addAll(data.database());
    return run("backup", arguments.toArray(String[]::new));
  }

  private static Ended restore(Path archive, HostProcess.Data data) throws Exception {
    return run("restore", arguments(archive, data));
  }

  private static String[] arguments(Path archive, HostProcess.Data data) {
    List<String> arguments =
        new ArrayList<>(List.of(archive.toString(), "--data", data.folder().toString()));
    arguments.addAll(data.database());
    return arguments.toArray(String[]::new);
  }

  private static Ended run(String command, String... arguments) throws Exception {
    Process process = started(command, arguments);
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(said).isTrue();
      assertThat(said).doesNotContain("\tat ", "Caused by");
      return new Ended(process.exitValue(), said);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process started(String command, String... arguments) throws IOException {
    List<String> whole = new ArrayList<>(List.of("bash", BIN.resolve(command).toString()));
    whole.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
    // The jar that the other scenarios run; a command would see to its being up to date itself.
    builder.environment().put("TTDN_JAR", System.getProperty("ttdn.jar"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (Files.notExists(root)) {
      return files;
    }
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Books.sha256(Files.readAllBytes(file)));
      }
    }
    return files;
  }
}
