package vn.ttdn.core.delegation;

import vn.ttdn.core.Host;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Dossier;

/** Brings a host up to what a delegation says of today: membership and claimed tasks. */
final class DelegationChange {
  private static final int MAX_TASKS = 10_000;

  private final Host host;

  DelegationChange(Host host) {
    this.host = host;
  }

  /**
   * Begins or ends a delegation if its day has come; safe to repeat.
   *
   * @param delegation locked by the caller's transaction
   */
  Delegation bring(Delegation delegation) {
    boolean due = delegation.holdsOn(host.today());
    if (due == delegation.inForce()) {
      return delegation;
    }
    if (due) {
      host.memberships().give(delegation.role(), delegation.to());
      handOver(delegation, delegation.from(), delegation.to());
    } else {
      handOver(delegation, delegation.to(), delegation.from());
      host.memberships().take(delegation.role(), delegation.to());
    }
    Delegation changed = delegation.inForce(due);
    host.ledger().update(changed);
    return changed;
  }

  /** Tasks that one of the two has claimed go to the other, who decides from now on. */
  private void handOver(Delegation delegation, String from, String to) {
    Person waiting = waiting(delegation);
    for (Dossier dossier : host.ledger().waitingFor(waiting, MAX_TASKS)) {
      if (!dossier.draftedBy(to)) {
        host.workflow().handOver(dossier.taskId().orElseThrow(), from, to);
      }
    }
  }

  /** Somebody who holds that role and no other: what waits for the role waits for him. */
  private static Person waiting(Delegation delegation) {
    return new Person(
        delegation.from(), "", "", java.util.Optional.empty(), java.util.Set.of(delegation.role()));
  }
}
