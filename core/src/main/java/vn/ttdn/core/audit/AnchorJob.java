package vn.ttdn.core.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.port.UnitOfWork;
import vn.ttdn.core.text.Dates;

/**
 * Anchors every finished day since the last anchor, each in a transaction of its own. Safe to run
 * at any time, twice, on two nodes, and after a week's outage.
 */
public final class AnchorJob {
  private final UnitOfWork unitOfWork;
  private final Ledger ledger;
  private final Clock clock;

  public AnchorJob(UnitOfWork unitOfWork, Ledger ledger, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Anchors what is due; says how many days that were. The first anchor is yesterday's. */
  public int run() {
    LocalDate today = Dates.dayOf(clock.instant());
    Optional<DailyAnchor> last = unitOfWork.read(ledger::lastAnchor);
    LocalDate day = last.map(a -> a.day().plusDays(1)).orElse(today.minusDays(1));
    int anchored = 0;
    for (; day.isBefore(today); day = day.plusDays(1)) {
      LocalDate due = day;
      unitOfWork.write(
          () -> {
            anchor(due);
            return due;
          });
      anchored++;
    }
    return anchored;
  }

  private void anchor(LocalDate day) {
    Instant from = day.atStartOfDay(Dates.ZONE).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(Dates.ZONE).toInstant();
    String previous = ledger.lastAnchor().map(DailyAnchor::hash).orElse(AuditChain.START);
    ledger.insert(DailyAnchor.of(day, ledger.auditHeads(from, to), previous));
  }
}
