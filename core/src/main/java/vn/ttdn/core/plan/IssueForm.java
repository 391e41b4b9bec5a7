package vn.ttdn.core.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.text.Dates;

/**
 * What the clerk fills in when he issues. Empty means: as the system would have it.
 *
 * @param authority in whose stead it was signed
 * @param signerName who signed
 * @param signerPosition his office
 * @param number the number, where it is given elsewhere
 * @param issuedOn the document's date, where it is given elsewhere
 * @param difference why the signed file reads differently from what was approved
 * @param onPaper whether addressees without an address get it on paper
 */
public record IssueForm(
    Optional<SigningAuthority> authority,
    Optional<String> signerName,
    Optional<String> signerPosition,
    Optional<String> number,
    Optional<LocalDate> issuedOn,
    Optional<String> difference,
    boolean onPaper) {
  private static final int MAX_TEXT = 200;
  private static final Pattern DAY =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}|\\d{2}/\\d{2}/\\d{4})([T ].*)?");

  /**
   * Reads the form.
   *
   * @throws Refusal naming the field that is not as it should be
   */
  static IssueForm of(Completion completion) {
    return new IssueForm(
        text(completion, TaskVariables.AUTHORITY, "authority").map(IssueForm::authority),
        text(completion, TaskVariables.SIGNER_NAME, "signerName"),
        text(completion, TaskVariables.SIGNER_POSITION, "signerPosition"),
        text(completion, TaskVariables.NUMBER, "number"),
        text(completion, TaskVariables.ISSUED_ON, "issuedOn").map(d -> day(d, "issuedOn")),
        difference(completion.text(TaskVariables.DIFFERENCE)),
        completion.text(TaskVariables.ON_PAPER).equals("true"));
  }

  private static Optional<String> text(Completion completion, String variable, String field) {
    String text = completion.text(variable);
    if (text.length() > MAX_TEXT || text.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.ofField(field, "line-invalid", MAX_TEXT);
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static Optional<String> difference(String reason) {
    if (reason.length() > PlanFlow.MAX_COMMENT) {
      throw Refusal.ofField("difference", "comment-too-long", PlanFlow.MAX_COMMENT);
    }
    return reason.isEmpty() ? Optional.empty() : Optional.of(reason);
  }

  private static SigningAuthority authority(String name) {
    return SigningAuthority.ofName(name)
        .orElseThrow(() -> Refusal.ofField("authority", "authority-unknown", name));
  }

  /**
   * A day as a form or a person writes it: {@code 2026-09-05}, {@code 05/09/2026}, or either with
   * what Share appends for the time of day.
   */
  public static LocalDate day(String text, String field) {
    Matcher day = DAY.matcher(text);
    if (!day.matches()) {
      throw Refusal.ofField(field, "day-invalid", text);
    }
    try {
      return text.charAt(2) == '/'
          ? LocalDate.parse(day.group(1), Dates.DAY)
          : LocalDate.parse(day.group(1));
    } catch (DateTimeException e) {
      throw Refusal.ofField(field, "day-invalid", text);
    }
  }
}
