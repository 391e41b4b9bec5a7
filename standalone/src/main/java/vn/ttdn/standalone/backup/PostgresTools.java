package vn.ttdn.standalone.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.postgresql.Driver;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;

/** PostgreSQL's programs, told by their environment what a JDBC address says. */
final class PostgresTools {
  /** JDBC's name of a setting, and that of libpq's variable. */
  private static final Map<String, String> VARIABLES =
      Map.of(
          "PGHOST", "PGHOST",
          "PGPORT", "PGPORT",
          "PGDBNAME", "PGDATABASE",
          "user", "PGUSER",
          "password", "PGPASSWORD",
          "sslmode", "PGSSLMODE",
          "sslrootcert", "PGSSLROOTCERT");

  private final Map<String, String> environment;

  PostgresTools(Settings settings) {
    this.environment = environment(settings);
  }

  /** Where and as whom; the password is in no list of processes. */
  static Map<String, String> environment(Settings settings) {
    Properties said = Driver.parseURL(settings.url(), null);
    if (said == null) {
      throw Refusal.of(Kind.INVALID, "backup-database-unsupported", settings.database());
    }
    Map<String, String> environment = new TreeMap<>();
    VARIABLES.forEach(
        (jdbc, libpq) -> {
          if (said.getProperty(jdbc) != null) {
            environment.put(libpq, said.getProperty(jdbc));
          }
        });
    if ("true".equals(said.getProperty("ssl"))) {
      // What JDBC means by it.
      environment.putIfAbsent("PGSSLMODE", "verify-full");
    }
    if (settings.userName() != null) {
      environment.put("PGUSER", settings.userName());
    }
    if (settings.password() != null) {
      environment.put("PGPASSWORD", settings.password());
    }
    return environment;
  }

  /** The database's name. */
  String database() {
    return environment.get("PGDATABASE");
  }

  /** What a program says it is, e.g. {@code pg_dump (PostgreSQL) 15.18}. */
  String version(String program) throws IOException {
    return run(program, List.of("--version")).strip();
  }

  /**
   * Runs a program to its end.
   *
   * @return what it printed
   * @throws Refusal if it is not installed or fails; with its own words
   */
  String run(String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw Refusal.of(Kind.UNAVAILABLE, "backup-tool-missing", program);
    }
    try {
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw Refusal.of(Kind.CONFLICT, "backup-tool-failed", program, said.strip());
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.destroy();
    }
  }
}
