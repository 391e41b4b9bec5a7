package vn.ttdn.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.fakes.Refusals.refusal;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerOutcome;
import vn.ttdn.core.audit.AuditChain;
import vn.ttdn.core.audit.AuditEntry;
import vn.ttdn.core.fakes.FakeFiles;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.fakes.Work;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;
import vn.ttdn.core.text.Messages;

/** The thirteen steps of QT.TTĐN.03, forward and back. */
class RoundsTest {
  private final FakeHost host = FakeHost.standing();

  /** A late answer does not make undone that the Specialist went on without it. */
  @Test
  void whoWasMissingWhenTheSpecialistWentOnStaysWritten() {
    Dossier plan = host.issuedRoundOne();
    List<Answer> asked = host.work().answers(plan.id());
    host.work().give("cvnghiepvu", asked.get(0).id());
    host.work().decide("chuyenvien", asked.get(0).id(), AnswerOutcome.ACCEPTED, "");
    host.work().to(plan.id(), Step.PLAN_HEAD_REVIEW);
    assertThat(submitted(plan.id()))
        .last()
        .asString()
        .contains("\"withoutAnswer\":[\"Văn phòng Bộ\"]");
    assertThat(submitted(plan.id())).first().asString().doesNotContain("withoutAnswer");
    host.work().decide("vanthu", asked.get(1).id(), AnswerOutcome.NO_COMMENT, "Điện thoại");
    host.work().back(plan.id(), "Sửa");
    host.work().to(plan.id(), Step.PLAN_HEAD_REVIEW);
    assertThat(submitted(plan.id())).hasSize(3).last().asString().doesNotContain("withoutAnswer");
    assertThat(submitted(plan.id()).get(1)).contains("withoutAnswer");
  }

  private List<String> submitted(String id) {
    return host.read(() -> host.ledger().audit(id)).stream()
        .filter(entry -> entry.action().equals("step.submitted"))
        .map(AuditEntry::detail)
        .toList();
  }

  @Test
  void thePlanTakesItsStepsInOrder() {
    Dossier issued = host.work().issued();
    assertThat(decisions(issued.id()))
        .extracting(d -> d.step().clause() + " " + d.outcome().code())
        .containsExactly(
            "6.2.1 submitted",
            "6.2.2 accepted",
            "6.2.3 accepted",
            "6.2.4 issued",
            "6.2.5 submitted",
            "6.2.6 accepted",
            "6.2.7 accepted",
            "6.2.8 issued",
            "6.2.9 submitted",
            "6.2.10 accepted",
            "6.2.11 accepted",
            "6.2.12 issued",
            "6.2.12 accepted",
            "6.2.13 issued");
    assertThat(decisions(issued.id())).extracting(Decision::ordinal).doesNotHaveDuplicates();
    assertThat(issued.state()).isEqualTo(DossierState.ISSUED);
    assertThat(issued.round()).isEqualTo(3);
    assertThat(issued.stepDueOn()).isEmpty();
    assertThat(host.engine().isRunning(issued.processId().orElseThrow())).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      mode = Mode.MATCH_NONE,
      names = {"DRAFT_LETTER|DRAFT_PLAN|FINISH_PLAN|OWN_LETTER_.*"})
  void everyReturnComesBackToTheDrafterOfItsRoundAndTheWayIsGoneAgain(Step step) {
    Dossier there = host.work().at(step);
    int round = there.round();
    Dossier back = host.work().back(there.id(), "Chưa nêu rõ thời hạn");

    assertThat(back.step().orElseThrow().drafts()).isTrue();
    assertThat(back.round()).isEqualTo(round);
    Decision returned = last(back.id());
    assertThat(returned.comment()).isEqualTo("Chưa nêu rõ thời hạn");
    assertThat(returned.documents()).isNotEmpty();
    assertThat(decision(back.id(), returned.ordinal() - 1).documents())
        .as("the reason stays with the version that it was about")
        .isEqualTo(returned.documents());

    assertThat(host.work().to(back.id(), step).step()).contains(step);
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"LETTER_HEAD_REVIEW", "PLAN_LEADER_REVIEW", "SLIP_CLERK_DISPATCH"})
  void aReturnNeedsAReason(Step step) {
    Dossier there = host.work().at(step);
    String user = host.work().whoDecides(there.id());
    Refusal refusal = refusal(() -> host.decide(user, there.id(), "returned", " \u00a0"));
    assertThat(refusal.code()).isEqualTo("reason-missing");
    assertThat(refusal.field()).contains("comment");
    assertThat(host.dossier(there.id())).isEqualTo(there);
  }

  @Test
  void theMinistrysRefusalLeadsTo629AndTheSlipGetsANewNumber() {
    Dossier sent = host.work().at(Step.MINISTRY_LEADER_DECISION);
    Dossier refused = host.work().back(sent.id(), "Bổ sung kinh phí");
    assertThat(refused.step()).contains(Step.FINISH_PLAN);
    assertThat(last(refused.id()).role()).hasToString("MINISTRY_LEADER");
    assertThat(last(refused.id()).comment()).isEqualTo("Bổ sung kinh phí");

    host.work().to(refused.id(), Step.MINISTRY_LEADER_DECISION);
    host.passRound(refused.id());
    assertThat(entries(refused.id(), DocumentKind.SUBMISSION_SLIP))
        .extracting(RegisterEntry::symbol)
        .containsExactly("01/PTr-TTĐN", "02/PTr-TTĐN");
    assertThat(entries(refused.id(), DocumentKind.DECISION)).hasSize(1);
  }

  @Test
  void theSlipThatHasItsNumberIsNotSubmittedAgain() {
    Dossier sent = host.work().at(Step.MINISTRY_LEADER_DECISION);
    host.work().back(sent.id(), "Bổ sung kinh phí");
    host.put(sent.id(), DocumentKind.PLAN);
    Refusal refusal = refusal(() -> host.decide("chuyenvien", sent.id(), "submitted", ""));
    assertThat(refusal.code()).isEqualTo("document-issued-already");
    assertThat(refusal.text("detail", Messages.ENGLISH)).contains("Submission slip");

    host.put(sent.id(), DocumentKind.SUBMISSION_SLIP);
    host.decide("chuyenvien", sent.id(), "submitted", "");
    assertThat(host.dossier(sent.id()).step()).contains(Step.SLIP_HEAD_REVIEW);
  }

  @Test
  void theSlipThatHasItsNumberIsNotSubmittedAgainUnderAnotherVersionEither() {
    Dossier sent = host.work().at(Step.MINISTRY_LEADER_DECISION);
    StoredDocument slip = draft(sent.id(), DocumentKind.SUBMISSION_SLIP);
    host.work().back(sent.id(), "Bổ sung kinh phí");
    host.as(
        "chuyenvien",
        () ->
            host.dossiers()
                .put(
                    sent.id(),
                    DocumentSlot.draft(DocumentKind.SUBMISSION_SLIP),
                    FakeFiles.docx(slip.name())));
    assertThat(draft(sent.id(), DocumentKind.SUBMISSION_SLIP).sha256()).isEqualTo(slip.sha256());

    Refusal refusal = refusal(() -> host.decide("chuyenvien", sent.id(), "submitted", ""));
    assertThat(refusal.code()).isEqualTo("document-issued-already");
  }

  @Test
  void anUnknownOutcomeIsRefusedAndTheChoicesAreNamed() {
    Dossier dossier = host.work().at(Step.LETTER_HEAD_REVIEW);
    for (String outcome : List.of("issued", "cancelled", "ACCEPTED", "")) {
      Refusal refusal = refusal(() -> host.decide("truongphong", dossier.id(), outcome, "x"));
      assertThat(refusal.code()).as(outcome).isEqualTo("outcome-unknown");
      assertThat(
              refusal.text("detail", Messages.ENGLISH) + refusal.text("remedy", Messages.ENGLISH))
          .contains("accepted", "returned");
    }
  }

  @Test
  void aStepWithOneWayOnNeedsNoChoice() {
    Dossier dossier = host.openedWithLetter();
    assertThat(host.decide("chuyenvien", dossier.id(), "", "").step())
        .contains(Step.LETTER_HEAD_REVIEW);
  }

  @Test
  void whoComesSecondIsToldWhoWasFaster() {
    Dossier dossier = host.work().at(Step.LETTER_LEADER_REVIEW);
    String task = dossier.taskId().orElseThrow();
    host.decide("cucpho", dossier.id(), "accepted", "");
    Refusal refusal =
        refusal(
            () ->
                host.as(
                    "cuctruong",
                    () -> host.dossiers().decide(task, Work.variables("accepted", ""))));
    assertThat(refusal.code()).isEqualTo("task-decided-already");
    assertThat(refusal.text("detail", Messages.VIETNAMESE)).contains("Phạm Quốc Anh");
    Refusal toAStranger =
        refusal(
            () ->
                host.as(
                    "cvbaochi",
                    () -> host.dossiers().decide(task, Work.variables("accepted", ""))));
    assertThat(toAStranger.code()).isEqualTo("task-unknown");
  }

  @Test
  void theOpenStepsDayIsKeptInTheFolderToo() {
    Dossier dossier = host.work().at(Step.PLAN_HEAD_REVIEW);
    assertThat(dossier.stepDueOn()).contains(LocalDate.of(2026, 12, 3));
    assertThat(host.documents().folder(dossier.id())).contains(dossier);
    Dossier opened = host.work().opened("NVDP");
    assertThat(host.documents().folder(opened.id())).contains(opened);
  }

  @Test
  void theAuditHoldsEveryDecision() {
    Dossier issued = host.work().issued();
    var audit = host.read(() -> host.ledger().audit(issued.id()));
    assertThat(AuditChain.firstBreak(audit, issued.auditLength(), issued.auditHead())).isEmpty();
    assertThat(audit)
        .filteredOn(e -> e.action().startsWith("step."))
        .hasSize(decisions(issued.id()).size());
    assertThat(audit).filteredOn(e -> e.action().equals("document.issued")).hasSize(4);
  }

  private List<Decision> decisions(String id) {
    return host.read(() -> host.ledger().decisions(id));
  }

  private Decision decision(String id, int ordinal) {
    return decisions(id).get(ordinal - 1);
  }

  private Decision last(String id) {
    return host.read(() -> host.ledger().lastDecision(id)).orElseThrow();
  }

  private List<RegisterEntry> entries(String id, DocumentKind kind) {
    return host.read(() -> host.ledger().registerEntries(id)).stream()
        .filter(e -> e.kind() == kind)
        .toList();
  }

  private StoredDocument draft(String id, DocumentKind kind) {
    return host.documents().documents(id).stream()
        .filter(d -> d.slot().equals(DocumentSlot.draft(kind)))
        .findFirst()
        .orElseThrow();
  }
}
