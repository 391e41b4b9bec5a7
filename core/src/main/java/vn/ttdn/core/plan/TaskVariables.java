package vn.ttdn.core.plan;

import java.util.Set;

/**
 * Names of the local variables with which a task is completed. Underneath a form in Share they are
 * the task properties {@code ttdnwf:outcome}, {@code bpm:comment} and so on.
 */
public final class TaskVariables {
  /** The code of an outcome. */
  public static final String OUTCOME = "ttdnwf_outcome";

  /** Comment, or the reason of a return. */
  public static final String COMMENT = "bpm_comment";

  /** When issuing: KT, TL, TUQ, TM, NONE; empty means as the signer's office suggests. */
  public static final String AUTHORITY = "ttdnwf_authority";

  /** When issuing: who signed; empty means the leader who approved. */
  public static final String SIGNER_NAME = "ttdnwf_signerName";

  /** When issuing: his office; empty means that of the leader who approved. */
  public static final String SIGNER_POSITION = "ttdnwf_signerPosition";

  /** At 6.2.13: the Ministry's number, alone or as written on the document. */
  public static final String NUMBER = "ttdnwf_number";

  /** At 6.2.13: the document's date, {@code yyyy-MM-dd} or {@code dd/MM/yyyy}. */
  public static final String ISSUED_ON = "ttdnwf_issuedOn";

  /** When issuing: why the signed file reads differently from what was approved. */
  public static final String DIFFERENCE = "ttdnwf_difference";

  /** When issuing: {@code true} if addressees without an address get it on paper. */
  public static final String ON_PAPER = "ttdnwf_onPaper";

  /** All that core reads; nothing else that a caller writes has any effect. */
  public static final Set<String> ALL =
      Set.of(
          OUTCOME,
          COMMENT,
          AUTHORITY,
          SIGNER_NAME,
          SIGNER_POSITION,
          NUMBER,
          ISSUED_ON,
          DIFFERENCE,
          ON_PAPER);

  private TaskVariables() {}
}
