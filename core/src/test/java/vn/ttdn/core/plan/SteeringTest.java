package vn.ttdn.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.fakes.Refusals.refusal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerOutcome;
import vn.ttdn.core.answers.AnswerState;
import vn.ttdn.core.audit.AuditEntry;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.text.Messages;

/** Taking back what one sent, and giving a dossier to a Specialist. */
class SteeringTest {
  private static final LocalDate NEXT_WEEK = LocalDate.of(2026, 12, 8);

  private final FakeHost host = FakeHost.standing();

  @Test
  void whoSubmittedTakesItBackUntilSomebodyOpensIt() {
    Dossier sent = host.work().at(Step.LETTER_HEAD_REVIEW);
    assertThat(sent.withdrawableBy()).contains("chuyenvien");

    Dossier back = withdraw("chuyenvien", sent.id());
    assertThat(back.step()).contains(Step.DRAFT_LETTER);
    assertThat(back.withdrawableBy()).isEmpty();
    Decision decision = host.read(() -> host.ledger().lastDecision(sent.id())).orElseThrow();
    assertThat(decision.outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(decision.role()).isEqualTo(Role.SPECIALIST);
    assertThat(decision.step()).isEqualTo(Step.LETTER_HEAD_REVIEW);
    assertThat(refusal(() -> withdraw("chuyenvien", sent.id())).code())
        .isEqualTo("not-withdrawable");
  }

  @Test
  void theHeadTakesBackWhatHeSentToTheLeaders() {
    Dossier sent = host.work().at(Step.PLAN_LEADER_REVIEW);
    assertThat(refusal(() -> withdraw("chuyenvien", sent.id())).code())
        .isEqualTo("not-withdrawable");
    Dossier back = withdraw("truongphong", sent.id());
    assertThat(back.step()).contains(Step.PLAN_HEAD_REVIEW);
    assertThat(host.read(() -> host.ledger().lastDecision(sent.id())).orElseThrow().role())
        .isEqualTo(Role.DEPARTMENT_HEAD);

    host.decide("truongphong", sent.id(), "returned", "Sửa lại căn cứ");
    assertThat(host.dossier(sent.id()).step()).contains(Step.DRAFT_PLAN);
  }

  @Test
  void theLeaderTakesBackWhatHeApproved() {
    Dossier sent = host.work().at(Step.LETTER_CLERK_ISSUE);
    Dossier back = withdraw("cuctruong", sent.id());
    assertThat(back.step()).contains(Step.LETTER_LEADER_REVIEW);
    host.work().to(sent.id(), Step.DRAFT_PLAN);
    assertThat(host.read(() -> host.ledger().registerEntries(sent.id()))).hasSize(1);
  }

  @Test
  void whatSomebodyHasOpenedIsNotTakenBack() {
    Dossier sent = host.work().at(Step.LETTER_HEAD_REVIEW);
    host.as("truongphong", () -> host.steering().opened(sent.id()));
    assertThat(refusal(() -> withdraw("chuyenvien", sent.id())).code())
        .isEqualTo("not-withdrawable");
    assertThat(actions(sent.id())).containsOnlyOnce("step.seen");
    host.as("truongphong", () -> host.steering().opened(sent.id()));
    assertThat(actions(sent.id())).containsOnlyOnce("step.seen");
  }

  @Test
  void whatSomebodyHasClaimedIsNotTakenBack() {
    Dossier sent = host.work().at(Step.LETTER_LEADER_REVIEW);
    host.as("cucpho", () -> claim(sent, "cucpho"));
    assertThat(refusal(() -> withdraw("truongphong", sent.id())).code())
        .isEqualTo("not-withdrawable");
  }

  @Test
  void whoMayNotDecideHasNotOpenedIt() {
    Dossier sent = host.work().at(Step.LETTER_HEAD_REVIEW);
    for (String reader : List.of("chuyenvien", "chuyenvien2", "vanthu", "cuctruong")) {
      host.as(reader, () -> host.steering().opened(sent.id()));
    }
    assertThat(withdraw("chuyenvien", sent.id()).step()).contains(Step.DRAFT_LETTER);
  }

  @Test
  void whatIsIssuedIsNotTakenBack() {
    Dossier issued = host.issuedRoundOne();
    Dossier dispatched = host.work().at(Step.MINISTRY_LEADER_DECISION);
    for (String id : List.of(issued.id(), dispatched.id())) {
      assertThat(host.dossier(id).withdrawableBy()).isEmpty();
      assertThat(refusal(() -> withdraw("vanthu", id)).code()).isEqualTo("not-withdrawable");
    }
  }

  @Test
  void whatWasReturnedIsNotTakenBack() {
    Dossier back = host.work().back(host.work().at(Step.LETTER_HEAD_REVIEW).id(), "Sửa");
    assertThat(refusal(() -> withdraw("truongphong", back.id())).code())
        .isEqualTo("not-withdrawable");
  }

  @Test
  void aStrangerLearnsNothingWhenHeTakesBack() {
    Dossier sent = host.work().at(Step.LETTER_HEAD_REVIEW);
    assertThat(refusal(() -> withdraw("cvbaochi", sent.id())).code()).isEqualTo("dossier-unknown");
  }

  @Test
  void whoHasLostHisRoleTakesNothingBack() {
    Dossier sent = host.work().at(Step.LETTER_LEADER_REVIEW);
    host.directory()
        .put(new Person("truongphong", "Nguyễn Thị Hoa", "", Optional.empty(), Set.of()));
    assertThat(refusal(() -> withdraw("truongphong", sent.id())).code())
        .isEqualTo("dossier-unknown");
    host.directory()
        .put(
            new Person(
                "truongphong",
                "Nguyễn Thị Hoa",
                "",
                Optional.empty(),
                Set.of(new RoleAt(Role.SPECIALIST, "PTTDN"))));
    assertThat(refusal(() -> withdraw("truongphong", sent.id())).code()).isEqualTo("role-missing");
  }

  @Test
  void theHeadGivesADossierToASpecialist() {
    Dossier dossier = host.openedWithLetter();
    Dossier given =
        host.as(
            "truongphong",
            () ->
                host.steering()
                    .assign(
                        dossier.id(),
                        "chuyenvien2",
                        "Làm trước 08/12",
                        Urgency.URGENT,
                        Optional.of(NEXT_WEEK)));
    assertThat(given.drafter()).isEqualTo("chuyenvien2");
    assertThat(given.formerDrafters()).containsExactly("chuyenvien");
    assertThat(given.handling().direction()).isEqualTo("Làm trước 08/12");
    assertThat(given.handling().urgency()).isEqualTo(Urgency.URGENT);
    assertThat(given.handling().dueOn()).contains(NEXT_WEEK);
    assertThat(given.taskId()).isEqualTo(dossier.taskId());
    assertThat(host.documents().folder(dossier.id())).contains(given);
    assertThat(actions(dossier.id())).endsWith("dossier.assigned");

    assertThat(refusal(() -> host.decide("chuyenvien", dossier.id(), "submitted", "")).code())
        .isEqualTo("not-the-drafter");
    assertThat(waiting("chuyenvien")).isEmpty();
    assertThat(waiting("chuyenvien2")).containsExactly(dossier.id());
    assertThat(host.decide("chuyenvien2", dossier.id(), "submitted", "").step())
        .contains(Step.LETTER_HEAD_REVIEW);
  }

  @Test
  void answersThatWaitToBeExaminedGoWithTheDossier() {
    Dossier dossier = host.issuedRoundOne();
    List<Answer> asked = host.work().answers(dossier.id());
    Answer received = host.work().give("cvnghiepvu", asked.get(0).id());
    Answer waiting = asked.get(1);
    assign("truongphong", dossier.id(), "chuyenvien2");
    assertThat(host.engine().claimedBy(received.taskId().orElseThrow())).contains("chuyenvien2");
    assertThat(host.engine().claimedBy(waiting.taskId().orElseThrow()))
        .as("who was asked still has to give it")
        .isEmpty();
    assertThat(host.work().decide("chuyenvien2", received.id(), AnswerOutcome.ACCEPTED, "").state())
        .isEqualTo(AnswerState.COMPLETED);
  }

  @Test
  void whoIsGivenADossierIsToldOfIt() {
    Dossier dossier = host.work().at(Step.LETTER_LEADER_REVIEW);
    int before = host.ledger().outbox().size();
    host.as(
        "truongphong",
        () ->
            host.steering()
                .assign(
                    dossier.id(),
                    "chuyenvien2",
                    "Làm cho kịp",
                    Urgency.URGENT,
                    Optional.of(NEXT_WEEK)));
    assertThat(host.ledger().outbox().subList(before, host.ledger().outbox().size()))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.to()).isEqualTo("chuyenvien2@ttdn.example");
              assertThat(mail.subject()).startsWith("KHẨN ").contains(dossier.title());
              assertThat(mail.body())
                  .contains("Lê Văn Hùng", "Nguyễn Thị Hoa", "Làm cho kịp", "08/12/2026");
            });
    assign("truongphong", dossier.id(), "chuyenvien2");
    assertThat(host.ledger().outbox()).as("he has it already").hasSize(before + 1);
  }

  @Test
  void directionUrgencyAndDayTravelThroughTheRounds() {
    Dossier dossier = host.openedWithLetter();
    host.as(
        "truongphong",
        () ->
            host.steering()
                .assign(
                    dossier.id(),
                    "chuyenvien",
                    "Khẩn",
                    Urgency.MOST_URGENT,
                    Optional.of(NEXT_WEEK)));
    Dossier later = host.work().to(dossier.id(), Step.SLIP_HEAD_REVIEW);
    assertThat(later.handling().direction()).isEqualTo("Khẩn");
    assertThat(later.handling().urgency()).isEqualTo(Urgency.MOST_URGENT);
    assertThat(later.handling().dueOn()).contains(NEXT_WEEK);
    assertThat(later.formerDrafters()).isEmpty();
    assertThat(later.lateOn(NEXT_WEEK.plusDays(1))).isTrue();
    assertThat(host.ledger().outbox())
        .anySatisfy(mail -> assertThat(mail.subject()).startsWith("HỎA TỐC"));
  }

  @Test
  void onlyTheHeadOfTheUnitGives() {
    Dossier dossier = host.openedWithLetter();
    for (String user : List.of("chuyenvien", "cuctruong", "vanthu")) {
      assertThat(refusal(() -> assign(user, dossier.id(), "chuyenvien2")).code())
          .as(user)
          .isEqualTo("role-missing");
    }
    assertThat(refusal(() -> assign("tpnghiepvu", dossier.id(), "chuyenvien2")).code())
        .isEqualTo("dossier-unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cvnghiepvu", "truongphong", "nobody", ""})
  void onlyASpecialistOfTheUnitIsGivenIt(String drafter) {
    Dossier dossier = host.openedWithLetter();
    Refusal refusal = refusal(() -> assign("truongphong", dossier.id(), drafter));
    assertThat(refusal.code()).isEqualTo("not-a-specialist-of");
    assertThat(refusal.field()).contains("drafter");
  }

  @Test
  void aDayThatHasPassedIsRefused() {
    Dossier dossier = host.openedWithLetter();
    Refusal refusal =
        refusal(
            () ->
                host.as(
                    "truongphong",
                    () ->
                        host.steering()
                            .assign(
                                dossier.id(),
                                "chuyenvien2",
                                "",
                                Urgency.NORMAL,
                                Optional.of(LocalDate.of(2026, 11, 30)))));
    assertThat(refusal.code()).isEqualTo("due-day-past");
    assertThat(refusal.text("detail", Messages.VIETNAMESE)).contains("30/11/2026");
  }

  @Test
  void aDayThatHasPassedStaysUntilSomebodyChangesIt() {
    Dossier dossier = host.openedWithLetter();
    assignUntil(dossier.id(), "chuyenvien", NEXT_WEEK);
    host.clock().advance(Duration.ofDays(20));
    assertThat(assignUntil(dossier.id(), "chuyenvien2", NEXT_WEEK).handling().dueOn())
        .contains(NEXT_WEEK);
    assertThat(refusal(() -> assignUntil(dossier.id(), "chuyenvien", NEXT_WEEK.plusDays(1))).code())
        .isEqualTo("due-day-past");
  }

  private Dossier assignUntil(String id, String drafter, LocalDate day) {
    return host.as(
        "truongphong",
        () -> host.steering().assign(id, drafter, "", Urgency.NORMAL, Optional.of(day)));
  }

  @Test
  void aDirectionThatIsTooLongIsRefused() {
    Dossier dossier = host.openedWithLetter();
    Refusal refusal =
        refusal(
            () ->
                host.as(
                    "truongphong",
                    () ->
                        host.steering()
                            .assign(
                                dossier.id(),
                                "chuyenvien2",
                                "x".repeat(4001),
                                Urgency.NORMAL,
                                Optional.empty())));
    assertThat(refusal.code()).isEqualTo("comment-too-long");
    assertThat(refusal.field()).contains("direction");
  }

  @Test
  void whoDraftedBeforeApprovesNothing() {
    host.directory()
        .put(
            new Person(
                "canhai",
                "Người hai vai",
                "PHÓ CỤC TRƯỞNG",
                Optional.empty(),
                Set.of(
                    new RoleAt(Role.SPECIALIST, "PTTDN"), new RoleAt(Role.AGENCY_LEADER, "CUC"))));
    Dossier dossier = host.openedWithLetter();
    assign("truongphong", dossier.id(), "canhai");
    assign("truongphong", dossier.id(), "chuyenvien2");
    assertThat(host.dossier(dossier.id()).formerDrafters()).containsExactly("chuyenvien", "canhai");
    host.work().to(dossier.id(), Step.LETTER_LEADER_REVIEW);
    assertThat(refusal(() -> host.decide("canhai", dossier.id(), "accepted", "")).code())
        .isEqualTo("own-draft");
    Dossier open = host.dossier(dossier.id());
    assertThat(refusal(() -> host.as("canhai", () -> claim(open, "canhai"))).code())
        .isEqualTo("own-draft");
    assertThat(waiting("canhai")).isEmpty();
    host.decide("cuctruong", dossier.id(), "accepted", "");
  }

  @Test
  void whoGetsItBackIsNoFormerDrafter() {
    Dossier dossier = host.openedWithLetter();
    assign("truongphong", dossier.id(), "chuyenvien2");
    Dossier back = assign("truongphong", dossier.id(), "chuyenvien");
    assertThat(back.drafter()).isEqualTo("chuyenvien");
    assertThat(back.formerDrafters()).containsExactly("chuyenvien2");
  }

  @Test
  void aDossierUnderReviewChangesHandsWithoutItsTaskMoving() {
    Dossier dossier = host.work().at(Step.LETTER_LEADER_REVIEW);
    assign("truongphong", dossier.id(), "chuyenvien2");
    host.decide("cuctruong", dossier.id(), "returned", "Sửa");
    assertThat(waiting("chuyenvien2")).containsExactly(dossier.id());
    assertThat(waiting("chuyenvien")).isEmpty();
  }

  @Test
  void nothingIsGivenAfterTheEnd() {
    Dossier issued = host.work().issued();
    assertThat(refusal(() -> assign("truongphong", issued.id(), "chuyenvien2")).code())
        .isEqualTo("not-in-this-state");
  }

  @Test
  void theHeadOpensADossierForASpecialistAndNobodyElseDoes() {
    NewDossier contents = contents();
    Dossier opened =
        host.as("truongphong", () -> host.dossiers().open(contents, Optional.of("chuyenvien2")));
    assertThat(opened.drafter()).isEqualTo("chuyenvien2");
    assertThat(waiting("chuyenvien2")).containsExactly(opened.id());
    assertThat(
            refusal(
                    () ->
                        host.as(
                            "truongphong", () -> host.dossiers().open(contents, Optional.empty())))
                .code())
        .isEqualTo("not-a-specialist-of");
    assertThat(
            refusal(
                    () ->
                        host.as(
                            "chuyenvien",
                            () -> host.dossiers().open(contents, Optional.of("chuyenvien2"))))
                .code())
        .isEqualTo("only-head-assigns");
    assertThat(
            refusal(() -> host.as("vanthu", () -> host.dossiers().open(contents, Optional.empty())))
                .code())
        .isEqualTo("role-missing");
  }

  private NewDossier contents() {
    return NewDossier.checked(
        "V/v đề xuất", 2027, "PTTDN", List.of("NVDP"), Handling.USUAL, host.organisation());
  }

  private Dossier withdraw(String user, String id) {
    return host.as(user, () -> host.steering().withdraw(id));
  }

  private Dossier assign(String user, String id, String drafter) {
    return host.as(
        user, () -> host.steering().assign(id, drafter, "", Urgency.NORMAL, Optional.empty()));
  }

  private Void claim(Dossier dossier, String user) {
    host.engine().assign(dossier.taskId().orElseThrow(), user);
    return null;
  }

  private List<String> waiting(String user) {
    Person person = host.directory().person(user).orElseThrow();
    return host.read(() -> host.ledger().waitingFor(person, 10)).stream().map(Dossier::id).toList();
  }

  private List<String> actions(String id) {
    return host.read(() -> host.ledger().audit(id)).stream().map(AuditEntry::action).toList();
  }
}
