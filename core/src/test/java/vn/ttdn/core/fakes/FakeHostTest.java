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
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.plan.TaskVariables;
import vn.ttdn.core.register.RegisterEntry;

class FakeHostTest {
  private final FakeHost host = FakeHost.standing();

  @Test
  void aPlanGoesItsWholeWay() {
    Dossier dossier = host.work().issued();

    assertThat(dossier.state()).isEqualTo(DossierState.ISSUED);
    assertThat(dossier.taskId()).isEmpty();
    assertThat(host.engine().openTasks()).isEmpty();
    assertThat(host.documents().folder(dossier.id())).contains(dossier);
    assertThat(host.read(() -> host.ledger().registerEntries(dossier.id())))
        .extracting(RegisterEntry::symbol)
        .containsExactly("01/TTĐN-PTTĐN", "02/TTĐN-PTTĐN", "01/PTr-TTĐN", "1495/QĐ-BTTTT");
    assertThat(
            AuditChain.firstBreak(
                host.read(() -> host.ledger().audit(dossier.id())),
                dossier.auditLength(),
                dossier.auditHead()))
        .isEmpty();
  }

  @Test
  void aRefusedStepLeavesNothingBehind() {
    Dossier before = host.work().at(Step.LETTER_CLERK_ISSUE);
    host.putSigned("vanthu", before.id());
    Dossier signed = host.dossier(before.id());
    int mails = host.ledger().outbox().size();
    host.documents().guardRecords(false);

    assertThatThrownBy(() -> issue(before.id()))
        .isInstanceOf(Refusal.class)
        .extracting("code")
        .isEqualTo("records-unguarded");
    assertThat(host.dossier(before.id())).isEqualTo(signed);
    assertThat(host.work().answers(before.id())).isEmpty();
    assertThat(host.ledger().outbox()).hasSize(mails);
    assertThat(host.engine().openTasks()).containsExactly(signed.taskId().orElseThrow());

    host.documents().guardRecords(true);
    issue(before.id());
    assertThat(host.read(() -> host.ledger().registerEntries(before.id())))
        .singleElement()
        .satisfies(entry -> assertThat(entry.number()).isEqualTo(1));
  }

  private void issue(String dossierId) {
    host.decide(
        "vanthu",
        dossierId,
        Work.with(Work.variables("issued", ""), TaskVariables.ON_PAPER, "true"));
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
