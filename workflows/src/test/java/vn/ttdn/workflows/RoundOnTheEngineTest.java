package vn.ttdn.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.activiti.engine.task.IdentityLink;
import org.activiti.engine.task.Task;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.StartForm;

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
    "6.2.4, vanthu,      returned,  s6_2_1_draftLetter"
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
  void issuingEndsTheProcess() {
    Dossier dossier = host.dossierAt("6.2.4");
    Dossier issued = fake.decide("vanthu", dossier.id(), "issued", "");

    assertThat(issued.state()).isEqualTo(DossierState.ISSUED);
    assertThat(issued.taskId()).isEmpty();
    assertThat(host.runs(dossier)).isFalse();
    assertThat(fake.unitOfWork().read(() -> fake.ledger().registerEntryOf(dossier.id())))
        .isPresent();
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
    fake.decide("vanthu", dossier.id(), "issued", "");

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
    "6.2.4, GROUP_TTDN_CUC_AGENCY_CLERK,      ttdnwf:issueTask"
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
        host.startPast(
            "chuyenvien", form("V/v đề xuất nội dung", FakeHost.letter("cong-van.docx")));
    assertThat(host.openTask(adopted).map(Task::getAssignee)).contains("chuyenvien");

    fake.decide("chuyenvien", adopted.id(), "submitted", "");
    fake.decide("truongphong", adopted.id(), "accepted", "");
    fake.decide("cucpho", adopted.id(), "accepted", "");
    assertThat(fake.decide("vanthu", adopted.id(), "issued", "").state())
        .isEqualTo(DossierState.ISSUED);
    assertThat(host.runs(adopted)).isFalse();
  }

  @Test
  void whoMayNotStartLeavesNoProcessBehind() {
    long before = host.engine().getRuntimeService().createProcessInstanceQuery().count();
    StartForm right = form("V/v đề xuất nội dung", FakeHost.letter("cong-van.docx"));
    assertThat(refusal(() -> host.startPast("truongphong", right))).isEqualTo("not-a-specialist");
    assertThat(refusal(() -> host.startPast("chuyenvien", form("V/v đề xuất nội dung"))))
        .isEqualTo("start-needs-one-letter");
    // The dossier is written by then; it goes with the process.
    assertThat(
            refusal(
                () ->
                    host.startPast(
                        "chuyenvien",
                        form("V/v đề xuất nội dung", FakeHost.letter("van-ban.exe")))))
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
