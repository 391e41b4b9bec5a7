package vn.ttdn.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import vn.ttdn.core.audit.AuditChain;
import vn.ttdn.core.audit.AuditEntry;
import vn.ttdn.core.audit.AuditTrail;
import vn.ttdn.core.audit.DailyAnchor;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.ledger.testing.TestDatabase;

/** The audit chain survives the database, and what is changed in the database shows. */
abstract class AuditContract extends LedgerContract {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-22T17:00:00Z");
  private static final Instant NEXT_MIDNIGHT = MIDNIGHT.plus(Duration.ofDays(1));

  AuditContract(Supplier<TestDatabase> databases) {
    super(databases);
  }

  @Test
  void aChainHoldsAfterItsWayThroughTheDatabase() {
    Dossier dossier = withChain(Facts.dossier(), Facts.NOON.plusNanos(456_789), 5);
    List<AuditEntry> entries = inTransaction(() -> ledger().audit(dossier.id()));
    Dossier read = inTransaction(() -> ledger().dossier(dossier.id())).orElseThrow();
    assertThat(entries).hasSize(5);
    assertThat(AuditChain.firstBreak(entries, read.auditLength(), read.auditHead())).isEmpty();
  }

  @Test
  void whatSomebodyChangesInTheDatabaseShows() {
    Dossier dossier = withChain(Facts.dossier(), Facts.NOON, 4);
    jdbc()
        .update(
            "update ttdn_audit set actor='somebody' where dossier_id=? and ordinal=3",
            dossier.id());
    List<AuditEntry> entries = inTransaction(() -> ledger().audit(dossier.id()));
    assertThat(AuditChain.firstBreak(entries, 4, dossier.auditHead())).contains(3);
  }

  @Test
  void aPlaceInAChainIsTakenOnce() {
    Dossier dossier = withChain(Facts.dossier(), Facts.NOON, 2);
    AuditEntry twin =
        AuditChain.next(dossier.id(), 1, AuditChain.START, Facts.NOON, "a", "forged", "{}");
    assertThatThrownBy(() -> write(() -> ledger().append(twin)))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void theHeadsOfADayAreItsLastEntriesInTheOrderOfTheBytesOfTheirIds() {
    // A database that sorts as people do would put the hyphen and the capital elsewhere.
    Dossier hyphen = withChain(named("a-b"), MIDNIGHT, 2);
    Dossier plain = withChain(named("aa"), MIDNIGHT, 1);
    Dossier capital = withChain(named("B"), NEXT_MIDNIGHT.minusMillis(1), 1);
    withChain(named("before"), MIDNIGHT.minusMillis(1), 1);
    withChain(named("after"), NEXT_MIDNIGHT, 1);
    assertThat(inTransaction(() -> ledger().auditHeads(MIDNIGHT, NEXT_MIDNIGHT)))
        .containsExactly(
            new DailyAnchor.Head("B", 1, capital.auditHead()),
            new DailyAnchor.Head("a-b", 2, hyphen.auditHead()),
            new DailyAnchor.Head("aa", 1, plain.auditHead()));
  }

  @Test
  void aHeadIsTheLastEntryOfTheDayAndNotOfTheChain() {
    Dossier dossier = Facts.dossier();
    write(() -> ledger().insert(dossier));
    Dossier first = inTransaction(() -> extended(dossier.id(), MIDNIGHT));
    Dossier second = inTransaction(() -> extended(dossier.id(), MIDNIGHT.plusSeconds(1)));
    Dossier third = inTransaction(() -> extended(dossier.id(), NEXT_MIDNIGHT));
    assertThat(first.auditLength()).isEqualTo(1);
    assertThat(inTransaction(() -> ledger().auditHeads(MIDNIGHT, NEXT_MIDNIGHT)))
        .containsExactly(new DailyAnchor.Head(dossier.id(), 2, second.auditHead()));
    assertThat(
            inTransaction(() -> ledger().auditHeads(NEXT_MIDNIGHT, NEXT_MIDNIGHT.plusSeconds(1))))
        .containsExactly(new DailyAnchor.Head(dossier.id(), 3, third.auditHead()));
  }

  @Test
  void theAnchorOfADayStandsAsItWasFirstWritten() {
    LocalDate day = LocalDate.of(2026, 11, 23);
    DailyAnchor first = DailyAnchor.of(day, List.of(), AuditChain.START);
    DailyAnchor next = DailyAnchor.of(day.plusDays(1), List.of(), first.hash());
    DailyAnchor late = new DailyAnchor(day, 7, first.hash(), Facts.SHA256);
    write(
        () -> {
          ledger().insert(next);
          ledger().insert(first);
        });
    write(
        () -> {
          ledger().insert(late);
          assertThat(ledger().anchor(day)).contains(first);
          assertThat(ledger().lastAnchor()).contains(next);
        });
    assertThat(inTransaction(() -> ledger().anchor(day))).contains(first);
  }

  @Test
  void severalNodesMayAnchorADayAtOnce() throws Exception {
    for (int i = 0; i < 10; i++) {
      LocalDate day = LocalDate.of(2027, 1, 1).plusDays(i);
      DailyAnchor anchor = DailyAnchor.of(day, List.of(), AuditChain.START);
      atOnce(
          6,
          () -> {
            write(() -> ledger().insert(anchor));
            return null;
          });
      assertThat(inTransaction(() -> ledger().anchor(day))).contains(anchor);
    }
  }

  private Dossier named(String id) {
    Dossier d = Facts.dossier();
    return new Dossier(
        id,
        d.letter(),
        d.title(),
        d.planYear(),
        d.unit(),
        d.drafter(),
        d.formerDrafters(),
        d.addressees(),
        d.handling(),
        d.round(),
        d.state(),
        d.processId(),
        d.taskId(),
        d.stepDueOn(),
        d.withdrawableBy(),
        d.openedAt(),
        d.changedAt(),
        d.version(),
        d.auditLength(),
        d.auditHead());
  }

  /** Each entry in a transaction of its own. */
  private Dossier withChain(Dossier dossier, Instant at, int entries) {
    write(() -> ledger().insert(dossier));
    Dossier last = dossier;
    for (int i = 0; i < entries; i++) {
      last = inTransaction(() -> extended(dossier.id(), at));
    }
    return last;
  }

  private Dossier extended(String id, Instant at) {
    Dossier extended =
        new AuditTrail(ledger())
            .write(
                ledger().lock(id).orElseThrow(),
                at,
                "chuyenvien",
                "step.returned",
                Map.of("comment", "Không đạt:\n\"căn cứ\" \\ 😀", "planYear", 2027));
    ledger().update(extended);
    return extended;
  }
}
