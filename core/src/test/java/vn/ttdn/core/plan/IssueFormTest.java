package vn.ttdn.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.fakes.Refusals.refusal;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ttdn.core.Refusal;

/** A day as people and forms write it. */
class IssueFormTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-09-05",
        "05/09/2026",
        "2026-09-05T00:00:00.000+07:00",
        "05/09/2026 00:00",
      })
  void aDayIsReadInEitherWriting(String text) {
    assertThat(IssueForm.day(text, "issuedOn")).isEqualTo(LocalDate.of(2026, 9, 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5/9/2026",
        "31/02/2026",
        "2026-02-31",
        "2026-09-05x",
        "05/09/2026x",
        "05-09-2026",
        "2026/09/05",
        "00/00/0000",
        "hôm nay",
      })
  void whatIsNoDayIsRefused(String text) {
    Refusal refusal = refusal(() -> IssueForm.day(text, "issuedOn"));
    assertThat(refusal.code()).isEqualTo("day-invalid");
    assertThat(refusal.field()).contains("issuedOn");
  }
}
