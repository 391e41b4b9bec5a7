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
import vn.ttdn.core.plan.Handling;
import vn.ttdn.core.plan.LetterCase;
import vn.ttdn.core.plan.LetterPurpose;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.plan.Urgency;
import vn.ttdn.core.register.IssuedRecord;
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
            Optional.empty(),
            "x".repeat(500),
            2100,
            "VP",
            "người.dùng@bộ",
            List.of(),
            List.of(),
            Handling.USUAL,
            1,
            DossierState.DRAFTING,
            Optional.empty(),
            Optional.empty(),
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
  void everythingThatADossierMayHaveComesBack() {
    Dossier plan = Facts.dossier();
    IssuedRecord record = Facts.record(plan.id());
    Dossier full =
        new Dossier(
            "letter",
            Optional.of(
                new LetterCase(plan.id(), 3, LetterPurpose.RECALL, Optional.of(record.recordId()))),
            "V/v thu hồi công văn",
            2027,
            "PTTDN",
            "chuyenvien",
            List.of("hoa", "nguyễn.văn.a@bộ"),
            Facts.ADDRESSEES,
            new Handling(
                Urgency.MOST_URGENT,
                "Làm ngay;\nbáo cáo \"tôi\"",
                Optional.of(LocalDate.of(2026, 12, 31)),
                Optional.of(LocalDate.of(2027, 1, 1))),
            1,
            DossierState.DEPARTMENT_HEAD_REVIEW,
            Optional.of("process"),
            Optional.of("task"),
            Optional.of(LocalDate.of(2026, 11, 25)),
            Optional.of("chuyenvien"),
            Facts.NOON,
            Facts.NOON.plusMillis(1),
            7,
            3,
            Facts.SHA256);
    write(
        () -> {
          ledger().insert(plan);
          ledger().insert(record);
          ledger().insert(full);
        });
    assertThat(inTransaction(() -> ledger().dossier(full.id()))).contains(full);
  }

  @Test
  void everyColumnThatMayChangeIsWritten() {
    Dossier before = Facts.dossier();
    List<Addressee> to = List.of(Addressee.outside("Bộ Y tế", Optional.of("vt@byt.example")));
    Handling handling =
        new Handling(
            Urgency.URGENT,
            "Phối hợp TTBC",
            Optional.of(LocalDate.of(2026, 12, 20)),
            Optional.of(LocalDate.of(2026, 12, 10)));
    Dossier after =
        before
            .withContents("Trích yếu mới", 2028, to, Facts.NOON.plusSeconds(1))
            .withHandling(handling, Facts.NOON.plusSeconds(2))
            .withDrafter("hoa", Facts.NOON.plusSeconds(3))
            .withProcess("another-process")
            .at(Step.SLIP_HEAD_REVIEW, Optional.of("hoa"), Facts.NOON.plusMillis(4))
            .withTask("another-task", LocalDate.of(2026, 12, 1), Facts.NOON.plusMillis(5))
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
    Dossier ended = after.ended(DossierState.CANCELLED, Facts.NOON.plusSeconds(9));
    write(
        () -> {
          ledger().lock(before.id());
          ledger().update(ended);
        });
    assertThat(inTransaction(() -> ledger().dossier(before.id()))).contains(ended);
  }

  @Test
  void theLettersOfAPlanAreItsOwnTheOldestFirst() {
    Dossier plan = Facts.dossier();
    Dossier other = Facts.dossier();
    LetterCase reminder = new LetterCase(plan.id(), 1, LetterPurpose.REMINDER, Optional.empty());
    Dossier late = opened(Facts.letter(reminder), Facts.NOON.plusSeconds(2));
    Dossier early = opened(Facts.letter(reminder), Facts.NOON.plusSeconds(1));
    Dossier others =
        Facts.letter(new LetterCase(other.id(), 1, LetterPurpose.REMINDER, Optional.empty()));
    Dossier changed = early.withTask("next", Facts.DAY, Facts.NOON.plusSeconds(5));
    write(
        () -> {
          for (Dossier d : List.of(plan, other, late, early, others)) {
            ledger().insert(d);
          }
          ledger().update(changed);
          assertThat(ledger().letters(plan.id())).containsExactly(changed, late);
        });
    assertThat(inTransaction(() -> ledger().letters(other.id()))).containsExactly(others);
    assertThat(inTransaction(() -> ledger().letters(late.id()))).isEmpty();
  }

  private static Dossier opened(Dossier d, Instant at) {
    return new Dossier(
        d.id(),
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
        at,
        at,
        d.version(),
        d.auditLength(),
        d.auditHead());
  }

  /** What no code of ours does is refused all the same: others rely on it. */
  @Test
  void whatCannotBeIsRefused() {
    Dossier d = Facts.dossier();
    write(() -> ledger().insert(d));
    for (String change :
        List.of(
            "letter_round=1",
            "letter_purpose='REMINDER'",
            "round=0",
            "round=4",
            "state='MINISTRY_DECISION'",
            "step_due_on=null",
            "plan_id=id",
            "plan_id='no-such', letter_round=1, letter_purpose='REMINDER'",
            "plan_id=id, letter_round=4, letter_purpose='REMINDER'",
            "plan_id=id, letter_round=1, letter_purpose='RECALL', letter_record='no-such'",
            "plan_id=id, letter_round=1, letter_purpose='REMINDER', round=2")) {
      assertThatThrownBy(() -> jdbc().update("update ttdn_dossier set " + change))
          .as(change)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
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
            assertThat(ledger().letters(id)).isEmpty();
            assertThat(ledger().answer(id)).isEmpty();
            assertThat(ledger().answerByProcess(id)).isEmpty();
            assertThat(ledger().answerByTask(id)).isEmpty();
            assertThat(ledger().lockAnswer(id)).isEmpty();
            assertThat(ledger().answers(id)).isEmpty();
            assertThat(ledger().answersAsked(id)).isEmpty();
            assertThat(ledger().answerEvents(id)).isEmpty();
            assertThat(ledger().registerEntryOf(id)).isEmpty();
            assertThat(ledger().registerEntries(id)).isEmpty();
            assertThat(ledger().relatedTo(id)).isEmpty();
            assertThat(ledger().dispatches(id)).isEmpty();
            assertThat(ledger().incomingOf(id)).isEmpty();
            assertThat(ledger().incomingYears(id)).isEmpty();
            assertThat(ledger().record(id)).isEmpty();
            assertThat(ledger().records(id)).isEmpty();
            assertThat(ledger().audit(id)).isEmpty();
            assertThat(ledger().registerYears(id, id)).isEmpty();
            RegisterKey key = new RegisterKey(id, id, 2026);
            assertThat(ledger().lastNumber(key)).isEmpty();
            assertThat(ledger().registerEntry(key, 1)).isEmpty();
            assertThat(ledger().register(key, id, 0, 10).total()).isZero();
            assertThat(ledger().incoming(key, id, 0, 10).total()).isZero();
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
    Decision full = Facts.decision(dossier.id(), 2, Step.LETTER_HEAD_REVIEW, Outcome.RETURNED);
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
            Optional.empty(),
            full.taskId(),
            "",
            List.of(),
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
            Optional.empty(),
            decision.taskId(),
            "",
            List.of(),
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
    assertThatThrownBy(() -> write(() -> ledger().insert(Facts.entry(Facts.SERIES, 1, "no-such"))))
        .isInstanceOf(DataIntegrityViolationException.class);
  }
}
