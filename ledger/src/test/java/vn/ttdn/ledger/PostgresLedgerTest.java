package vn.ttdn.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.ttdn.ledger.testing.TestDatabase;

/** The ledger's contract on PostgreSQL. */
@Tag("server")
class PostgresLedgerTest {

  @Nested
  class WhatIsWritten extends FactsContract {
    WhatIsWritten() {
      super(TestDatabase::postgres);
    }
  }

  @Nested
  class WhatIsOwed extends AnswersContract {
    WhatIsOwed() {
      super(TestDatabase::postgres);
    }
  }

  @Nested
  class WhatIsRegistered extends RegistersContract {
    WhatIsRegistered() {
      super(TestDatabase::postgres);
    }
  }

  @Nested
  class Transactions extends TransactionContract {
    Transactions() {
      super(TestDatabase::postgres);
    }
  }

  @Nested
  class Numbers extends NumbersContract {
    Numbers() {
      super(TestDatabase::postgres);
    }
  }

  @Nested
  class Audit extends AuditContract {
    Audit() {
      super(TestDatabase::postgres);
    }
  }

  @Nested
  class Keeping extends KeepingContract {
    Keeping() {
      super(TestDatabase::postgres);
    }
  }

  @Nested
  class Outbox extends OutboxContract {
    Outbox() {
      super(TestDatabase::postgres);
    }

    @Test
    void twoDispatchersWorkSideBySide() throws Exception {
      enqueued(2);
      assertThat(heldByTwoAtOnce()).allMatch(Optional::isPresent).doesNotHaveDuplicates();
    }
  }

  @Nested
  class Reading extends ReadingContract {
    Reading() {
      super(TestDatabase::postgres);
    }
  }

  @Nested
  class Search extends SearchContract {
    Search() {
      super(TestDatabase::postgres);
    }
  }

  @Nested
  class Migrations extends MigrationContract {
    Migrations() {
      super(TestDatabase::postgres);
    }

    /** Flyway alone failed where two nodes made its history at once, which no test can arrange. */
    @Test
    void aNodeThatStartsWaitsForOneThatIsMigrating() throws Exception {
      try (TestDatabase fresh = anotherDatabase();
          Connection other = fresh.dataSource().getConnection();
          Statement statement = other.createStatement()) {
        statement.execute("select pg_advisory_lock(" + LedgerMigrations.LOCK + ")");
        CompletableFuture<TestDatabase> node = CompletableFuture.supplyAsync(fresh::migrated);
        while (!node.isDone() && !found(statement, "pg_locks where not granted")) {
          Thread.onSpinWait();
        }
        assertThat(node).isNotDone();
        assertThat(found(statement, "pg_tables where tablename like 'ttdn%'")).isFalse();
        statement.execute("select pg_advisory_unlock(" + LedgerMigrations.LOCK + ")");
        node.get(60, TimeUnit.SECONDS);
        assertThat(found(statement, "pg_tables where tablename='ttdn_dossier'")).isTrue();
        assertThat(found(statement, "pg_locks where locktype='advisory'")).isFalse();
      }
    }

    private static boolean found(Statement statement, String what) throws SQLException {
      try (ResultSet row = statement.executeQuery("select count(*) from " + what)) {
        return row.next() && row.getInt(1) > 0;
      }
    }
  }

  @Nested
  class Upgrade extends UpgradeContract {
    Upgrade() {
      super(TestDatabase::postgres);
    }
  }
}
