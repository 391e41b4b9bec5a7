package vn.ttdn.core.audit;

import java.time.Instant;

/**
 * One link of a dossier's audit chain.
 *
 * @param dossierId the chain
 * @param ordinal 1, 2, 3… without a gap
 * @param at when, whole milliseconds (what every database keeps alike)
 * @param actor user name
 * @param action what was done, e.g. {@code step.returned}
 * @param detail the facts as JSON text; hashed as it stands
 * @param previous hash of the entry before, 64 zeros for the first
 * @param hash of this entry
 */
public record AuditEntry(
    String dossierId,
    int ordinal,
    Instant at,
    String actor,
    String action,
    String detail,
    String previous,
    String hash) {}
