package vn.ttdn.core.audit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * The heads of all chains that changed in a day under one hash, chained from day to day: whoever
 * rewrites a whole chain has to rewrite every anchor since.
 *
 * @param day Asia/Ho_Chi_Minh
 * @param chains how many chains changed
 * @param previous hash of the anchor before, 64 zeros for the first
 * @param hash of this anchor
 */
public record DailyAnchor(LocalDate day, int chains, String previous, String hash) {

  /**
   * The state of one chain.
   *
   * @param length entries
   * @param head last hash
   */
  public record Head(String dossierId, int length, String head) {}

  /** Anchors a day's heads after {@code previous}. */
  public static DailyAnchor of(LocalDate day, List<Head> heads, String previous) {
    StringBuilder text = new StringBuilder(previous).append('|').append(day);
    for (Head head : heads) {
      text.append('|').append(head.dossierId()).append(':').append(head.length());
      text.append(':').append(head.head());
    }
    return new DailyAnchor(
        day, heads.size(), previous, Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
