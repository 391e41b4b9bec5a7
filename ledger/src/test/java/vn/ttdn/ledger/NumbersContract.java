package vn.ttdn.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.port.Ledger.Page;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.ledger.testing.TestDatabase;

/** No number twice, none skipped by a failure (domain §6). */
abstract class NumbersContract extends LedgerContract {
  private static final int CLERKS = 50;

  NumbersContract(Supplier<TestDatabase> databases) {
    super(databases);
  }

  @Test
  void fiftyIssueAtOnceWithoutGapOrTwin() throws Exception {
    List<Long> numbers = atOnce(CLERKS, () -> issueUntilCommitted(new Random(0), 0));
    assertThat(numbers).containsExactlyInAnyOrderElementsOf(oneTo(CLERKS));
    assertThat(register(Facts.SERIES)).containsExactlyElementsOf(oneTo(CLERKS));
  }

  @Test
  void whatIsRolledBackGivesItsNumberBack() throws Exception {
    AtomicInteger seeds = new AtomicInteger();
    AtomicInteger rolledBack = new AtomicInteger();
    List<Long> numbers =
        atOnce(
            CLERKS,
            () -> {
              Random random = new Random(seeds.incrementAndGet());
              int failures = random.nextInt(4);
              rolledBack.addAndGet(failures);
              return issueUntilCommitted(random, failures);
            });
    assertThat(rolledBack).hasValueGreaterThan(CLERKS / 2);
    assertThat(numbers).containsExactlyInAnyOrderElementsOf(oneTo(CLERKS));
    assertThat(register(Facts.SERIES)).containsExactlyElementsOf(oneTo(CLERKS));
  }

  /** The first number of a year is where two clerks meet without a row to lock. */
  @Test
  void aSeriesMayBeginInManyTransactionsAtOnce() throws Exception {
    for (int year = 2030; year < 2040; year++) {
      RegisterKey key = new RegisterKey("CUC", "CV", year);
      AtomicInteger turns = new AtomicInteger();
      List<Long> numbers =
          atOnce(
              6,
              () -> {
                boolean fails = turns.incrementAndGet() % 3 == 0;
                return new TransactionTemplate(database().transactions())
                    .execute(
                        status -> {
                          long number = ledger().nextNumber(key, 78);
                          if (fails) {
                            status.setRollbackOnly();
                            return 0L;
                          }
                          return number;
                        });
              });
      assertThat(numbers).containsExactlyInAnyOrder(78L, 79L, 80L, 81L, 0L, 0L);
    }
  }

  @Test
  void eachBodyRegisterAndYearCountsByItself() {
    write(
        () -> {
          assertThat(ledger().nextNumber(new RegisterKey("CUC", "CV", 2026), 78)).isEqualTo(78);
          assertThat(ledger().nextNumber(new RegisterKey("CUC", "CV", 2026), 78)).isEqualTo(79);
          assertThat(ledger().nextNumber(new RegisterKey("CUC", "CV", 2027), 1)).isEqualTo(1);
          assertThat(ledger().nextNumber(new RegisterKey("CUC", "QD", 2026), 1)).isEqualTo(1);
          assertThat(ledger().nextNumber(new RegisterKey("BO", "CV", 2026), 1)).isEqualTo(1);
          assertThat(ledger().nextNumber(new RegisterKey("CUC", "CV", 2026), 1)).isEqualTo(80);
        });
  }

  @Test
  void theLastNumberIsTheOneThatWasGiven() {
    write(
        () -> {
          assertThat(ledger().lastNumber(Facts.SERIES)).isEmpty();
          ledger().nextNumber(Facts.SERIES, 78);
          assertThat(ledger().lastNumber(Facts.SERIES)).contains(78L);
          ledger().nextNumber(Facts.SERIES, 78);
          assertThat(ledger().lastNumber(new RegisterKey("CUC", "CV", 2027))).isEmpty();
          assertThat(ledger().lastNumber(new RegisterKey("CUC", "QD", 2026))).isEmpty();
          assertThat(ledger().lastNumber(new RegisterKey("BO", "CV", 2026))).isEmpty();
        });
    assertThat(inTransaction(() -> ledger().lastNumber(Facts.SERIES))).contains(79L);
  }

  @Test
  void aSeriesThatBeganElsewhereGoesOnBehindItsLastNumber() {
    RegisterKey other = new RegisterKey("CUC", "CV", 2027);
    write(() -> ledger().setLastNumber(Facts.SERIES, 77));
    write(
        () -> {
          assertThat(ledger().lastNumber(Facts.SERIES)).contains(77L);
          assertThat(ledger().nextNumber(Facts.SERIES, 1)).isEqualTo(78);
          ledger().setLastNumber(Facts.SERIES, 90);
          ledger().setLastNumber(Facts.SERIES, 90);
          assertThat(ledger().nextNumber(Facts.SERIES, 1)).isEqualTo(91);
          assertThat(ledger().lastNumber(other)).isEmpty();
        });
    assertThatIllegalArgumentException()
        .isThrownBy(() -> write(() -> ledger().setLastNumber(Facts.SERIES, 90)));
    assertThat(inTransaction(() -> ledger().lastNumber(Facts.SERIES))).contains(91L);
  }

  /** Whoever sets the last number waits for who is issuing, and the other way round. */
  @Test
  void aSeriesThatIsSetWhileItIsUsedGivesNoNumberTwice() throws Exception {
    for (int year = 2040; year < 2050; year++) {
      RegisterKey key = new RegisterKey("CUC", "CV", year);
      AtomicInteger turns = new AtomicInteger();
      List<Long> numbers =
          atOnce(
              6,
              () -> {
                boolean sets = turns.incrementAndGet() == 3;
                return inTransaction(
                    () -> {
                      if (sets) {
                        ledger().setLastNumber(key, 50);
                        return 0L;
                      }
                      return ledger().nextNumber(key, 1);
                    });
              });
      assertThat(numbers).doesNotHaveDuplicates().contains(0L);
      long before = numbers.stream().filter(n -> n > 0 && n <= 50).count();
      assertThat(numbers).filteredOn(n -> n > 50).hasSize(Math.toIntExact(5 - before));
      assertThat(inTransaction(() -> ledger().lastNumber(key))).contains(55 - before);
    }
  }

  /** The Ministry's numbers are typed: the second finds the first one's entry, not a fault. */
  @Test
  void whoTypesANumberWaitsForWhoTypesTheSame() throws Exception {
    for (int year = 2050; year < 2055; year++) {
      RegisterKey key = new RegisterKey("BO", "QD", year);
      List<Boolean> given =
          atOnce(
              6,
              () ->
                  inTransaction(
                      () -> {
                        Dossier dossier = Facts.dossier();
                        ledger().insert(dossier);
                        ledger().lockSeries(key);
                        boolean free = ledger().registerEntry(key, 1495).isEmpty();
                        if (free) {
                          ledger().insert(Facts.entry(key, 1495, dossier.id()));
                        }
                        return free;
                      }));
      assertThat(given).containsOnlyOnce(true).hasSize(6);
      assertThat(inTransaction(() -> ledger().nextNumber(key, 1)))
          .as("a lock gives no number")
          .isEqualTo(1);
    }
  }

  /** Issues one letter: {@code failures} attempts are rolled back at some point of the way. */
  private long issueUntilCommitted(Random random, int failures) {
    for (int i = 0; i < failures; i++) {
      boolean afterAll = random.nextBoolean();
      thenRollBack(
          () -> {
            Dossier dossier = Facts.dossier();
            ledger().insert(dossier);
            long number = ledger().nextNumber(Facts.SERIES, 1);
            if (afterAll) {
              ledger().insert(Facts.entry(Facts.SERIES, number, dossier.id()));
            }
          });
    }
    return inTransaction(
        () -> {
          Dossier dossier = Facts.dossier();
          ledger().insert(dossier);
          long number = ledger().nextNumber(Facts.SERIES, 1);
          ledger().insert(Facts.entry(Facts.SERIES, number, dossier.id()));
          return number;
        });
  }

  private List<Long> register(RegisterKey key) {
    Page<RegisterEntry> page = inTransaction(() -> ledger().register(key, "", 0, 1000));
    return page.items().stream().map(RegisterEntry::number).toList();
  }

  private static List<Long> oneTo(int last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
