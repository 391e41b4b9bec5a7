package vn.ttdn.core.port;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ttdn.core.delegation.Delegation;

/** The part of the ledger that knows who acts for whom. Runs in the host's transaction. */
public interface DelegationBook {
  void insert(Delegation delegation);

  /** Reads and locks until the transaction ends. */
  Optional<Delegation> lockDelegation(String id);

  /** Writes the end of a locked delegation, and whether it is in force. */
  void update(Delegation delegation);

  /** All delegations that end on a day or later, or are still in force, by their first day. */
  List<Delegation> delegationsSince(LocalDate day);
}
