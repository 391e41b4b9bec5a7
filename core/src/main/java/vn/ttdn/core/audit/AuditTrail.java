package vn.ttdn.core.audit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.rest.Json;

/** Appends to a dossier's audit chain. */
public final class AuditTrail {
  private final Ledger ledger;

  public AuditTrail(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Appends an entry.
   *
   * @param dossier locked by the caller's transaction
   * @return the dossier with the new head, for the caller to write
   */
  public Dossier write(
      Dossier dossier, Instant at, String actor, String action, Map<String, ?> facts) {
    AuditEntry entry =
        AuditChain.next(
            dossier.id(),
            dossier.auditLength(),
            dossier.auditHead(),
            at,
            actor,
            action,
            Json.write(new TreeMap<>(facts)));
    ledger.append(entry);
    return dossier.withAudit(entry.ordinal(), entry.hash());
  }
}
