package vn.ttdn.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.port.UnitOfWork;
import vn.ttdn.ledger.testing.TestDatabase;

/** What every part of the ledger's contract stands on: a migrated database, empty at each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LedgerContract {
  private static final long PATIENCE_SECONDS = 60;

  private final Supplier<TestDatabase> databases;
  private TestDatabase database;
  private Ledger ledger;
  private JdbcTemplate jdbc;

  LedgerContract(Supplier<TestDatabase> databases) {
    this.databases = databases;
  }

  @BeforeAll
  void openDatabase() {
    database = databases.get().migrated();
    ledger = new SqlLedger(database.dataSource());
    jdbc = new JdbcTemplate(database.dataSource());
  }

  @AfterAll
  void closeDatabase() {
    if (database != null) {
      database.close();
    }
  }

  @BeforeEach
  void emptyTables() {
    jdbc.update(
        "update ttdn_dossier set plan_id=null, letter_round=null, letter_purpose=null,"
            + " letter_record=null");
    jdbc.update("update ttdn_record set enclosure_of=null");
    List<String> tables = new ArrayList<>(tables());
    // What others refer to goes last.
    List<String> last =
        List.of("ttdn_answer", "ttdn_outbox", "ttdn_register_entry", "ttdn_record", "ttdn_dossier");
    tables.removeAll(last);
    tables.addAll(last);
    tables.forEach(table -> jdbc.update("delete from " + table));
  }

  TestDatabase database() {
    return database;
  }

  /** A database of the same kind, without tables; the caller closes it. */
  TestDatabase anotherDatabase() {
    return databases.get();
  }

  Ledger ledger() {
    return ledger;
  }

  JdbcTemplate jdbc() {
    return jdbc;
  }

  /** The ledger's tables as the database lists them, the migrations' history apart. */
  List<String> tables() {
    return jdbc.queryForList(
        "select lower(table_name) from information_schema.tables where lower(table_name) like"
            + " 'ttdn!_%' escape '!' and lower(table_name) <> 'ttdn_schema_history' order by 1",
        String.class);
  }

  int rows(String table) {
    Integer rows = jdbc.queryForObject("select count(*) from " + table, Integer.class);
    return rows;
  }

  <T> T inTransaction(Supplier<T> work) {
    return new TransactionTemplate(database.transactions()).execute(status -> work.get());
  }

  void write(Runnable work) {
    new TransactionTemplate(database.transactions()).executeWithoutResult(status -> work.run());
  }

  /** Does the work and lets the host change its mind. */
  void thenRollBack(Runnable work) {
    new TransactionTemplate(database.transactions())
        .executeWithoutResult(
            status -> {
              work.run();
              status.setRollbackOnly();
            });
  }

  UnitOfWork unitOfWork() {
    TransactionTemplate template = new TransactionTemplate(database.transactions());
    template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return new UnitOfWork() {
      @Override
      public <T> T write(Supplier<T> work) {
        return template.execute(status -> work.get());
      }

      @Override
      public <T> T join(Supplier<T> work) {
        return template.execute(status -> work.get());
      }

      @Override
      public <T> T read(Supplier<T> work) {
        return template.execute(status -> work.get());
      }
    };
  }

  /** Runs the work in as many threads, which all begin together; their results. */
  static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(
            pool.submit(
                () -> {
                  start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                  return work.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
