package vn.ttdn.core.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.ttdn.core.org.RoleAt;

/**
 * That somebody acts in another's role for a time. Never changed but for its end, never deleted:
 * what the deputy decided has to be explained years later.
 *
 * @param id ours, a UUID
 * @param from user name of the one whose role it is
 * @param to user name of the deputy
 * @param role the role, in its unit
 * @param firstDay the first day, Asia/Ho_Chi_Minh
 * @param lastDay the last day, inclusive
 * @param reason why, or the document that says so
 * @param createdAt when it was written down, by {@code from} himself
 * @param revokedAt when it was ended before its last day; empty if it was not
 * @param inForce whether the host has been told of its beginning and not yet of its end
 */
public record Delegation(
    String id,
    String from,
    String to,
    RoleAt role,
    LocalDate firstDay,
    LocalDate lastDay,
    String reason,
    Instant createdAt,
    Optional<Instant> revokedAt,
    boolean inForce) {

  /** Whether the deputy holds the role on a day. */
  public boolean holdsOn(LocalDate day) {
    return revokedAt.isEmpty() && !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }

  /** Whether it has a day in common with a period. */
  public boolean overlaps(LocalDate first, LocalDate last) {
    return revokedAt.isEmpty() && !last.isBefore(firstDay) && !first.isAfter(lastDay);
  }

  public Delegation revoked(Instant at) {
    return new Delegation(
        id, from, to, role, firstDay, lastDay, reason, createdAt, Optional.of(at), inForce);
  }

  public Delegation inForce(boolean now) {
    return new Delegation(id, from, to, role, firstDay, lastDay, reason, createdAt, revokedAt, now);
  }
}
