package vn.ttdn.core.plan;

import java.util.Set;

/**
 * Names of the local variables with which a task is completed. Underneath a form in Share they are
 * the task properties {@code ttdnwf:outcome} and {@code bpm:comment}.
 */
public final class TaskVariables {
  /** An {@link Outcome#code}. */
  public static final String OUTCOME = "ttdnwf_outcome";

  /** Comment, or the reason of a return. */
  public static final String COMMENT = "bpm_comment";

  /** All that core reads; nothing else that a caller writes has any effect. */
  public static final Set<String> ALL = Set.of(OUTCOME, COMMENT);

  private TaskVariables() {}
}
