package vn.ttdn.core.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Links audit entries by hash, so that a changed, removed or inserted entry shows. */
public final class AuditChain {
  /** What the first entry of a chain names as the one before. */
  public static final String START = "0".repeat(64);

  private AuditChain() {}

  /** The entry that follows a chain of {@code length} entries ending in {@code head}. */
  public static AuditEntry next(
      String dossierId,
      int length,
      String head,
      Instant at,
      String actor,
      String action,
      String detail) {
    Instant whole = at.truncatedTo(ChronoUnit.MILLIS);
    int ordinal = length + 1;
    return new AuditEntry(
        dossierId,
        ordinal,
        whole,
        actor,
        action,
        detail,
        head,
        hash(dossierId, ordinal, whole, actor, action, detail, head));
  }

  /**
   * Checks a whole chain.
   *
   * @param entries in the order of their ordinals
   * @param length what the dossier says the chain's length is
   * @param head what the dossier says the last hash is
   * @return the ordinal of the first entry that does not hold; empty if all do
   */
  public static Optional<Integer> firstBreak(List<AuditEntry> entries, int length, String head) {
    String previous = START;
    int expected = 1;
    for (AuditEntry e : entries) {
      String hash =
          hash(e.dossierId(), e.ordinal(), e.at(), e.actor(), e.action(), e.detail(), previous);
      if (e.ordinal() != expected || !e.previous().equals(previous) || !e.hash().equals(hash)) {
        return Optional.of(expected);
      }
      previous = hash;
      expected++;
    }
    return expected - 1 == length && previous.equals(head)
        ? Optional.empty()
        : Optional.of(expected);
  }

  private static String hash(
      String dossierId,
      int ordinal,
      Instant at,
      String actor,
      String action,
      String detail,
      String previous) {
    StringBuilder text = new StringBuilder();
    for (String part :
        List.of(
            previous,
            dossierId,
            Integer.toString(ordinal),
            Long.toString(at.toEpochMilli()),
            actor,
            action,
            detail)) {
      // Each part carries its length, so that no two different entries read alike.
      text.append(part.length()).append(':').append(part);
    }
    return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
