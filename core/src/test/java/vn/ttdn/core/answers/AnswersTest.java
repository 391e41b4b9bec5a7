package vn.ttdn.core.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.fakes.Refusals.refusal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.audit.AuditChain;
import vn.ttdn.core.fakes.FakeFiles;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.fakes.Work;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.plan.TaskFile;
import vn.ttdn.core.plan.Urgency;
import vn.ttdn.core.port.StoredDocument;

/** A unit gives its answer, the Specialist examines it, and follows what is missing. */
class AnswersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  private final FakeHost host = FakeHost.standing();
  private Dossier dossier;
  private String unit;
  private String body;

  @BeforeEach
  void twoAreAsked() {
    dossier = host.issuedRoundOne();
    unit = host.work().answers(dossier.id()).get(0).id();
    body = host.work().answers(dossier.id()).get(1).id();
  }

  @Test
  void aUnitAnswersWithAFileAndTheSpecialistTakesIt() {
    Answer received = host.work().give("cvnghiepvu", unit);
    assertThat(received.state()).isEqualTo(AnswerState.RECEIVED);
    assertThat(received.receivedOn()).contains(TODAY);
    assertThat(received.noComment()).isFalse();
    assertThat(host.engine().stepOf(received.taskId().orElseThrow()))
        .contains(AnswerStep.EXAMINE.id());
    assertThat(host.ledger().outbox())
        .filteredOn(m -> m.to().equals("chuyenvien@ttdn.example"))
        .anySatisfy(m -> assertThat(m.subject()).contains("đã trả lời"));

    Answer completed = host.work().decide("chuyenvien", unit, AnswerOutcome.ACCEPTED, "");
    assertThat(completed.state()).isEqualTo(AnswerState.COMPLETED);
    assertThat(completed.taskId()).isEmpty();
    assertThat(host.engine().isRunning(completed.processId().orElseThrow())).isFalse();
    assertThat(kinds(unit))
        .containsExactly(
            AnswerEvent.Kind.ASKED, AnswerEvent.Kind.RECEIVED, AnswerEvent.Kind.ACCEPTED);
    Dossier after = host.dossier(dossier.id());
    assertThat(
            AuditChain.firstBreak(
                host.read(() -> host.ledger().audit(dossier.id())),
                after.auditLength(),
                after.auditHead()))
        .isEmpty();
  }

  @Test
  void noCommentIsOneClickAndEndsIt() {
    Answer completed = host.work().decide("tpnghiepvu", unit, AnswerOutcome.NO_COMMENT, "");
    assertThat(completed.state()).isEqualTo(AnswerState.COMPLETED);
    assertThat(completed.noComment()).isTrue();
    assertThat(host.engine().isRunning(completed.processId().orElseThrow())).isFalse();
  }

  @Test
  void noCommentOfWhoHasNoAccountSaysWhoSaidSo() {
    Refusal refusal =
        refusal(() -> host.work().decide("vanthu", body, AnswerOutcome.NO_COMMENT, ""));
    assertThat(refusal.code()).isEqualTo("no-comment-needs-source");
    host.work().decide("vanthu", body, AnswerOutcome.NO_COMMENT, "Ông A, điện thoại sáng 01/12");
    assertThat(host.work().answer(body).state()).isEqualTo(AnswerState.COMPLETED);
  }

  @Test
  void anAnswerIsAFile() {
    Refusal refusal =
        refusal(() -> host.work().decide("cvnghiepvu", unit, AnswerOutcome.ANSWERED, ""));
    assertThat(refusal.code()).isEqualTo("answer-file-missing");
    assertThat(refusal.field()).contains("file");
    assertThat(host.work().answer(unit).state()).isEqualTo(AnswerState.WAITING);
  }

  @Test
  void theFileMayComeWithTheDecision() {
    String task = host.work().answer(unit).taskId().orElseThrow();
    host.as(
        "cvnghiepvu",
        () -> {
          host.engine()
              .complete(
                  task, Work.variables("answered", ""), Map.of(TaskFile.ANSWER, FakeFiles.next()));
          return null;
        });
    assertThat(host.work().answer(unit).state()).isEqualTo(AnswerState.RECEIVED);
  }

  @Test
  void anAnswerThatIsNotAsAskedGoesBackWithTheReasonAndComesAgainWithANewFile() {
    host.work().give("cvnghiepvu", unit);
    assertThat(
            refusal(() -> host.work().decide("chuyenvien", unit, AnswerOutcome.RETURNED, " "))
                .code())
        .isEqualTo("reason-missing");
    host.clock().advance(Duration.ofHours(1));
    Answer back = host.work().decide("chuyenvien", unit, AnswerOutcome.RETURNED, "Thiếu kinh phí");
    assertThat(back.state()).isEqualTo(AnswerState.NOT_AS_ASKED);
    assertThat(back.reason()).isEqualTo("Thiếu kinh phí");
    assertThat(back.dueOn()).as("the day stays").isEqualTo(TODAY.plusDays(10));
    assertThat(host.ledger().outbox())
        .filteredOn(m -> m.to().equals("cvnghiepvu@ttdn.example"))
        .anySatisfy(m -> assertThat(m.body()).contains("Thiếu kinh phí"));

    assertThat(
            refusal(() -> host.work().decide("cvnghiepvu", unit, AnswerOutcome.ANSWERED, ""))
                .code())
        .as("the old file is not the new answer")
        .isEqualTo("answer-file-missing");
    host.clock().advance(Duration.ofHours(1));
    assertThat(host.work().give("cvnghiepvu", unit).state()).isEqualTo(AnswerState.RECEIVED);
    Answer completed = host.work().decide("chuyenvien", unit, AnswerOutcome.ACCEPTED, "");
    assertThat(completed.reason()).as("why it once was returned stays").isEqualTo("Thiếu kinh phí");
    StoredDocument file =
        host.documents().documents(dossier.id()).stream()
            .filter(d -> d.slot().key().equals(unit))
            .findFirst()
            .orElseThrow();
    assertThat(host.documents().versions(dossier.id(), file.id())).hasSize(2);
  }

  @Test
  void onlyTheAskedUnitGivesAndOnlyTheSpecialistExamines() {
    for (String user : List.of("cvbaochi", "vanthubo", "thutruong")) {
      assertThat(refusal(() -> give(user)).code()).as(user).isEqualTo("answer-unknown");
    }
    for (String user : List.of("chuyenvien", "truongphong", "vanthu", "cuctruong")) {
      assertThat(refusal(() -> give(user)).code()).as(user).isEqualTo("role-missing");
    }
    host.work().give("cvnghiepvu", unit);
    for (String user : List.of("cvnghiepvu", "truongphong", "chuyenvien2", "cuctruong")) {
      assertThat(refusal(() -> host.work().decide(user, unit, AnswerOutcome.ACCEPTED, "")).code())
          .as(user)
          .isEqualTo("not-the-drafter");
    }
  }

  @Test
  void nothingIsGivenTwiceAndNothingExaminedBefore() {
    assertThat(refusal(() -> decide("chuyenvien", "accepted")).code()).isEqualTo("role-missing");
    String task = host.work().answer(unit).taskId().orElseThrow();
    host.work().give("cvnghiepvu", unit);
    assertThat(
            refusal(() -> host.as("cvnghiepvu", () -> host.answers().put(unit, FakeFiles.next())))
                .code())
        .isEqualTo("answer-not-in-this-state");
    assertThat(
            refusal(
                    () ->
                        host.as(
                            "cvnghiepvu",
                            () -> host.dossiers().decide(task, Work.variables("answered", ""))))
                .code())
        .isEqualTo("task-unknown");
  }

  @Test
  void anUnknownOutcomeIsRefused() {
    assertThat(refusal(() -> decide("cvnghiepvu", "accepted")).code()).isEqualTo("outcome-unknown");
    assertThat(refusal(() -> decide("cvnghiepvu", "")).code()).isEqualTo("outcome-unknown");
  }

  @Test
  void itIsLateFromTheDayAfterItsLastDay() {
    Answer waiting = host.work().answer(unit);
    assertThat(waiting.lateOn(TODAY.plusDays(10))).isFalse();
    assertThat(waiting.lateOn(TODAY.plusDays(11))).isTrue();
    host.clock().advance(Duration.ofDays(10));
    assertThat(host.work().give("cvnghiepvu", unit).lateOn(TODAY.plusYears(1)))
        .as("received on the last day is in time for ever")
        .isFalse();
    host.clock().advance(Duration.ofDays(1));
    Answer late = host.work().decide("vanthu", body, AnswerOutcome.NO_COMMENT, "điện thoại");
    assertThat(late.lateOn(TODAY)).isTrue();
  }

  @Test
  void theLastDayEndsAtMidnightInHanoi() {
    host.clock().set(Instant.parse("2026-12-11T16:59:59Z"));
    assertThat(host.work().answer(unit).lateOn(host.host().today())).isFalse();
    host.clock().set(Instant.parse("2026-12-11T17:00:00Z"));
    assertThat(host.work().answer(unit).lateOn(host.host().today())).isTrue();
  }

  @Test
  void anExtensionMovesTheDayAndKeepsTheFirst() {
    Answer extended = extend("chuyenvien", TODAY.plusDays(15), "Đơn vị xin thêm");
    assertThat(extended.dueOn()).isEqualTo(TODAY.plusDays(15));
    assertThat(extended.firstDueOn()).isEqualTo(TODAY.plusDays(10));
    AnswerEvent event = last(unit);
    assertThat(event.kind()).isEqualTo(AnswerEvent.Kind.EXTENDED);
    assertThat(event.on()).isEqualTo(TODAY.plusDays(15));
    assertThat(event.text()).isEqualTo("Đơn vị xin thêm");
    assertThat(event.actorName()).isEqualTo("Trần Thị Mai");
    assertThat(host.ledger().outbox())
        .anySatisfy(m -> assertThat(m.body()).contains("16/12/2026", "Đơn vị xin thêm"));
  }

  @Test
  void anExtensionHasRules() {
    assertThat(refusal(() -> extend("chuyenvien", TODAY.plusDays(10), "x")).code())
        .isEqualTo("extension-invalid");
    assertThat(refusal(() -> extend("chuyenvien", TODAY.minusDays(1), "x")).code())
        .isEqualTo("extension-invalid");
    assertThat(refusal(() -> extend("chuyenvien", TODAY.plusDays(11), " ")).code())
        .isEqualTo("extension-reason-missing");
    assertThat(refusal(() -> extend("chuyenvien", TODAY.plusDays(11), "x".repeat(4001))).code())
        .isEqualTo("comment-too-long");
    assertThat(refusal(() -> extend("cvnghiepvu", TODAY.plusDays(11), "x")).code())
        .isEqualTo("not-the-drafter");
    assertThat(refusal(() -> extend("cvbaochi", TODAY.plusDays(11), "x")).code())
        .isEqualTo("answer-unknown");
    host.clock().advance(Duration.ofDays(20));
    assertThat(refusal(() -> extend("chuyenvien", TODAY.plusDays(19), "x")).code())
        .as("into the past")
        .isEqualTo("extension-invalid");
    extend("chuyenvien", TODAY.plusDays(20), "x");
    host.work().give("cvnghiepvu", unit);
    assertThat(refusal(() -> extend("chuyenvien", TODAY.plusDays(40), "x")).code())
        .isEqualTo("answer-not-in-this-state");
  }

  @Test
  void aPhoneNoteIsDatedAndChangesNothingElse() {
    host.clock().advance(Duration.ofDays(2));
    note("chuyenvien", TODAY.plusDays(1), "Đã gọi ông B: gửi trong tuần");
    AnswerEvent event = last(unit);
    assertThat(event.kind()).isEqualTo(AnswerEvent.Kind.NOTE);
    assertThat(event.on()).isEqualTo(TODAY.plusDays(1));
    assertThat(host.work().answer(unit).state()).isEqualTo(AnswerState.WAITING);
    assertThat(refusal(() -> note("chuyenvien", TODAY.plusDays(3), "x")).code())
        .isEqualTo("note-day-invalid");
    assertThat(refusal(() -> note("chuyenvien", TODAY.minusDays(1), "x")).code())
        .isEqualTo("note-day-invalid");
    assertThat(refusal(() -> note("chuyenvien", TODAY, "")).code()).isEqualTo("note-missing");
    assertThat(refusal(() -> note("truongphong", TODAY, "x")).code()).isEqualTo("not-the-drafter");
  }

  @Test
  void theSpecialistGoesOnWithoutAndLateAnswersAreStillTakenIn() {
    host.work().to(dossier.id(), Step.SLIP_LEADER_REVIEW);
    assertThat(host.work().give("cvnghiepvu", unit).state()).isEqualTo(AnswerState.RECEIVED);
    assertThat(host.dossier(dossier.id()).step()).contains(Step.SLIP_LEADER_REVIEW);
    host.work().decide("chuyenvien", unit, AnswerOutcome.ACCEPTED, "");
    host.work().to(dossier.id(), Step.MINISTRY_CLERK_ISSUE);
  }

  @Test
  void whatIsOwedWhenThePlanIsIssuedIsClosed() {
    host.work().give("cvnghiepvu", unit);
    while (!host.dossier(dossier.id()).state().ended()) {
      host.work().forward(dossier.id());
    }
    assertThat(host.work().answers(dossier.id()))
        .extracting(Answer::state)
        .containsExactly(
            AnswerState.COMPLETED, AnswerState.MISSING, AnswerState.MISSING, AnswerState.MISSING);
    assertThat(host.engine().openTasks()).isEmpty();
    assertThat(refusal(() -> give("cvnghiepvu")).code()).isEqualTo("answer-not-in-this-state");
    assertThat(refusal(() -> decide("chuyenvien", "accepted")).code())
        .isEqualTo("answer-not-in-this-state");
    assertThat(refusal(() -> note("chuyenvien", TODAY, "x")).code()).isEqualTo("not-in-this-state");
  }

  @Test
  void theNewDrafterExaminesAfterAChangeOfHands() {
    host.work().give("cvnghiepvu", unit);
    host.as(
        "truongphong",
        () ->
            host.steering()
                .assign(dossier.id(), "chuyenvien2", "", Urgency.NORMAL, Optional.empty()));
    assertThat(
            refusal(() -> host.work().decide("chuyenvien", unit, AnswerOutcome.ACCEPTED, ""))
                .code())
        .isEqualTo("not-the-drafter");
    assertThat(host.work().decide("chuyenvien2", unit, AnswerOutcome.ACCEPTED, "").state())
        .isEqualTo(AnswerState.COMPLETED);
  }

  private Void give(String user) {
    host.as(user, () -> host.answers().put(unit, FakeFiles.next()));
    return null;
  }

  private Answer decide(String user, String outcome) {
    Answer answer = host.work().answer(unit);
    return host.as(user, () -> host.answers().decide(answer, Work.variables(outcome, "")));
  }

  private Answer extend(String user, LocalDate day, String reason) {
    return host.as(user, () -> host.answers().extend(unit, day, reason));
  }

  private Answer note(String user, LocalDate day, String text) {
    return host.as(user, () -> host.answers().note(unit, day, text));
  }

  private List<AnswerEvent.Kind> kinds(String id) {
    return host.read(() -> host.ledger().answerEvents(id)).stream().map(AnswerEvent::kind).toList();
  }

  private AnswerEvent last(String id) {
    List<AnswerEvent> events = host.read(() -> host.ledger().answerEvents(id));
    return events.get(events.size() - 1);
  }
}
