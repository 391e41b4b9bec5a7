package vn.ttdn.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.ledger.testing.TestDatabase;

/** Whatever is written is read back as it was, in a later transaction. */
abstract class FactsContract extends LedgerContract {
  FactsContract(Supplier<TestDatabase> databases) {
    super(databases);
  }

  @Test
  void aDossierComesBackAsItWasWritten() {
    Dossier dossier = Facts.dossier();
    write(() -> ledger().insert(dossier));

    assertThat(inTransaction(() -> ledger().dossier(dossier.id()))).contains(dossier);
    assertThat(inTransaction(() -> ledger().lock(dossier.id()))).contains(dossier);
    assertThat(inTransaction(() -> ledger().lockByProcess("process-" + dossier.id())))
        .contains(dossier);
    assertThat(inTransaction(() -> ledger().lockByTask("task-" + dossier.id()))).contains(dossier);
  }

  @Test
  void aDossierBeforeItsProcessHasNoneAndNoTask() {
    Dossier full = Facts.dossier();
    Dossier bare =
        new Dossier(
            full.id(),
            "x".repeat(500),
            2100,
            "VP",
            "người.dùng@bộ",
            List.of(),
            DossierState.DRAFTING,
            Optional.empty(),
            Optional.empty(),
            Facts.NOON,
            Facts.NOON,
            1,
            0,
            full.auditHead());
    write(() -> ledger().insert(bare));
    assertThat(inTransaction(() -> ledger().dossier(bare.id()))).contains(bare);
  }

  @Test
  void everyColumnThatMayChangeIsWritten() {
    Dossier before = Facts.dossier();
    List<Addressee> to = List.of(new Addressee(Optional.of("TTBC"), "Trung tâm Báo chí"));
    Dossier after =
        before
            .withContents("Trích yếu mới", 2028, to, Facts.NOON.plusSeconds(1))
            .withProcess("another-process")
            .at(
                DossierState.DEPARTMENT_HEAD_REVIEW,
                Optional.of("another-task"),
                Facts.NOON.plusMillis(2))
            .withAudit(7, Facts.SHA256);
    write(() -> ledger().insert(before));
    write(
        () -> {
          ledger().lock(before.id());
          ledger().update(after);
          assertThat(ledger().dossier(before.id())).contains(after);
        });
    assertThat(inTransaction(() -> ledger().dossier(before.id()))).contains(after);
    assertThat(inTransaction(() -> ledger().lockByTask("task-" + before.id()))).isEmpty();
    assertThat(inTransaction(() -> ledger().lockByProcess("another-process"))).contains(after);
  }

  @Test
  void whatWasNotLockedIsNotWritten() {
    Dossier dossier = Facts.dossier();
    write(() -> ledger().insert(dossier));
    assertThatIllegalStateException()
        .isThrownBy(() -> write(() -> ledger().update(dossier.withProcess("p"))))
        .withMessageContaining("not locked");
    assertThat(inTransaction(() -> ledger().dossier(dossier.id()))).contains(dossier);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    write(
        () -> {
          for (String id : List.of("no-such", "", "a\0b", "'; drop table ttdn_dossier; --")) {
            assertThat(ledger().dossier(id)).isEmpty();
            assertThat(ledger().lock(id)).isEmpty();
            assertThat(ledger().lockByProcess(id)).isEmpty();
            assertThat(ledger().lockByTask(id)).isEmpty();
            assertThat(ledger().decisionAtTask(id)).isEmpty();
            assertThat(ledger().lastDecision(id)).isEmpty();
            assertThat(ledger().decisions(id)).isEmpty();
            assertThat(ledger().registerEntryOf(id)).isEmpty();
            assertThat(ledger().record(id)).isEmpty();
            assertThat(ledger().records(id)).isEmpty();
            assertThat(ledger().audit(id)).isEmpty();
            assertThat(ledger().registerYears(id, id)).isEmpty();
            assertThat(ledger().register(new RegisterKey(id, id, 2026), id, 0, 10).total())
                .isZero();
          }
          assertThat(ledger().lastAnchor()).isEmpty();
          assertThat(ledger().anchor(LocalDate.of(2026, 11, 23))).isEmpty();
        });
  }

  @Test
  void instantsAreKeptToTheMillisecondAndNeverRoundedUp() {
    Instant last = Instant.parse("2026-12-31T16:59:59.999999999Z");
    Dossier dossier = Facts.dossier("x", "PTTDN", "a", List.of(), DossierState.DRAFTING, last);
    write(() -> ledger().insert(dossier));
    Dossier read = inTransaction(() -> ledger().dossier(dossier.id())).orElseThrow();
    assertThat(read.changedAt()).isEqualTo("2026-12-31T16:59:59.999Z");
    assertThat(read.openedAt()).isEqualTo(Facts.NOON);
  }

  @Test
  void decisionsComeBackInTheirOrder() {
    Dossier dossier = Facts.dossier();
    Decision first = Facts.decision(dossier.id(), 1, Step.DRAFT_LETTER, Outcome.SUBMITTED);
    Decision full = Facts.decision(dossier.id(), 2, Step.DEPARTMENT_HEAD_REVIEW, Outcome.RETURNED);
    Decision second =
        new Decision(
            full.dossierId(),
            2,
            full.step(),
            full.outcome(),
            full.person(),
            full.personName(),
            full.role(),
            full.unit(),
            full.taskId(),
            "",
            Optional.empty(),
            full.at());
    write(
        () -> {
          ledger().insert(dossier);
          assertThat(ledger().lastDecision(dossier.id())).isEmpty();
          ledger().insert(first);
          assertThat(ledger().lastDecision(dossier.id())).contains(first);
          ledger().insert(second);
        });
    assertThat(inTransaction(() -> ledger().decisions(dossier.id())))
        .containsExactly(first, second);
    assertThat(inTransaction(() -> ledger().lastDecision(dossier.id()))).contains(second);
    assertThat(inTransaction(() -> ledger().decisionAtTask(first.taskId()))).contains(first);
  }

  @Test
  void aTaskIsDecidedOnce() {
    Dossier dossier = Facts.dossier();
    Decision decision = Facts.decision(dossier.id(), 1, Step.DRAFT_LETTER, Outcome.SUBMITTED);
    Decision sameTask =
        new Decision(
            dossier.id(),
            2,
            decision.step(),
            decision.outcome(),
            "other",
            "Other",
            decision.role(),
            decision.unit(),
            decision.taskId(),
            "",
            Optional.empty(),
            Facts.NOON);
    write(
        () -> {
          ledger().insert(dossier);
          ledger().insert(decision);
        });
    assertThatThrownBy(() -> write(() -> ledger().insert(sameTask)))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void nothingIsWrittenAboutADossierThatIsNotThere() {
    assertThatThrownBy(
            () ->
                write(
                    () ->
                        ledger()
                            .insert(
                                Facts.decision(
                                    "no-such", 1, Step.DRAFT_LETTER, Outcome.SUBMITTED))))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> write(() -> ledger().insert(Facts.record("no-such"))))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(
            () -> write(() -> ledger().enqueue(List.of(Facts.mail("no-such")), Facts.NOON)))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void registerAndRecordsComeBackAsTheyWereWritten() {
    Dossier dossier = Facts.dossier();
    RegisterEntry entry = Facts.entry(Facts.SERIES, 9_999_999_999L, dossier.id());
    IssuedRecord record = Facts.record(dossier.id());
    write(
        () -> {
          ledger().insert(dossier);
          ledger().insert(entry);
          ledger().insert(record);
        });
    write(
        () -> {
          assertThat(ledger().registerEntryOf(dossier.id())).contains(entry);
          assertThat(ledger().register(Facts.SERIES, "", 0, 10).items()).containsExactly(entry);
          assertThat(ledger().record(record.recordId())).contains(record);
          assertThat(ledger().records(dossier.id())).containsExactly(record);
        });
  }

  @Test
  void aNumberIsGivenOnceInARegister() {
    Dossier dossier = Facts.dossier();
    write(
        () -> {
          ledger().insert(dossier);
          ledger().insert(Facts.entry(Facts.SERIES, 1, dossier.id()));
        });
    assertThatThrownBy(
            () -> write(() -> ledger().insert(Facts.entry(Facts.SERIES, 1, dossier.id()))))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void theYearsOfARegisterAreListedNewestFirst() {
    Dossier dossier = Facts.dossier();
    write(
        () -> {
          ledger().insert(dossier);
          for (int year : List.of(2026, 2028, 2027)) {
            RegisterKey key = new RegisterKey("CUC", "CV", year);
            ledger().insert(Facts.entry(key, 1, dossier.id()));
            ledger().insert(Facts.entry(key, 2, dossier.id()));
          }
        });
    assertThat(inTransaction(() -> ledger().registerYears("CUC", "CV")))
        .containsExactly(2028, 2027, 2026);
    assertThat(inTransaction(() -> ledger().registerYears("CUC", "QD"))).isEmpty();
  }
}
