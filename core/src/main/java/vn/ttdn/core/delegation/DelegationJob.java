package vn.ttdn.core.delegation;

import java.util.List;
import vn.ttdn.core.Host;

/**
 * The job that begins and ends delegations when their day comes: each in a transaction of its own,
 * looked at again inside it; safe to run twice and on several nodes. What a deputy may does not
 * hang on it: that is asked of the days themselves.
 */
public final class DelegationJob {
  private final Host host;

  public DelegationJob(Host host) {
    this.host = host;
  }

  /** Begins and ends what is due; says how many were. */
  public int run() {
    List<Delegation> all =
        host.unitOfWork().read(() -> host.ledger().delegationsSince(host.today()));
    int changed = 0;
    for (Delegation delegation : all) {
      if (delegation.holdsOn(host.today()) != delegation.inForce()) {
        host.unitOfWork()
            .write(
                () ->
                    host.ledger()
                        .lockDelegation(delegation.id())
                        .map(new DelegationChange(host)::bring));
        changed++;
      }
    }
    return changed;
  }
}
