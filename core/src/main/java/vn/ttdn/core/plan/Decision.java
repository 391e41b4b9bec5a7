package vn.ttdn.core.plan;

import java.time.Instant;
import java.util.Optional;
import vn.ttdn.core.org.Role;

/**
 * One decision of one person at one step: the history of a dossier is the list of them.
 *
 * @param dossierId the dossier
 * @param ordinal 1, 2, 3… within the dossier
 * @param step where it was taken
 * @param outcome what was decided
 * @param person user name of who decided
 * @param personName his name on that day
 * @param role the role he acted in
 * @param unit code of the unit in which he holds the role
 * @param taskId the engine's task
 * @param comment bút phê, comment or, for a return, the reason; empty string if none
 * @param document the document that it was about
 * @param at when
 */
public record Decision(
    String dossierId,
    int ordinal,
    Step step,
    Outcome outcome,
    String person,
    String personName,
    Role role,
    String unit,
    String taskId,
    String comment,
    Optional<DocumentVersion> document,
    Instant at) {

  /**
   * The exact content that somebody decided about.
   *
   * @param documentId the host's id of the document
   * @param version the host's label, e.g. {@code 1.2}
   * @param sha256 64 hexadecimal digits
   */
  public record DocumentVersion(String documentId, String version, String sha256) {}
}
