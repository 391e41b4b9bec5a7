package vn.ttdn.core.retention;

import java.time.Instant;
import java.util.Optional;

/**
 * That a dossier's records are held back from the archive (NĐ 30/2020/NĐ-CP, Điều 31.3d).
 *
 * @param dossierId the plan's dossier
 * @param ordinal 1, 2, 3… within the dossier
 * @param reason why, or the document that says so
 * @param by user name of who placed it
 * @param at when
 * @param liftedBy user name of who lifted it; empty while it stands
 * @param liftedAt when
 */
public record Hold(
    String dossierId,
    int ordinal,
    String reason,
    String by,
    Instant at,
    Optional<String> liftedBy,
    Optional<Instant> liftedAt) {

  public boolean stands() {
    return liftedAt.isEmpty();
  }

  public Hold lifted(String userName, Instant now) {
    return new Hold(dossierId, ordinal, reason, by, at, Optional.of(userName), Optional.of(now));
  }
}
