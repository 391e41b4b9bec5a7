package vn.ttdn.standalone.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import vn.ttdn.core.audit.Sha256;
import vn.ttdn.standalone.testing.BareData;

/** What a backup takes, what a restore makes of it, and when they refuse; on H2, without a host. */
class BackupTest {
  private static final String DUMP_URL = "jdbc:postgresql://127.0.0.1:1/none";

  @TempDir private static Path tables;
  private static BareData empty;

  @TempDir private Path folder;
  private BareData data;
  private Path archive;
  private String said;

  @BeforeAll
  static void makeTables() {
    empty = BareData.in(tables);
  }

  @BeforeEach
  void make() {
    data = empty.copiedTo(folder.resolve("data"));
    data.content("Công văn");
    data.content("Công văn (lần 2)");
    data.file("mail/0b6f2f1e.eml", "Kính gửi");
    archive = folder.resolve("backup.tar.gz");
  }

  @Test
  void whatTheHostKeepsComesBackByteForByte() throws IOException {
    data.file("tmp/upload", "half");
    data.file("content/incoming/content1.tmp", "half");
    data.file("mail/1.tmp", "half");
    data.file("database/broken-off.mv.db", "half");
    data.file("database/ttdn.trace.db", "H2, about itself");
    Map<String, String> before = files(data.folder());
    before
        .keySet()
        .removeIf(name -> name.matches("tmp/.*|.*incoming.*|.*\\.tmp|.*(broken|trace).*"));
    assertThat(before).hasSize(4);
    assertThat(backup()).as(said).isZero();
    assertThat(said)
        .contains("backed up:  " + archive, "2 tệp nội dung / contents; 1 thư / mails", "SHA-256")
        .doesNotContain("left out", "WARNING");
    assertThat(Files.getPosixFilePermissions(archive).toString()).doesNotContain("OTHERS");
    assertThat(restore("elsewhere")).as(said).isZero();
    assertThat(said).contains("restored: ", "bin/run --data " + folder.resolve("elsewhere"));
    assertThat(files(folder.resolve("elsewhere"))).isEqualTo(before);
    requireNothingLeftBehind();
  }

  @Test
  void intoAFolderThatIsThereAndEmptyOrBelowOneThatIsNot() throws IOException {
    backup();
    Files.createDirectory(folder.resolve("empty"));
    assertThat(restore("empty")).as(said).isZero();
    assertThat(restore("deep/down")).as(said).isZero();
    assertThat(files(folder.resolve("empty"))).isEqualTo(files(folder.resolve("deep/down")));
  }

  @Test
  void theOrganisationFileGoesWithIt() throws IOException {
    Path organisation = Files.writeString(folder.resolve("to-chuc.yaml"), "units: []");
    String setting = "--ttdn.organisation=" + organisation;
    assertThat(run("--backup=" + archive, data.folder(), data.url(), setting)).isZero();
    assertThat(restore("elsewhere")).isZero();
    Path restored = folder.resolve("elsewhere/organisation.yaml");
    assertThat(restored).hasContent("units: []");
    assertThat(said).contains("--ttdn.organisation=" + restored);
  }

  @Test
  void filesThatAreNobodysAreNamedAndLeftOut() {
    data.file("ghi-chu.txt", "Đừng quên");
    data.file("content/00/not-a-checksum", "x");
    assertThat(backup()).isZero();
    assertThat(said)
        .contains(
            "2 tệp trong thư mục dữ liệu",
            "2 files of the data folder",
            "  ghi-chu.txt",
            "  content/00/not-a-checksum");
  }

  @Test
  void whatWasDamagedBeforeIsSaidAndKeptAsItIs() throws IOException {
    Path damaged = data.content("Kế hoạch");
    Files.writeString(damaged, "Kế hoạch?");
    Path missing = data.content("Quyết định");
    Files.delete(missing);
    assertThat(backup()).isEqualTo(1);
    assertThat(said)
        .contains("backed up", "CẢNH BÁO: 1 ", "WARNING: 1 contents had been damaged")
        .contains("WARNING: 1 contents were missing", missing.getFileName().toString());
    assertThat(restore("elsewhere")).as("and once more").isEqualTo(1);
    assertThat(said).contains("WARNING: 1 contents had been damaged", "WARNING: 1 contents were");
    Path restored = folder.resolve("elsewhere").resolve(data.folder().relativize(damaged));
    assertThat(restored).hasContent("Kế hoạch?");
  }

  @Test
  void whileAHostHoldsTheDatabase() throws Exception {
    try (Connection host = data.held()) {
      assertThat(host.isValid(1)).isTrue();
      requireRefused(backup(), "Máy chủ đang chạy", "The host is running", "Stop the host");
    }
    assertThat(archive).doesNotExist();
    assertThat(backup()).as(said).isZero();
  }

  @Test
  void theSourceIsNotTouched() throws IOException {
    Map<String, String> before = files(data.folder());
    backup();
    assertThat(files(data.folder())).isEqualTo(before);
  }

  @Test
  void whereThereIsNothing() throws IOException {
    Path nowhere = folder.resolve("nowhere");
    String url = "jdbc:h2:file:" + nowhere + "/database/ttdn";
    requireRefused(run("--backup=" + archive, nowhere, url), "There is nothing to back up");
    assertThat(nowhere).doesNotExist();
    data.file("database/first-start", "");
    requireRefused(backup(), "No host has ever finished its start");
    assertThat(archive).doesNotExist();
  }

  @Test
  void aDatabaseThatIsNoHosts() throws IOException {
    Path other = folder.resolve("other");
    String url = "jdbc:h2:file:" + other + "/database/ttdn";
    Files.createDirectories(other.resolve("database"));
    Files.writeString(other.resolve(Layout.H2), "not a database at all");
    requireRefused(run("--backup=" + archive, other, url), "The database does not answer");
    data.sql("drop table \"ttdn_host_schema_history\"");
    requireRefused(backup(), "There is nothing to back up");
    for (String unsupported :
        List.of("jdbc:h2:mem:x", "jdbc:h2:file:/elsewhere/ttdn", "jdbc:mysql://h/d?password=p")) {
      requireRefused(
          run("--backup=" + archive, data.folder(), unsupported), "cannot be backed up here");
      assertThat(said).doesNotContain("password");
    }
    assertThat(archive).doesNotExist();
  }

  @Test
  void whereAFileIsAlreadyOrNoFolder() throws IOException {
    Files.writeString(archive, "last week's");
    requireRefused(backup(), "The file is there already", "--to");
    assertThat(archive).hasContent("last week's");
    archive = folder.resolve("no/such/folder/backup.tar.gz");
    requireRefused(backup(), "The folder is not there");
  }

  @Test
  void intoAFolderThatIsNotEmpty() throws IOException {
    backup();
    Map<String, String> before = files(data.folder());
    requireRefused(restore("data"), "The folder is not empty", "Thư mục không trống");
    assertThat(files(data.folder())).isEqualTo(before);
    Files.writeString(folder.resolve("file"), "");
    requireRefused(restore("file"), "The folder is not empty");
  }

  @Test
  void aDamagedArchiveLeavesNothing() throws IOException {
    backup();
    byte[] whole = Files.readAllBytes(archive);
    whole[whole.length / 2] ^= 1;
    Files.write(archive, whole);
    requireRefused(restore("elsewhere"), "The backup is damaged", "Bản sao lưu bị hỏng");
    assertThat(folder.resolve("elsewhere")).doesNotExist();
    archive = folder.resolve("none.tar.gz");
    requireRefused(restore("elsewhere"), "The backup cannot be read");
  }

  @Test
  void ofAnotherKindOfDatabaseOrANewerProgram() throws IOException {
    backup();
    Path elsewhere = folder.resolve("elsewhere");
    requireRefused(
        run("--restore=" + archive, elsewhere, DUMP_URL), "another kind of database", "of h2");
    data.sql("update \"ttdn_schema_history\" set \"version\"='99' where \"version\"='1'");
    archive = folder.resolve("newer.tar.gz");
    assertThat(backup()).isZero();
    requireRefused(restore("elsewhere"), "The backup is of a newer program", "ledger 99");
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  void whereARestoreWasBrokenOff() {
    backup();
    data.file("database/../" + Layout.UNFINISHED, "");
    archive = folder.resolve("again.tar.gz");
    requireRefused(backup(), "A restore was broken off");
    archive = folder.resolve("backup.tar.gz");
    requireRefused(restore("data"), "A restore was broken off", "Delete the folder");
  }

  @Test
  void aDatabaseThatDoesNotAnswer() {
    requireRefused(
        run("--backup=" + archive, data.folder(), DUMP_URL), "The database does not answer");
  }

  private int backup() {
    return run("--backup=" + archive, data.folder(), data.url());
  }

  private int restore(String name) {
    Path to = folder.resolve(name);
    return run("--restore=" + archive, to, "jdbc:h2:file:" + to + "/database/ttdn;MODE=LEGACY");
  }

  private int run(String command, Path at, String url, String... more) {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("ttdn.data", at.toString());
    settings.put("spring.datasource.url", url);
    settings.put("ttdn.organisation", "");
    for (String setting : more) {
      String[] parts = setting.substring(2).split("=", 2);
      settings.put(parts[0], parts[1]);
    }
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("given", settings));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Clock clock = Clock.fixed(Instant.parse("2026-11-25T03:00:00Z"), ZoneOffset.UTC);
    int exitCode = new BackupCommands(clock, out, out).run(new String[] {command}, environment);
    said = bytes.toString(StandardCharsets.UTF_8);
    return exitCode;
  }

  private void requireRefused(int exitCode, String... words) {
    assertThat(exitCode).as(said).isEqualTo(1);
    assertThat(said).contains(words).doesNotContain("backed up:", "restored:", "\tat ");
    requireNothingLeftBehind();
  }

  private void requireNothingLeftBehind() {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString())).noneMatch(n -> n.startsWith("."));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The checksum of every file below a folder, by its name. */
  private static Map<String, String> files(Path root) throws IOException {
    List<Path> paths = new ArrayList<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isRegularFile).forEach(paths::add);
    }
    Map<String, String> files = new TreeMap<>();
    for (Path path : paths) {
      files.put(root.relativize(path).toString(), Sha256.hex(Files.readAllBytes(path)));
    }
    return files;
  }
}
