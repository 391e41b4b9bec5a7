package vn.ttdn.ledger;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the ledger's tables up to date; safe to run at every start and on several nodes. */
public final class LedgerMigrations {
  private LedgerMigrations() {}

  /**
   * Migrates, outside any transaction of the caller.
   *
   * @throws org.flywaydb.core.api.FlywayException if the database is not as the history says
   */
  public static void migrate(DataSource dataSource) {
    Flyway.configure(LedgerMigrations.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:vn/ttdn/ledger/migrations")
        .table("ttdn_schema_history")
        // The database is the host's: it is never empty when we come.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
