package vn.ttdn.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.port.UnitOfWork;

class AnchorJobTest {
  /** The day at which {@link FakeHost} stands. */
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  private final FakeHost host = FakeHost.standing();
  private final AnchorJob job = new AnchorJob(host.unitOfWork(), host.ledger(), host.clock());

  @Test
  void theFirstAnchorIsYesterdaysAndTodayWaits() {
    host.openedWithLetter();
    assertThat(job.run()).isEqualTo(1);
    assertThat(anchor(TODAY.minusDays(1)))
        .hasValue(DailyAnchor.of(TODAY.minusDays(1), List.of(), AuditChain.START));
    assertThat(anchor(TODAY)).isEmpty();
  }

  @Test
  void aDaysAnchorHoldsTheHeadsOfItsChainsAndTheAnchorBefore() {
    job.run();
    Dossier one = host.openedWithLetter();
    Dossier two = host.openedWithLetter();
    host.clock().advance(Duration.ofDays(1));
    assertThat(job.run()).isEqualTo(1);
    DailyAnchor before = anchor(TODAY.minusDays(1)).orElseThrow();
    DailyAnchor anchored = anchor(TODAY).orElseThrow();
    assertThat(anchored).isEqualTo(DailyAnchor.of(TODAY, heads(one, two), before.hash()));
    assertThat(anchored.chains()).isEqualTo(2);
    assertThat(anchored.previous()).isEqualTo(before.hash());
  }

  @Test
  void aDayEndsAtMidnightInHaNoi() {
    host.clock().set(Instant.parse("2026-11-30T17:00:00Z"));
    job.run();
    Dossier first = host.openedWithLetter();
    host.clock().set(Instant.parse("2026-12-01T16:59:59.999Z"));
    Dossier last = host.openedWithLetter();
    assertThat(job.run()).as("23:59:59.999 is still the first of December").isZero();
    host.clock().set(Instant.parse("2026-12-01T17:00:00Z"));
    Dossier next = host.openedWithLetter();
    assertThat(job.run()).isEqualTo(1);
    DailyAnchor before = anchor(TODAY.minusDays(1)).orElseThrow();
    assertThat(anchor(TODAY)).hasValue(DailyAnchor.of(TODAY, heads(first, last), before.hash()));
    assertThat(next.auditLength()).as("it is there, for the day after").isPositive();
  }

  @Test
  void twiceInADayIsOnce() {
    job.run();
    host.openedWithLetter();
    host.clock().advance(Duration.ofDays(1));
    job.run();
    Optional<DailyAnchor> first = anchor(TODAY);
    assertThat(job.run()).isZero();
    assertThat(anchor(TODAY)).isEqualTo(first);
  }

  @Test
  void anOutageOfAWeekIsMadeUpDayByDay() {
    job.run();
    Dossier dossier = host.openedWithLetter();
    host.clock().advance(Duration.ofDays(3));
    host.decide("chuyenvien", dossier.id(), "submitted", "");
    host.clock().advance(Duration.ofDays(4));
    assertThat(job.run()).isEqualTo(7);
    String previous = anchor(TODAY.minusDays(1)).orElseThrow().hash();
    for (LocalDate day = TODAY; day.isBefore(TODAY.plusDays(7)); day = day.plusDays(1)) {
      DailyAnchor anchored = anchor(day).orElseThrow();
      assertThat(anchored.previous()).as("before %s", day).isEqualTo(previous);
      assertThat(anchored.chains())
          .as("chains changed on %s", day)
          .isEqualTo(day.equals(TODAY) || day.equals(TODAY.plusDays(3)) ? 1 : 0);
      previous = anchored.hash();
    }
    assertThat(anchor(TODAY.plusDays(7))).isEmpty();
  }

  @Test
  void eachDayIsATransactionOfItsOwn() {
    job.run();
    host.openedWithLetter();
    host.clock().advance(Duration.ofDays(3));
    AnchorJob failing =
        new AnchorJob(new FailingAt(host.unitOfWork(), 2), host.ledger(), host.clock());
    assertThatIllegalStateException().isThrownBy(failing::run);
    assertThat(anchor(TODAY)).isPresent();
    assertThat(anchor(TODAY.plusDays(1))).isEmpty();
    assertThat(job.run()).as("what the failure left").isEqualTo(2);
  }

  private static List<DailyAnchor.Head> heads(Dossier... dossiers) {
    return Stream.of(dossiers)
        .sorted(Comparator.comparing(Dossier::id))
        .map(d -> new DailyAnchor.Head(d.id(), d.auditLength(), d.auditHead()))
        .toList();
  }

  private Optional<DailyAnchor> anchor(LocalDate day) {
    return host.unitOfWork().read(() -> host.ledger().anchor(day));
  }

  /** Transactions of which one fails at its end. */
  private static final class FailingAt implements UnitOfWork {
    private final UnitOfWork real;
    private int left;

    FailingAt(UnitOfWork real, int which) {
      this.real = real;
      this.left = which;
    }

    @Override
    public <T> T write(Supplier<T> work) {
      left--;
      return real.write(
          () -> {
            T result = work.get();
            if (left == 0) {
              throw new IllegalStateException("the connection is gone");
            }
            return result;
          });
    }

    @Override
    public <T> T join(Supplier<T> work) {
      return real.join(work);
    }

    @Override
    public <T> T read(Supplier<T> work) {
      return real.read(work);
    }
  }
}
