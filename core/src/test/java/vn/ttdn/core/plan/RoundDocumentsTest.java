package vn.ttdn.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.fakes.Refusals.refusal;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.fakes.FakeFiles;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;
import vn.ttdn.core.text.Messages;

/** Each round asks for its documents (6.2.1, 6.2.5, 6.2.9), and says what is missing. */
class RoundDocumentsTest {
  private final FakeHost host = FakeHost.standing();

  @Test
  void roundOneAsksForTheLetter() {
    Dossier dossier = host.work().opened("NVDP");
    assertThat(missing(dossier.id())).contains("Công văn");
  }

  @Test
  void roundTwoAsksForCommentLetterDecisionAndPlan() {
    Dossier dossier = host.issuedRoundOne();
    assertThat(missing(dossier.id())).contains("Công văn xin ý kiến, Quyết định, Kế hoạch");
    host.put(dossier.id(), DocumentKind.DECISION);
    assertThat(missing(dossier.id())).contains("Công văn xin ý kiến, Kế hoạch");
    host.put(dossier.id(), DocumentKind.COMMENT_LETTER);
    assertThat(missing(dossier.id())).contains(": Kế hoạch.");
    host.put(dossier.id(), DocumentKind.PLAN);
    assertThat(submit(dossier.id()).step()).contains(Step.PLAN_HEAD_REVIEW);
  }

  @Test
  void roundThreeAsksForTheSlipAndKeepsDecisionAndPlanOfRoundTwo() {
    Dossier dossier = host.work().at(Step.FINISH_PLAN);
    assertThat(missing(dossier.id())).contains(": Phiếu trình.");
    host.put(dossier.id(), DocumentKind.SUBMISSION_SLIP);
    assertThat(submit(dossier.id()).step()).contains(Step.SLIP_HEAD_REVIEW);
  }

  @Test
  void nothingIsSubmittedToNobody() {
    Dossier dossier = host.work().opened();
    host.put(dossier.id(), DocumentKind.OFFICIAL_LETTER);
    Refusal refusal = refusal(() -> submit(dossier.id()));
    assertThat(refusal.code()).isEqualTo("addressees-missing");
    assertThat(refusal.field()).contains("addressees");
  }

  @Test
  void aDocumentOfAnotherRoundIsNotTaken() {
    Dossier dossier = host.openedWithLetter();
    for (DocumentKind kind :
        List.of(DocumentKind.PLAN, DocumentKind.SUBMISSION_SLIP, DocumentKind.UNIT_ANSWER)) {
      Refusal refusal = refusal(() -> host.put(dossier.id(), kind));
      assertThat(refusal.code()).isEqualTo("document-not-of-this-step");
    }
    Dossier second = host.issuedRoundOne();
    assertThat(refusal(() -> host.put(second.id(), DocumentKind.OFFICIAL_LETTER)).code())
        .isEqualTo("document-not-of-this-step");
  }

  @Test
  void aDocumentIsTakenFromTheDrafterAloneAndOnlyWhileHeDrafts() {
    Dossier dossier = host.openedWithLetter();
    assertThat(refusal(() -> put("chuyenvien2", dossier.id())).code()).isEqualTo("not-the-drafter");
    submit(dossier.id());
    assertThat(refusal(() -> put("chuyenvien", dossier.id())).code())
        .isEqualTo("not-in-this-state");
  }

  @Test
  void aRedraftIsTheNextVersionAndTheOldOneStays() {
    Dossier dossier = host.openedWithLetter();
    StoredDocument second = host.put(dossier.id(), DocumentKind.OFFICIAL_LETTER);
    assertThat(second.version()).isEqualTo("2.0");
    assertThat(host.documents().versions(dossier.id(), second.id()))
        .extracting(StoredDocument::version)
        .containsExactly("2.0", "1.0");
  }

  private String missing(String id) {
    Refusal refusal = refusal(() -> submit(id));
    assertThat(refusal.code()).isEqualTo("documents-missing");
    assertThat(refusal.field()).contains("documents");
    return refusal.text("detail", Messages.VIETNAMESE);
  }

  private Dossier submit(String id) {
    return host.decide("chuyenvien", id, "submitted", "");
  }

  private StoredDocument put(String user, String id) {
    return host.as(
        user,
        () ->
            host.dossiers()
                .put(id, DocumentSlot.draft(DocumentKind.OFFICIAL_LETTER), FakeFiles.next()));
  }
}
