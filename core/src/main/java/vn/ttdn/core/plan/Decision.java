package vn.ttdn.core.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.schema.DocumentKind;

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
 * @param insteadOf name of the one who had delegated the role to him; empty if it is his own
 * @param taskId the engine's task
 * @param comment bút phê, comment or, for a return, the reason; empty string if none
 * @param documents the documents that it was about, in the order of their kinds
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
    Optional<String> insteadOf,
    String taskId,
    String comment,
    List<DocumentVersion> documents,
    Instant at) {

  public Decision {
    documents = List.copyOf(documents);
  }

  /** What was decided about of that kind; empty if nothing was. */
  public Optional<DocumentVersion> document(DocumentKind kind) {
    return documents.stream().filter(d -> d.kind() == kind).findFirst();
  }

  /**
   * The exact content that somebody decided about.
   *
   * @param kind what it is in the dossier
   * @param documentId the host's id of the document
   * @param version the host's label, e.g. {@code 1.2}
   * @param sha256 64 hexadecimal digits
   */
  public record DocumentVersion(
      DocumentKind kind, String documentId, String version, String sha256) {}
}
