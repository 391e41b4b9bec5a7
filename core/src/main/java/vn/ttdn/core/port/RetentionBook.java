package vn.ttdn.core.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.port.Ledger.Page;
import vn.ttdn.core.retention.Hold;

/** The part of the ledger that knows what is kept. Runs in the host's transaction. */
public interface RetentionBook {
  /** A page of the plans that have ended and that a person may read, the longest ended first. */
  Page<Dossier> endedPlans(Person reader, int offset, int limit);

  /** The plans that ended before an instant, are not held back, and nobody was told of. */
  List<Dossier> unannouncedPlans(Instant endedBefore, int atMost);

  /** Remembers that somebody was told of a plan's handover. */
  void announced(String dossierId, Instant at);

  void insert(Hold hold);

  /** Writes the end of a hold. */
  void update(Hold hold);

  /** A dossier's holds in the order in which they were placed. */
  List<Hold> holds(String dossierId);

  /** The hold that stands; empty if none does. */
  default Optional<Hold> standingHold(String dossierId) {
    return holds(dossierId).stream().filter(Hold::stands).findFirst();
  }
}
