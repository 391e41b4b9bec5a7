package vn.ttdn.standalone.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.Refusal;

/** PostgreSQL's programs go where the host's JDBC address leads. */
class PostgresToolsTest {

  @Test
  void anAddressIsTheSamePlaceForBoth() {
    assertThat(environment("jdbc:postgresql://db.example:5433/ttdn", "ttdn", "mật khẩu"))
        .isEqualTo(
            Map.of(
                "PGHOST", "db.example",
                "PGPORT", "5433",
                "PGDATABASE", "ttdn",
                "PGUSER", "ttdn",
                "PGPASSWORD", "mật khẩu"));
    assertThat(environment("jdbc:postgresql:ttdn", null, null))
        .as("never the socket that libpq would take")
        .containsEntry("PGHOST", "localhost")
        .containsEntry("PGDATABASE", "ttdn")
        .doesNotContainKey("PGPASSWORD");
  }

  @Test
  void whatStandsBehindTheAddressCountsToo() {
    assertThat(environment("jdbc:postgresql://h/d?user=u&password=p&ssl=true&x=y", null, null))
        .containsEntry("PGUSER", "u")
        .containsEntry("PGPASSWORD", "p")
        .containsEntry("PGSSLMODE", "verify-full")
        .doesNotContainValue("y");
    assertThat(environment("jdbc:postgresql://h/d?user=u&sslmode=require&ssl=true", "owner", null))
        .containsEntry("PGUSER", "owner")
        .containsEntry("PGSSLMODE", "require");
  }

  @Test
  void aProgramThatIsNotThere() {
    PostgresTools tools = new PostgresTools(settings("jdbc:postgresql://h/d", null, null));
    assertThatThrownBy(() -> tools.run("no-such-program", List.of()))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.code()).isEqualTo("backup-tool-missing"));
  }

  @Test
  void aProgramThatFailsSaysWhy() {
    PostgresTools tools = new PostgresTools(settings("jdbc:postgresql://h/d", null, "geheim"));
    assertThatThrownBy(() -> tools.run("sh", List.of("-c", "echo no space >&2; exit 3")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("sh says: no space")
        .hasMessageNotContaining("geheim");
  }

  @Test
  void settingsDoNotShowThePassword() {
    assertThat(settings("jdbc:postgresql://h/d?password=geheim", "u", "geheim").toString())
        .doesNotContain("geheim");
  }

  private static Map<String, String> environment(String url, String user, String password) {
    return PostgresTools.environment(settings(url, user, password));
  }

  private static Settings settings(String url, String user, String password) {
    return new Settings(Path.of("data"), url, user, password, "");
  }
}
