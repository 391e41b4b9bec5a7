package vn.ttdn.platform;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Dossiers;
import vn.ttdn.core.plan.RoundDocuments;
import vn.ttdn.core.schema.DocumentKind;

/** Of which dossier a node is, and whether that has what its round needs. */
final class Completeness {
  private final Host host;
  private final Dossiers dossiers;
  private final NodeService nodes;

  Completeness(Host host, Dossiers dossiers, NodeService nodes) {
    this.host = host;
    this.dossiers = dossiers;
    this.nodes = nodes;
  }

  /** The dossier of a dossier's folder, a draft or a record; empty for any other node. */
  Optional<Dossier> dossier(NodeRef node) {
    Serializable id =
        AuthenticationUtil.runAsSystem(
            () -> nodes.exists(node) ? nodes.getProperty(node, TtdnModel.DOSSIER_ID) : null);
    return Optional.ofNullable(id).flatMap(i -> host.ledger().dossier(i.toString()));
  }

  /** The kinds that a dossier's round still lacks; none if it has ended. */
  List<DocumentKind> missing(Dossier dossier) {
    if (dossier.state().ended()) {
      return List.of();
    }
    List<DocumentKind> missing = new ArrayList<>(RoundDocuments.needed(dossier));
    host.documents().documents(dossier.id()).stream()
        .filter(d -> d.slot().isDraft())
        .map(d -> d.slot().kind())
        .forEach(missing::remove);
    return missing;
  }

  /**
   * Writes the finding on the folder of a node's dossier.
   *
   * @throws Refusal {@code not-of-a-dossier}, or {@code dossier-unknown} to who may not read it
   */
  void write(NodeRef node) {
    Dossier dossier =
        dossier(node)
            .map(d -> dossiers.readable(d.id()))
            .orElseThrow(() -> Refusal.of(Refusal.Kind.INVALID, "not-of-a-dossier"));
    Map<QName, Serializable> finding = new HashMap<>();
    finding.put(
        TtdnModel.MISSING, new ArrayList<>(missing(dossier).stream().map(Enum::name).toList()));
    finding.put(TtdnModel.CHECKED_AT, Date.from(host.now()));
    NodeRef folder = NodeFiles.node(dossier.id());
    OwnWrites.mark(folder);
    AuthenticationUtil.runAsSystem(
        () -> {
          nodes.addAspect(folder, TtdnModel.CHECKED, finding);
          return folder;
        });
  }
}
