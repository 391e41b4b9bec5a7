package vn.ttdn.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.delegation.Delegation;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.retention.Hold;
import vn.ttdn.ledger.testing.TestDatabase;

/** Delegations and what is kept, as the ledger has them. */
abstract class KeepingContract extends LedgerContract {
  KeepingContract(Supplier<TestDatabase> database) {
    super(database);
  }

  @Test
  void aDelegationIsReadBackAsItWasWrittenAndAsItEnded() {
    Delegation delegation = Facts.delegation();
    write(() -> ledger().insert(delegation));
    assertThat(inTransaction(() -> ledger().lockDelegation(delegation.id()))).contains(delegation);
    Delegation ended = delegation.inForce(true).revoked(Facts.NOON.plusSeconds(5));
    write(() -> ledger().update(ended));
    assertThat(inTransaction(() -> ledger().lockDelegation(delegation.id()))).contains(ended);
  }

  @Test
  void delegationsThatAreOverAreListedOnlyWhileTheHostHasToBeToldSo() {
    Delegation delegation = Facts.delegation();
    write(() -> ledger().insert(delegation));
    assertThat(inTransaction(() -> ledger().delegationsSince(delegation.lastDay())))
        .containsExactly(delegation);
    assertThat(inTransaction(() -> ledger().delegationsSince(delegation.lastDay().plusDays(1))))
        .isEmpty();
    Delegation inForce = delegation.inForce(true);
    write(() -> ledger().update(inForce));
    assertThat(inTransaction(() -> ledger().delegationsSince(delegation.lastDay().plusDays(1))))
        .containsExactly(inForce);
  }

  @Test
  void aHoldStandsUntilItIsLifted() {
    Dossier dossier = Facts.dossier();
    Hold hold = Facts.hold(dossier.id());
    write(
        () -> {
          ledger().insert(dossier);
          ledger().insert(hold);
        });
    assertThat(inTransaction(() -> ledger().standingHold(dossier.id()))).contains(hold);
    Hold lifted = hold.lifted("cuctruong", Facts.NOON.plusSeconds(60));
    write(() -> ledger().update(lifted));
    assertThat(inTransaction(() -> ledger().standingHold(dossier.id()))).isEmpty();
    assertThat(inTransaction(() -> ledger().holds(dossier.id()))).containsExactly(lifted);
  }

  @Test
  void aPlanIsAnnouncedOnceAndNotWhileItIsHeld() {
    Dossier dossier = Facts.dossier();
    write(
        () -> {
          ledger().insert(dossier);
          ledger().update(dossier.ended(DossierState.ISSUED, Facts.NOON));
        });
    assertThat(unannounced()).contains(dossier.id());
    Hold hold = Facts.hold(dossier.id());
    write(() -> ledger().insert(hold));
    assertThat(unannounced()).isEmpty();
    write(() -> ledger().update(hold.lifted("vanthu", Facts.NOON)));
    assertThat(unannounced()).contains(dossier.id());
    write(() -> ledger().announced(dossier.id(), Facts.NOON));
    assertThat(unannounced()).isEmpty();
  }

  private Optional<String> unannounced() {
    return inTransaction(
        () ->
            ledger().unannouncedPlans(Facts.NOON.plusSeconds(1), 10).stream()
                .map(Dossier::id)
                .findFirst());
  }
}
