package vn.ttdn.platform;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.attributes.AttributeService;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeService;
import vn.ttdn.core.Host;
import vn.ttdn.core.plan.Dossier;

/**
 * The copies of the ledger's facts on dossiers' folders and the permissions of folders and records:
 * written anew once after a version of ours that gave them another shape, and when a group had to
 * be made. A dossier that somebody has moved elsewhere follows with its next step.
 */
final class Copies {
  /**
   * What is counted up when the copies change their shape: 2 has rounds, and readers of records.
   */
  private static final int SHAPE = 2;

  private static final Serializable[] KEY = {"vn.ttdn", "copies"};

  private final Host host;
  private final Folders folders;
  private final NodeService nodes;
  private final RecordNodes records;
  private final AttributeService attributes;

  Copies(
      Host host,
      Folders folders,
      NodeService nodes,
      RecordNodes records,
      AttributeService attributes) {
    this.host = host;
    this.folders = folders;
    this.nodes = nodes;
    this.records = records;
    this.attributes = attributes;
  }

  /** Brings them up to date if they are of an older shape; says how many were. */
  int refresh() {
    return AuthenticationUtil.runAsSystem(
        () -> {
          if (Integer.valueOf(SHAPE).equals(attributes.getAttribute(KEY))) {
            return 0;
          }
          int written = write();
          attributes.setAttribute(SHAPE, KEY);
          return written;
        });
  }

  /** Writes all of them, as system, each dossier in a transaction of its own. */
  int write() {
    int written = 0;
    for (ChildAssociationRef year :
        nodes.getChildAssocs(folders.dossiers(), Set.of(ContentModel.TYPE_FOLDER))) {
      for (ChildAssociationRef folder :
          nodes.getChildAssocs(year.getChildRef(), Set.of(TtdnModel.DOSSIER))) {
        written += host.unitOfWork().write(() -> write(folder.getChildRef().getId()));
      }
    }
    return written;
  }

  private int write(String dossierId) {
    Optional<Dossier> dossier = host.ledger().lock(dossierId);
    dossier.ifPresent(
        d -> {
          host.documents().dossierChanged(d);
          records.readersChanged(d);
        });
    return dossier.isPresent() ? 1 : 0;
  }
}
