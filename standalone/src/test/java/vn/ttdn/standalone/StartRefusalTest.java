package vn.ttdn.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.ttdn.ledger.LedgerMigrations;
import vn.ttdn.standalone.testing.ChildHost;

/** A host that must not start says in words what is wrong, where, and what to do; exit code 1. */
class StartRefusalTest {
  private static final String UNITS =
      """
      units:
        - {code: CUC, name: Cục, symbol: TTĐN, agency: true}
        - {code: PTTDN, name: Phòng, symbol: PTTĐN}
      register: {code: CV, issuer: TTĐN}
      """;
  private static final String PEOPLE =
      """
      people:
        - {user: a, name: A, password: x, roles: [SPECIALIST@PTTDN]}
        - {user: b, name: B, password: x, roles: [DEPARTMENT_HEAD@PTTDN, AGENCY_LEADER@CUC]}
        - {user: c, name: C, password: x, roles: [AGENCY_CLERK@CUC]}
      """;

  @TempDir private Path folder;

  static Stream<Arguments> wrongFiles() {
    return Stream.of(
        Arguments.of(
            "a unit named twice",
            UNITS.replace("register:", "  - {code: PTTDN, name: B, symbol: B}\nregister:") + PEOPLE,
            "line 4",
            "“PTTDN”",
            "Remove one of them, or change its code."),
        Arguments.of(
            "a role that nobody holds",
            UNITS + PEOPLE.replace(", AGENCY_LEADER@CUC", ""),
            "line 6",
            "nobody holds AGENCY_LEADER@CUC",
            "Give the role to at least one person."),
        Arguments.of(
            "broken YAML", UNITS + "people: [\n", "line 6", "Syntax error", "Mend the line"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongFiles")
  void aWrongOrganisationFile(String name, String text, String line, String rule, String remedy)
      throws Exception {
    Path file = Files.writeString(folder.resolve("to-chuc.yaml"), text);
    requireRefused(
        ChildHost.ended(folder, "--ttdn.organisation=" + file), file + ", " + line, rule, remedy);
  }

  @Test
  void anOrganisationFileThatIsNotThere() throws Exception {
    Path file = folder.resolve("khong-co.yaml");
    requireRefused(
        ChildHost.ended(folder, "--ttdn.organisation=" + file),
        file.toString(),
        "There is no file",
        "--ttdn.organisation",
        "Không");
  }

  @Test
  void anOrganisationFileThatIsNotUtf8() throws Exception {
    Path file = folder.resolve("to-chuc.yaml");
    Files.write(file, (UNITS + PEOPLE).getBytes(StandardCharsets.UTF_16));
    requireRefused(
        ChildHost.ended(folder, "--ttdn.organisation=" + file),
        file.toString(),
        "is not in UTF-8",
        "Save it as UTF-8");
  }

  @Test
  void theSampleOrganisationForOthersThanThisMachine() throws Exception {
    requireRefused(
        ChildHost.ended(folder, "--server.address=0.0.0.0"),
        "The sample organisation is not for the network",
        "Everybody knows the passwords",
        "--ttdn.organisation=FILE",
        "Tổ chức mẫu");
  }

  @Test
  void aDataFolderThatIsAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("tep"), "");
    requireRefused(
        ChildHost.ended(file.resolve("data")), file.toString(), "data folder", "Không dùng được");
  }

  @Test
  void aDataFolderWhoseRestoreWasBrokenOff() throws Exception {
    Files.createFile(folder.resolve("restore-unfinished"));
    requireRefused(
        ChildHost.ended(folder),
        "Lần khôi phục bị ngắt giữa chừng",
        "may not belong together",
        "restore again");
    assertThat(folder.resolve("database")).doesNotExist();
  }

  @Test
  void dataOfAnotherVersion() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("database/ttdn") + ";MODE=LEGACY";
    DriverManagerDataSource database = new DriverManagerDataSource(url);
    LedgerMigrations.migrate(database);
    new JdbcTemplate(database).update("update \"ttdn_schema_history\" set \"checksum\"=1");
    requireRefused(
        ChildHost.ended(folder),
        "Dữ liệu của phiên bản khác",
        "not those of this version",
        "Migration checksum mismatch",
        "--data DIR");
  }

  private static void requireRefused(ChildHost host, String... words) {
    assertThat(host.said()).contains(words);
    assertThat(host.said())
        .doesNotContain("\tat ", "Caused by", "Exception", "listening", "Trang / page");
    assertThat(host.exitCode()).isEqualTo(1);
  }
}
