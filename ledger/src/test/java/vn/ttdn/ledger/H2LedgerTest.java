package vn.ttdn.ledger;

import org.junit.jupiter.api.Nested;
import vn.ttdn.ledger.testing.TestDatabase;

/** The ledger's contract on H2. */
class H2LedgerTest {

  @Nested
  class WhatIsWritten extends FactsContract {
    WhatIsWritten() {
      super(TestDatabase::h2);
    }
  }

  @Nested
  class WhatIsOwed extends AnswersContract {
    WhatIsOwed() {
      super(TestDatabase::h2);
    }
  }

  @Nested
  class WhatIsRegistered extends RegistersContract {
    WhatIsRegistered() {
      super(TestDatabase::h2);
    }
  }

  @Nested
  class Transactions extends TransactionContract {
    Transactions() {
      super(TestDatabase::h2);
    }
  }

  @Nested
  class Numbers extends NumbersContract {
    Numbers() {
      super(TestDatabase::h2);
    }
  }

  @Nested
  class Audit extends AuditContract {
    Audit() {
      super(TestDatabase::h2);
    }
  }

  @Nested
  class Keeping extends KeepingContract {
    Keeping() {
      super(TestDatabase::h2);
    }
  }

  @Nested
  class Outbox extends OutboxContract {
    Outbox() {
      super(TestDatabase::h2);
    }
  }

  @Nested
  class Reading extends ReadingContract {
    Reading() {
      super(TestDatabase::h2);
    }
  }

  @Nested
  class Search extends SearchContract {
    Search() {
      super(TestDatabase::h2);
    }
  }

  @Nested
  class Migrations extends MigrationContract {
    Migrations() {
      super(TestDatabase::h2);
    }
  }

  @Nested
  class Upgrade extends UpgradeContract {
    Upgrade() {
      super(TestDatabase::h2);
    }
  }
}
