package vn.ttdn.ledger.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import vn.ttdn.ledger.LedgerMigrations;

/** A fresh database with a pool and transactions, as a host has them. */
public final class TestDatabase implements AutoCloseable {
  /** More than the threads of any test, so that they meet in the database and not at the pool. */
  private static final int CONNECTIONS = 60;

  private final HikariDataSource pool = new HikariDataSource();
  private final DataSourceTransactionManager transactions;

  private TestDatabase(String url, String user, String password) {
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setPassword(password);
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(0);
    transactions = new DataSourceTransactionManager(pool);
  }

  /** H2 in memory, in the mode that Activiti asks for. */
  public static TestDatabase h2() {
    return new TestDatabase(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=LEGACY;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1",
        "sa",
        "");
  }

  /** A database of the private PostgreSQL server. */
  public static TestDatabase postgres() {
    PostgresServer server = PostgresServer.shared();
    return new TestDatabase(server.freshDatabase(), server.userName(), server.password());
  }

  /** With the ledger's tables. */
  public TestDatabase migrated() {
    LedgerMigrations.migrate(pool);
    return this;
  }

  /** With connections that begin without autocommit, as Alfresco's do. */
  public TestDatabase withoutAutoCommit() {
    pool.setAutoCommit(false);
    return this;
  }

  public DataSource dataSource() {
    return pool;
  }

  public DataSourceTransactionManager transactions() {
    return transactions;
  }

  @Override
  public void close() {
    pool.close();
  }
}
