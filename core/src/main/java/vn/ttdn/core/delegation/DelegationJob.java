package vn.ttdn.core.delegation;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import vn.ttdn.core.Host;

/**
 * The job that begins and ends delegations when their day comes: each in a transaction of its own,
 * looked at again inside it; safe to run twice and on several nodes. What a deputy may does not
 * hang on it: that is asked of the days themselves.
 */
public final class DelegationJob {
  private static final Logger LOG = System.getLogger(DelegationJob.class.getName());

  private final Host host;
  private final DelegationChange change;

  public DelegationJob(Host host) {
    this.host = host;
    this.change = new DelegationChange(host);
  }

  /**
   * Begins and ends what is due; says how many were. One that fails is logged and tried again by
   * the next run; it holds up neither the others nor what a host does after this.
   */
  public int run() {
    List<Delegation> all =
        host.unitOfWork().read(() -> host.ledger().delegationsSince(host.today()));
    int changed = 0;
    for (Delegation delegation : all) {
      try {
        if (host.unitOfWork().read(() -> change.isDue(delegation))) {
          host.unitOfWork()
              .write(() -> host.ledger().lockDelegation(delegation.id()).map(change::bring));
          changed++;
        }
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "delegation " + delegation.id() + " was not brought up to today", e);
      }
    }
    return changed;
  }
}
