package vn.ttdn.core.plan;

import java.util.Optional;
import vn.ttdn.core.schema.DocumentKind;

/**
 * A file that somebody may hand in together with his decision, in a host whose task forms can pick
 * one. Elsewhere files are handed in before.
 */
public enum TaskFile {
  LETTER("ttdnwf_letterFile"),
  DECISION("ttdnwf_decisionFile"),
  PLAN("ttdnwf_planFile"),
  SLIP("ttdnwf_slipFile"),
  /** The signed file of what is issued. */
  SIGNED("ttdnwf_signedFile"),
  /** At 6.2.13, beside the Decision's: the signed Plan. */
  SIGNED_PLAN("ttdnwf_signedPlanFile"),
  /** A unit's answer. */
  ANSWER("ttdnwf_answerFile");

  private final String variable;

  TaskFile(String variable) {
    this.variable = variable;
  }

  /** The name of the task's local variable that names the file. */
  public String variable() {
    return variable;
  }

  /** The file of a draft of that kind. */
  public static Optional<TaskFile> ofDraft(DocumentKind kind) {
    return switch (kind) {
      case OFFICIAL_LETTER, COMMENT_LETTER, REMINDER_LETTER -> Optional.of(LETTER);
      case DECISION -> Optional.of(DECISION);
      case PLAN -> Optional.of(PLAN);
      case SUBMISSION_SLIP -> Optional.of(SLIP);
      case UNIT_ANSWER -> Optional.empty();
    };
  }
}
