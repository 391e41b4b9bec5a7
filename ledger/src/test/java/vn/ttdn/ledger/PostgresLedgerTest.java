package vn.ttdn.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
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
  }
}
