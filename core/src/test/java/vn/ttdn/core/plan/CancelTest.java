package vn.ttdn.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.fakes.Refusals.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerEvent;
import vn.ttdn.core.answers.AnswerState;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.mail.OutgoingMail;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;

/** Ending a dossier before it is issued: the Specialist in round one, the AgencyLeader later. */
class CancelTest {
  private final FakeHost host = FakeHost.standing();

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"DRAFT_LETTER", "LETTER_HEAD_REVIEW", "LETTER_LEADER_REVIEW", "LETTER_CLERK_ISSUE"})
  void theSpecialistCancelsBefore624(Step step) {
    Dossier dossier = host.work().at(step);
    for (String user : List.of("cuctruong", "truongphong", "vanthu", "chuyenvien2")) {
      assertThat(refusal(() -> cancel(user, dossier.id(), "Thôi")).kind())
          .as(user)
          .isEqualTo(Refusal.Kind.FORBIDDEN);
    }
    Dossier cancelled = cancel("chuyenvien", dossier.id(), "Lập lại hồ sơ khác");
    assertEnded(cancelled);
    Decision decision = host.read(() -> host.ledger().lastDecision(dossier.id())).orElseThrow();
    assertThat(decision.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(decision.step()).isEqualTo(step);
    assertThat(decision.role()).isEqualTo(Role.SPECIALIST);
    assertThat(decision.comment()).isEqualTo("Lập lại hồ sơ khác");
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {
        "DRAFT_PLAN",
        "PLAN_CLERK_ISSUE",
        "SLIP_HEAD_REVIEW",
        "MINISTRY_LEADER_DECISION",
        "MINISTRY_CLERK_ISSUE"
      })
  void theLeaderCancelsLater(Step step) {
    Dossier dossier = host.work().at(step);
    for (String user : List.of("chuyenvien", "truongphong", "vanthu")) {
      assertThat(refusal(() -> cancel(user, dossier.id(), "Thôi")).code())
          .as(user)
          .isEqualTo("role-missing");
    }
    Dossier cancelled = cancel("cucpho", dossier.id(), "Bộ dừng kế hoạch");
    assertEnded(cancelled);
    assertThat(host.read(() -> host.ledger().lastDecision(dossier.id())).orElseThrow().role())
        .isEqualTo(Role.AGENCY_LEADER);
  }

  @Test
  void aLeaderWhoDraftsCancelsAsALeaderAfterRoundOne() {
    host.directory()
        .put(
            new Person(
                "chuyenvien",
                "Trần Thị Mai",
                "PHÓ CỤC TRƯỞNG",
                Optional.empty(),
                Set.of(
                    new RoleAt(Role.SPECIALIST, "PTTDN"), new RoleAt(Role.AGENCY_LEADER, "CUC"))));
    Dossier dossier = host.issuedRoundOne();
    cancel("chuyenvien", dossier.id(), "Bộ dừng kế hoạch");
    Decision decision = host.read(() -> host.ledger().lastDecision(dossier.id())).orElseThrow();
    assertThat(decision.role()).isEqualTo(Role.AGENCY_LEADER);
    assertThat(decision.unit()).isEqualTo("CUC");
  }

  @Test
  void itNeedsAReason() {
    Dossier dossier = host.openedWithLetter();
    Refusal refusal = refusal(() -> cancel("chuyenvien", dossier.id(), " "));
    assertThat(refusal.code()).isEqualTo("reason-missing");
    assertThat(host.dossier(dossier.id())).isEqualTo(dossier);
  }

  @Test
  void nothingIsDeletedAndAnswersAndLettersAreClosed() {
    Dossier dossier = host.work().opened("NVDP", "TTBC", "VP");
    host.work().to(dossier.id(), Step.DRAFT_PLAN);
    Answer received = answer(dossier, "Phòng Nghiệp vụ - Điều phối");
    host.work().give("cvnghiepvu", received.id());
    host.clock().advance(Duration.ofDays(11));
    Dossier letter =
        host.as("chuyenvien", () -> host.letters().remind(dossier.id(), List.of(), "V/v đôn đốc"));
    int records = host.documents().recordCount();
    int documents = host.documents().documents(dossier.id()).size();

    Dossier cancelled = cancel("cuctruong", dossier.id(), "Bộ dừng kế hoạch");

    assertEnded(cancelled);
    Dossier closedLetter = host.dossier(letter.id());
    assertEnded(closedLetter);
    assertThat(host.engine().openTasks()).isEmpty();
    assertThat(host.work().answers(dossier.id()))
        .extracting(Answer::state)
        .containsExactly(AnswerState.COMPLETED, AnswerState.MISSING, AnswerState.MISSING);
    assertThat(host.work().answers(dossier.id()))
        .allSatisfy(
            a -> {
              assertThat(a.taskId()).isEmpty();
              assertThat(host.read(() -> host.ledger().answerEvents(a.id())))
                  .extracting(AnswerEvent::kind)
                  .endsWith(AnswerEvent.Kind.CLOSED);
            });
    assertThat(host.documents().recordCount()).isEqualTo(records);
    assertThat(host.documents().documents(dossier.id())).hasSize(documents);
    assertThat(host.read(() -> host.ledger().registerEntries(dossier.id()))).hasSize(1);
  }

  @Test
  void whoDraftsAndWhoHasTheOpenStepAreTold() {
    Dossier dossier = host.work().at(Step.PLAN_LEADER_REVIEW);
    int before = host.ledger().outbox().size();
    cancel("cuctruong", dossier.id(), "Bộ dừng kế hoạch");
    List<OutgoingMail> mails = host.ledger().outbox();
    List<OutgoingMail> told =
        mails.subList(before, mails.size()).stream()
            .filter(mail -> mail.subject().startsWith("Đã hủy hồ sơ"))
            .toList();
    assertThat(told)
        .extracting(OutgoingMail::to)
        .as("the other leader's task is gone as well")
        .containsExactly("chuyenvien@ttdn.example", "cucpho@ttdn.example");
    assertThat(told.get(0).subject()).contains(dossier.title());
    assertThat(told.get(0).body()).contains("Trần Thị Mai", "Đỗ Minh Tuấn", "Bộ dừng kế hoạch");
  }

  @Test
  void aReminderOnItsWayEndsWithThePlanAndACorrectionDoesNot() {
    Dossier plan = host.issuedRoundOne();
    host.clock().advance(Duration.ofDays(11));
    Dossier reminder =
        host.as("chuyenvien", () -> host.letters().remind(plan.id(), List.of(), "V/v đôn đốc"));
    host.work().to(reminder.id(), Step.OWN_LETTER_LEADER_REVIEW);
    String record = host.read(() -> host.ledger().records(plan.id())).get(0).recordId();
    Dossier correction =
        host.as(
            "chuyenvien",
            () ->
                host.letters()
                    .mend(
                        host.dossiers().record(record),
                        LetterPurpose.CORRECTION,
                        "V/v đính chính",
                        ""));
    while (!host.dossier(plan.id()).state().ended()) {
      host.work().forward(plan.id());
    }
    assertEnded(host.dossier(reminder.id()));
    Decision decision = host.read(() -> host.ledger().lastDecision(reminder.id())).orElseThrow();
    assertThat(decision.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(decision.comment()).contains("Kế hoạch đã ban hành");
    assertThat(host.dossier(correction.id()).state()).isEqualTo(DossierState.DRAFTING);
  }

  @Test
  void whatHasEndedIsNotCancelled() {
    Dossier dossier = host.openedWithLetter();
    cancel("chuyenvien", dossier.id(), "Thôi");
    assertThat(refusal(() -> cancel("chuyenvien", dossier.id(), "Thôi")).code())
        .isEqualTo("not-in-this-state");
    Dossier issued = host.work().issued();
    assertThat(refusal(() -> cancel("cuctruong", issued.id(), "Thôi")).code())
        .isEqualTo("not-in-this-state");
  }

  @Test
  void nobodyEndsAProcessOnTheSide() {
    Dossier dossier = host.issuedRoundOne();
    assertThat(
            refusal(() -> host.as("chuyenvien", () -> kill(dossier.processId().orElseThrow())))
                .code())
        .isEqualTo("process-not-ended");
    Answer answer = host.work().answers(dossier.id()).get(0);
    assertThat(
            refusal(() -> host.as("chuyenvien", () -> kill(answer.processId().orElseThrow())))
                .code())
        .isEqualTo("process-not-ended");
    assertThat(host.engine().isRunning(dossier.processId().orElseThrow())).isTrue();
  }

  private Void kill(String processId) {
    host.engine().cancel(processId);
    return null;
  }

  private Answer answer(Dossier dossier, String name) {
    return host.work().answerOf(dossier.id(), name);
  }

  private Dossier cancel(String user, String id, String reason) {
    return host.as(user, () -> host.steering().cancel(id, reason));
  }

  private void assertEnded(Dossier cancelled) {
    assertThat(cancelled.state()).isEqualTo(DossierState.CANCELLED);
    assertThat(cancelled.taskId()).isEmpty();
    assertThat(cancelled.stepDueOn()).isEmpty();
    assertThat(host.engine().isRunning(cancelled.processId().orElseThrow())).isFalse();
    assertThat(host.documents().folder(cancelled.id()).orElseThrow().state())
        .isEqualTo(DossierState.CANCELLED);
  }
}
