package vn.ttdn.standalone.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;

/**
 * A PostgreSQL database, by PostgreSQL's own tools. The host may run: the dump and what the
 * manifest says of it are one snapshot.
 */
final class PostgresDatabase implements HostDatabase {
  /** Tables, views and sequences that somebody made. */
  private static final String OWN_RELATIONS =
      "select count(*) from pg_catalog.pg_class c"
          + " join pg_catalog.pg_namespace n on n.oid=c.relnamespace"
          + " where n.nspname !~ '^pg_' and n.nspname<>'information_schema'"
          + " and c.relkind in ('r','p','v','m','S','f')";

  private final Settings settings;
  private final PostgresTools tools;

  PostgresDatabase(Settings settings) {
    this.settings = settings;
    this.tools = new PostgresTools(settings);
  }

  @Override
  public String kind() {
    return "postgresql";
  }

  @Override
  public Dump dump(Path folder) throws IOException, SQLException {
    String madeBy = tools.version("pg_dump");
    Path file = folder.resolve("ttdn.dump");
    try (Connection connection = settings.connection(settings.url())) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      String snapshot = text(connection, "select pg_export_snapshot()");
      Facts facts = Facts.in(connection, settings.database());
      List<String> arguments = new ArrayList<>(List.of("--format=custom", "--compress=0"));
      arguments.addAll(List.of("--no-owner", "--no-privileges", "--no-password"));
      arguments.add("--snapshot=" + snapshot);
      arguments.add("--file=" + file);
      tools.run("pg_dump", arguments);
      connection.rollback();
      return new Dump(Layout.DUMP, file, madeBy, facts);
    }
  }

  @Override
  public void requireEmpty() throws SQLException {
    try (Connection connection = settings.connection(settings.url())) {
      if (!text(connection, OWN_RELATIONS).equals("0")) {
        throw Refusal.of(Kind.CONFLICT, "restore-database-not-empty", settings.database());
      }
    }
  }

  @Override
  public void requireReadable(Path dump) throws IOException {
    tools.run("pg_restore", List.of("--list", dump.toString()));
  }

  @Override
  public void fill(Path dump) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("--single-transaction", "--exit-on-error", "--no-password"));
    arguments.addAll(List.of("--no-owner", "--no-privileges"));
    arguments.add("--dbname=" + tools.database());
    arguments.add(dump.toString());
    tools.run("pg_restore", arguments);
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
