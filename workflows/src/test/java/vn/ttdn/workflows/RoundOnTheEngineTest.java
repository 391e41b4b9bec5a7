package vn.ttdn.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.activiti.engine.task.IdentityLink;
import org.activiti.engine.task.Task;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerOutcome;
import vn.ttdn.core.answers.AnswerState;
import vn.ttdn.core.answers.AnswerStep;
import vn.ttdn.core.fakes.FakeFiles;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.StartForm;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.plan.TaskFile;
import vn.ttdn.core.plan.Urgency;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.schema.DocumentKind;

/** Every path of the file, on the real engine. */
class RoundOnTheEngineTest {
  private final EngineHost host = EngineHost.shared();
  private final FakeHost fake = host.fake();

  /** The table of domain.md §2: step, who, outcome, the step that follows. */
  @ParameterizedTest
  @CsvSource({
    "6.2.1, chuyenvien,  submitted, s6_2_2_departmentHeadReview",
    "6.2.2, truongphong, accepted,  s6_2_3_agencyLeaderReview",
    "6.2.2, truongphong, returned,  s6_2_1_draftLetter",
    "6.2.3, cuctruong,   accepted,  s6_2_4_agencyClerkIssue",
    "6.2.3, cucpho,      accepted,  s6_2_4_agencyClerkIssue",
    "6.2.3, cucpho,      returned,  s6_2_1_draftLetter",
    "6.2.4, vanthu,      returned,  s6_2_1_draftLetter",
    "6.2.6, truongphong, accepted,  s6_2_7_agencyLeaderReview",
    "6.2.6, truongphong, returned,  s6_2_5_draftPlan",
    "6.2.7, cuctruong,   accepted,  s6_2_8_agencyClerkIssue",
    "6.2.7, cuctruong,   returned,  s6_2_5_draftPlan",
    "6.2.8, vanthu,      returned,  s6_2_5_draftPlan",
    "6.2.10, truongphong, accepted, s6_2_11_agencyLeaderReview",
    "6.2.10, truongphong, returned, s6_2_9_finishPlan",
    "6.2.11, cucpho,     accepted,  s6_2_12_agencyClerkDispatch",
    "6.2.11, cuctruong,  returned,  s6_2_9_finishPlan",
    "6.2.12, vanthu,     returned,  s6_2_9_finishPlan",
    "6.2.13, vanthubo,   returned,  s6_2_9_finishPlan"
  })
  void everyOutcomeLeadsWhereTheTableSays(String clause, String who, String outcome, String next) {
    Dossier dossier = host.dossierAt(clause);
    Dossier after = fake.decide(who, dossier.id(), outcome, "Ý kiến");

    Task open = host.openTask(dossier).orElseThrow();
    assertThat(open.getTaskDefinitionKey()).isEqualTo(next);
    assertThat(after.taskId()).contains(open.getId());
    assertThat(after.step().orElseThrow().id()).isEqualTo(next);
  }

  @Test
  void theMinistrysRefusalGoesBackToTheSpecialist() {
    Dossier dossier = host.dossierAt(Step.MINISTRY_LEADER_DECISION);
    assertThat(fake.decide("thutruong", dossier.id(), "returned", "Chưa rõ kinh phí").step())
        .contains(Step.FINISH_PLAN);
    assertThat(host.openTask(dossier).map(Task::getTaskDefinitionKey))
        .contains(Step.FINISH_PLAN.id());
    // The next pass takes a new slip with a new number.
    fake.work().to(dossier.id(), Step.MINISTRY_CLERK_ISSUE);
    assertThat(fake.unitOfWork().read(() -> fake.ledger().registerEntries(dossier.id())))
        .extracting(RegisterEntry::kind)
        .containsExactly(
            DocumentKind.OFFICIAL_LETTER,
            DocumentKind.COMMENT_LETTER,
            DocumentKind.SUBMISSION_SLIP,
            DocumentKind.SUBMISSION_SLIP);
  }

  @Test
  void thirteenStepsEndTheProcessAndTheAnswersThatWereOwed() {
    Dossier dossier = fake.openedWithLetter();
    Dossier issued = dossier;
    while (!issued.state().ended()) {
      issued = fake.work().forward(dossier.id());
    }
    assertThat(issued.state()).isEqualTo(DossierState.ISSUED);
    assertThat(issued.taskId()).isEmpty();
    assertThat(host.runs(dossier)).isFalse();
    assertThat(fake.work().answers(dossier.id()))
        .hasSize(4)
        .allSatisfy(
            answer -> {
              assertThat(answer.state()).isEqualTo(AnswerState.MISSING);
              assertThat(host.runs(answer.processId().orElseThrow())).isFalse();
            });
  }

  @Test
  void anAskedUnitAnswersInItsOwnProcess() {
    Dossier dossier = host.dossierAt(Step.DRAFT_PLAN);
    Answer asked = fake.work().answerOf(dossier.id(), "Phòng Nghiệp vụ - Điều phối");
    Task give = host.openTask(asked.processId().orElseThrow()).orElseThrow();
    assertThat(give.getTaskDefinitionKey()).isEqualTo(AnswerStep.GIVE.id());
    assertThat(host.engine().getTaskService().getIdentityLinksForTask(give.getId()))
        .extracting(IdentityLink::getGroupId)
        .containsExactlyInAnyOrder("GROUP_TTDN_NVDP_DEPARTMENT_HEAD", "GROUP_TTDN_NVDP_SPECIALIST");

    fake.work().give("cvnghiepvu", asked.id());
    Task examine = host.openTask(asked.processId().orElseThrow()).orElseThrow();
    assertThat(examine.getTaskDefinitionKey()).isEqualTo(AnswerStep.EXAMINE.id());
    assertThat(examine.getAssignee()).isEqualTo("chuyenvien");

    fake.work().decide("chuyenvien", asked.id(), AnswerOutcome.RETURNED, "Thiếu kinh phí");
    assertThat(host.openTask(asked.processId().orElseThrow()).map(Task::getTaskDefinitionKey))
        .contains(AnswerStep.GIVE.id());
    fake.clock().advance(Duration.ofSeconds(1));
    fake.work().give("tpnghiepvu", asked.id());
    fake.work().decide("chuyenvien", asked.id(), AnswerOutcome.ACCEPTED, "");
    assertThat(host.runs(asked.processId().orElseThrow())).isFalse();
  }

  @Test
  void noCommentEndsAnAnswerInOneStep() {
    Dossier dossier = host.dossierAt(Step.DRAFT_PLAN);
    Answer asked = fake.work().answerOf(dossier.id(), "Phòng Nghiệp vụ - Điều phối");
    fake.work().decide("tpnghiepvu", asked.id(), AnswerOutcome.NO_COMMENT, "");
    assertThat(host.runs(asked.processId().orElseThrow())).isFalse();
  }

  /** Whoever has a file in his task's form needs no other way in. */
  @Test
  void filesThatWerePickedInATasksFormAreHandedInWithIt() {
    Dossier dossier = fake.work().opened("NVDP");
    host.picks(Map.of(TaskFile.LETTER, FakeFiles.docx("cong-van.docx")));
    host.completePast("chuyenvien", dossier, "submitted", "");
    fake.decide("truongphong", dossier.id(), "accepted", "");
    fake.decide("cuctruong", dossier.id(), "accepted", "");
    host.picks(Map.of(TaskFile.SIGNED, FakeFiles.docx("cong-van-da-ky.docx")));
    host.completePast("vanthu", fake.dossier(dossier.id()), "issued", "");
    Answer asked = fake.work().answers(dossier.id()).get(0);
    host.picks(Map.of(TaskFile.ANSWER, FakeFiles.docx("tra-loi.docx")));
    String task = asked.taskId().orElseThrow();
    host.past(
        "cvnghiepvu",
        () -> {
          host.engine().getTaskService().setVariableLocal(task, "ttdnwf_outcome", "answered");
          host.engine().getTaskService().complete(task);
        });
    host.picks(Map.of());
    assertThat(fake.work().answer(asked.id()).state()).isEqualTo(AnswerState.RECEIVED);
  }

  @Test
  void whoSentItTakesItBackBeforeAnybodyOpenedIt() {
    Dossier dossier = host.dossierAt(Step.LETTER_LEADER_REVIEW);
    fake.as("truongphong", () -> fake.steering().withdraw(dossier.id()));
    assertThat(host.openTask(dossier).map(Task::getTaskDefinitionKey))
        .contains(Step.LETTER_HEAD_REVIEW.id());
    fake.decide("truongphong", dossier.id(), "accepted", "");
    String task = fake.dossier(dossier.id()).taskId().orElseThrow();
    host.past("cucpho", () -> host.engine().getTaskService().claim(task, "cucpho"));
    assertThat(refusal(() -> fake.as("truongphong", () -> fake.steering().withdraw(dossier.id()))))
        .isEqualTo("not-withdrawable");
  }

  @Test
  void anotherSpecialistGetsTheOpenTask() {
    Dossier dossier = fake.openedWithLetter();
    fake.as(
        "truongphong",
        () ->
            fake.steering()
                .assign(
                    dossier.id(),
                    "chuyenvien2",
                    "Làm trước ngày 10",
                    Urgency.URGENT,
                    Optional.empty()));
    assertThat(host.openTask(dossier).map(Task::getAssignee)).contains("chuyenvien2");
  }

  @Test
  void cancellingEndsTheProcessAndItsAnswers() {
    Dossier dossier = host.dossierAt(Step.PLAN_HEAD_REVIEW);
    fake.as("cuctruong", () -> fake.steering().cancel(dossier.id(), "Không ban hành nữa"));
    assertThat(host.runs(dossier)).isFalse();
    assertThat(fake.work().answers(dossier.id()))
        .allSatisfy(a -> assertThat(host.runs(a.processId().orElseThrow())).isFalse());
    assertThat(fake.dossier(dossier.id()).state()).isEqualTo(DossierState.CANCELLED);
  }

  @Test
  void afterAReturnTheApprovalsRepeat() {
    Dossier dossier = host.dossierAt("6.2.4");
    fake.decide("vanthu", dossier.id(), "returned", "Sai thể thức: thiếu Nơi nhận");
    fake.decide("chuyenvien", dossier.id(), "submitted", "");
    fake.decide("truongphong", dossier.id(), "accepted", "");
    fake.decide("cucpho", dossier.id(), "returned", "Bổ sung căn cứ");
    fake.decide("chuyenvien", dossier.id(), "submitted", "");
    fake.decide("truongphong", dossier.id(), "accepted", "");
    fake.decide("cucpho", dossier.id(), "accepted", "");
    fake.work().forward(dossier.id());

    List<Decision> decisions = fake.unitOfWork().read(() -> fake.ledger().decisions(dossier.id()));
    assertThat(decisions)
        .extracting(d -> d.step().clause() + " " + d.outcome().code())
        .containsExactly(
            "6.2.1 submitted",
            "6.2.2 accepted",
            "6.2.3 accepted",
            "6.2.4 returned",
            "6.2.1 submitted",
            "6.2.2 accepted",
            "6.2.3 returned",
            "6.2.1 submitted",
            "6.2.2 accepted",
            "6.2.3 accepted",
            "6.2.4 issued");
    assertThat(decisions).extracting(Decision::ordinal).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void theDraftersTaskIsHisAlone() {
    Task task = host.openTask(fake.openedWithLetter()).orElseThrow();
    assertThat(task.getAssignee()).isEqualTo("chuyenvien");
    assertThat(task.getFormKey()).isEqualTo("ttdnwf:draftLetterTask");
  }

  @ParameterizedTest
  @CsvSource({
    "6.2.2, GROUP_TTDN_PTTDN_DEPARTMENT_HEAD, ttdnwf:reviewTask",
    "6.2.3, GROUP_TTDN_CUC_AGENCY_LEADER,     ttdnwf:reviewTask",
    "6.2.4, GROUP_TTDN_CUC_AGENCY_CLERK,      ttdnwf:issueTask",
    "6.2.13, GROUP_TTDN_BO_MINISTRY_CLERK,    ttdnwf:ministryIssueTask"
  })
  void reviewsAreOfferedToTheRolesGroup(String clause, String group, String form) {
    Task task = host.openTask(host.dossierAt(clause)).orElseThrow();
    assertThat(task.getAssignee()).isNull();
    assertThat(task.getFormKey()).isEqualTo(form);
    assertThat(host.engine().getTaskService().getIdentityLinksForTask(task.getId()))
        .extracting(IdentityLink::getGroupId, IdentityLink::getType)
        .containsExactly(tuple(group, "candidate"));
  }

  @Test
  void whoCompletesPastThePageIsHeardTheSame() {
    Dossier dossier = host.dossierAt("6.2.2");
    String task = dossier.taskId().orElseThrow();
    host.past("truongphong", () -> host.engine().getTaskService().claim(task, "truongphong"));
    host.completePast("truongphong", dossier, "returned", "Thiếu thời hạn");

    assertThat(fake.dossier(dossier.id()).state()).isEqualTo(DossierState.DRAFTING);
    assertThat(fake.unitOfWork().read(() -> fake.ledger().lastDecision(dossier.id())))
        .hasValueSatisfying(d -> assertThat(d.comment()).isEqualTo("Thiếu thời hạn"));
  }

  @Test
  void aStepWithOneWayOnNeedsNoOutcome() {
    Dossier dossier = fake.openedWithLetter();
    host.past(
        "chuyenvien",
        () -> host.engine().getTaskService().complete(dossier.taskId().orElseThrow()));
    assertThat(fake.dossier(dossier.id()).state()).isEqualTo(DossierState.DEPARTMENT_HEAD_REVIEW);
  }

  @Test
  void whoStartsInTheEngineGetsADossierThatGoesTheSameWay() {
    Dossier adopted =
        host.startPast("chuyenvien", form("V/v đề xuất nội dung", FakeFiles.docx("cong-van.docx")));
    assertThat(host.openTask(adopted).map(Task::getAssignee)).contains("chuyenvien");

    fake.decide("chuyenvien", adopted.id(), "submitted", "");
    fake.decide("truongphong", adopted.id(), "accepted", "");
    fake.decide("cucpho", adopted.id(), "accepted", "");
    assertThat(fake.work().forward(adopted.id()).step()).contains(Step.DRAFT_PLAN);
  }

  @Test
  void whoMayNotStartLeavesNoProcessBehind() {
    long before = host.engine().getRuntimeService().createProcessInstanceQuery().count();
    StartForm right = form("V/v đề xuất nội dung", FakeFiles.docx("cong-van.docx"));
    assertThat(refusal(() -> host.startPast("truongphong", right))).isEqualTo("not-a-specialist");
    assertThat(refusal(() -> host.startPast("chuyenvien", form("V/v đề xuất nội dung"))))
        .isEqualTo("start-needs-one-letter");
    // The dossier is written by then; it goes with the process.
    assertThat(
            refusal(
                () ->
                    host.startPast(
                        "chuyenvien", form("V/v đề xuất nội dung", FakeFiles.docx("van-ban.exe")))))
        .isEqualTo("file-type-unknown");
    assertThat(host.engine().getRuntimeService().createProcessInstanceQuery().count())
        .isEqualTo(before);
  }

  private static String refusal(ThrowingCallable call) {
    return Refusal.in(catchThrowable(call)).orElseThrow().code();
  }

  private static StartForm form(String subject, IncomingFile... letters) {
    return new StartForm(
        Optional.of(subject),
        Optional.of("2027"),
        Optional.empty(),
        "NVDP\nVăn phòng Bộ",
        List.of(letters));
  }
}
