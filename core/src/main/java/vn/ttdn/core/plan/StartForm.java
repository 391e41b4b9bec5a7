package vn.ttdn.core.plan;

import java.util.List;
import java.util.Optional;
import vn.ttdn.core.files.IncomingFile;

/**
 * What somebody filled in who started the process through a host's own way in instead of the
 * contract. Nothing of it is checked yet.
 *
 * @param subject trích yếu; empty if he left it out
 * @param planYear year that the plan is for, as typed
 * @param unit code of the drafting unit; empty means the one that he drafts for
 * @param addressees nơi nhận, one a line
 * @param letters the files that he chose; the letter must be the only one
 */
public record StartForm(
    Optional<String> subject,
    Optional<String> planYear,
    Optional<String> unit,
    String addressees,
    List<IncomingFile> letters) {

  public StartForm {
    letters = List.copyOf(letters);
  }

  /** The form of a host that has no way in of its own: core refuses it. */
  public static StartForm none() {
    return new StartForm(Optional.empty(), Optional.empty(), Optional.empty(), "", List.of());
  }
}
