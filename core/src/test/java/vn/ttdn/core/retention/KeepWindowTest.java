package vn.ttdn.core.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a window means on the days around its boundaries. */
class KeepWindowTest {
  @ParameterizedTest
  @CsvSource({
    // Ended within the year: kept for a year, open, due in the last 30 days, overdue.
    "2026-06-10, 2026-06-10, KEPT",
    "2026-06-10, 2027-06-09, KEPT",
    "2026-06-10, 2027-06-10, OPEN",
    "2026-06-10, 2027-12-01, OPEN",
    "2026-06-10, 2027-12-02, DUE",
    "2026-06-10, 2027-12-31, DUE",
    "2026-06-10, 2028-01-01, OVERDUE",
    // Ended on the last day of a year, and on the first of the next.
    "2026-12-31, 2027-12-30, DUE",
    "2026-12-31, 2027-12-31, DUE",
    "2026-12-31, 2028-01-01, OVERDUE",
    "2027-01-01, 2027-12-31, KEPT",
    "2027-01-01, 2028-01-01, OPEN",
    "2027-01-01, 2028-12-02, DUE",
    // Ended on a leap day: the year after has none.
    "2028-02-29, 2029-02-27, KEPT",
    "2028-02-29, 2029-02-28, OPEN",
  })
  void theStateOfADay(LocalDate ended, LocalDate today, KeepWindow.State state) {
    assertThat(window(ended, Optional.empty()).on(today)).isEqualTo(state);
  }

  @Test
  void theTwoDaysAreNeverOne() {
    KeepWindow window = window(LocalDate.of(2028, 2, 29), Optional.empty());
    assertThat(window.notBefore()).isEqualTo(LocalDate.of(2029, 2, 28));
    assertThat(window.mustBy()).isEqualTo(LocalDate.of(2029, 12, 31));
  }

  @Test
  void whatIsHeldIsNotOverdue() {
    Hold hold =
        new Hold("d", 1, "Thanh tra", "vanthu", Instant.EPOCH, Optional.empty(), Optional.empty());
    assertThat(window(LocalDate.of(2026, 6, 10), Optional.of(hold)).on(LocalDate.of(2029, 1, 1)))
        .isEqualTo(KeepWindow.State.HELD);
  }

  private static KeepWindow window(LocalDate ended, Optional<Hold> hold) {
    return new KeepWindow(RetentionRule.USUAL, ended, hold);
  }
}
