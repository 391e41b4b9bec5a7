package vn.ttdn.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the ledger's tables up to date; safe to run at every start and on several nodes. */
public final class LedgerMigrations {
  /** "ttdn" as a number: nobody else's in a database that is the host's. */
  static final int LOCK = 0x7474646e;

  private LedgerMigrations() {}

  /**
   * Migrates, outside any transaction of the caller. One node after another: Flyway makes its
   * history and the first row of it in two steps, and a node that came between them failed.
   *
   * @throws FlywayException if the database is not as the history says
   */
  public static synchronized void migrate(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      if (!Sql.isPostgresql(connection)) {
        // H2 is this process alone.
        configured(dataSource).load().migrate();
        return;
      }
      run(connection, "select pg_advisory_lock(" + LOCK + ")");
      try {
        configured(dataSource).load().migrate();
      } finally {
        run(connection, "select pg_advisory_unlock(" + LOCK + ")");
      }
    } catch (SQLException e) {
      throw new FlywayException("the ledger's database does not answer: " + e.getMessage(), e);
    }
  }

  /** Runs a statement and leaves no transaction behind where the pool does not commit by itself. */
  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
  }

  static FluentConfiguration configured(DataSource dataSource) {
    return Flyway.configure(LedgerMigrations.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:vn/ttdn/ledger/migrations")
        .table("ttdn_schema_history")
        // The database is the host's: it is never empty when we come.
        .baselineOnMigrate(true)
        .baselineVersion("0");
  }
}
