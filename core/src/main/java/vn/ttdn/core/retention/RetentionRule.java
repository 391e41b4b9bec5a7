package vn.ttdn.core.retention;

import java.time.LocalDate;

/**
 * When a plan's records may and must go to the agency's common archive, counted from the day on
 * which the dossier ended. The procedure says at least, the law says at most: two days, never one.
 *
 * @param notBeforeYears full years that they stay with the department (QT.TTĐN.03, 8: "ít nhất 01
 *     năm trước khi chuyển lưu trữ chung của cơ quan")
 * @param mustByYears years after that of the end within which they are handed over, until its last
 *     day (Luật Lưu trữ 2024, counted from the year in which the work ended; NĐ 30/2020/NĐ-CP, Điều
 *     30)
 * @param confirmedBy who of the agency has confirmed the second; empty string while nobody has
 */
public record RetentionRule(int notBeforeYears, int mustByYears, String confirmedBy) {
  public static final RetentionRule USUAL = new RetentionRule(1, 1, "");

  /** The first day on which records may be handed over. */
  public LocalDate notBefore(LocalDate ended) {
    return ended.plusYears(notBeforeYears);
  }

  /** The last day, inclusive, on which they must be. */
  public LocalDate mustBy(LocalDate ended) {
    return LocalDate.of(ended.getYear() + mustByYears, 12, 31);
  }
}
