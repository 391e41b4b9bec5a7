package vn.ttdn.core.fakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.audit.AuditChain;
import vn.ttdn.core.audit.AuditEntry;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;

class FakeHostTest {
  private final FakeHost host = FakeHost.standing();

  @Test
  void aLetterGoesThroughTheRound() {
    Dossier dossier = host.openedWithLetter();
    host.decide("chuyenvien", dossier.id(), "submitted", "");
    host.decide("truongphong", dossier.id(), "returned", "Thiếu thời hạn gửi đề xuất");
    host.decide("chuyenvien", dossier.id(), "submitted", "");
    host.decide("truongphong", dossier.id(), "accepted", "");
    host.decide("cucpho", dossier.id(), "accepted", "Đồng ý");
    Dossier issued = host.decide("vanthu", dossier.id(), "issued", "");

    assertThat(issued.state()).isEqualTo(DossierState.ISSUED);
    assertThat(issued.taskId()).isEmpty();
    assertThat(host.documents().recordCount()).isEqualTo(1);
    assertThat(host.documents().folder(dossier.id())).contains(issued);
    assertThat(host.unitOfWork().read(() -> host.ledger().registerEntryOf(dossier.id())))
        .hasValueSatisfying(
            entry -> {
              assertThat(entry.symbol()).isEqualTo("01/TTĐN-PTTĐN");
              assertThat(entry.signerPosition()).isEqualTo("KT. CỤC TRƯỞNG / PHÓ CỤC TRƯỞNG");
            });
    assertThat(
            AuditChain.firstBreak(
                host.unitOfWork().read(() -> host.ledger().audit(dossier.id())),
                issued.auditLength(),
                issued.auditHead()))
        .isEmpty();
  }

  @Test
  void aRefusedStepLeavesNothingBehind() {
    Dossier dossier = host.openedWithLetter();
    host.decide("chuyenvien", dossier.id(), "submitted", "");
    host.decide("truongphong", dossier.id(), "accepted", "");
    host.decide("cuctruong", dossier.id(), "accepted", "");
    Dossier before = host.dossier(dossier.id());
    int mails = host.ledger().outbox().size();
    host.documents().guardRecords(false);

    assertThatThrownBy(() -> host.decide("vanthu", dossier.id(), "issued", ""))
        .isInstanceOf(Refusal.class)
        .extracting("code")
        .isEqualTo("records-unguarded");
    assertThat(host.dossier(dossier.id())).isEqualTo(before);
    assertThat(host.ledger().outbox()).hasSize(mails);

    host.documents().guardRecords(true);
    host.decide("vanthu", dossier.id(), "issued", "");
    assertThat(host.unitOfWork().read(() -> host.ledger().registerEntryOf(dossier.id())))
        .hasValueSatisfying(entry -> assertThat(entry.number()).isEqualTo(1));
  }

  @Test
  void theAuditTellsWhoDidWhat() {
    Dossier dossier = host.openedWithLetter();
    host.decide("chuyenvien", dossier.id(), "submitted", "");
    assertThat(host.unitOfWork().read(() -> host.ledger().audit(dossier.id())))
        .extracting(AuditEntry::action)
        .containsExactly("dossier.opened", "document.put", "step.submitted");
  }

  @Test
  void theLedgerWantsATransaction() {
    assertThatIllegalStateException().isThrownBy(() -> host.ledger().dossier("any"));
  }

  @Test
  void nobodySignedInIsRefused() {
    assertThatThrownBy(() -> host.currentPerson().get()).extracting("code").isEqualTo("signed-out");
  }
}
