package vn.ttdn.platform;

import static vn.ttdn.core.Refusal.Kind.FORBIDDEN;

import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.alfresco.repo.policy.Behaviour.NotificationFrequency;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.rights.Rights;

/**
 * Keeps dossiers and their drafts to the procedure on the stock ways in: a draft's content changes
 * only when core would let the signed-in person hand one in, our properties never, and nothing is
 * deleted.
 */
public final class DossierGuard {
  private final PolicyComponent policies;
  private final NodeService nodes;
  private final Platform platform;

  public DossierGuard(PolicyComponent policies, NodeService nodes, Platform platform) {
    this.policies = policies;
    this.nodes = nodes;
    this.platform = platform;
  }

  /** Binds the vetoes; called once, when models are loaded. */
  public void bind() {
    for (QName type : new QName[] {TtdnModel.DOSSIER, TtdnModel.DRAFT}) {
      bind("onCreateNode", type);
      bind("beforeDeleteNode", type);
      bind("onUpdateProperties", type);
      bind("beforeSetNodeType", type);
    }
    bind("onContentUpdate", TtdnModel.DRAFT);
  }

  private void bind(String policy, QName type) {
    policies.bindClassBehaviour(
        QName.createQName(NamespaceService.ALFRESCO_URI, policy),
        type,
        new JavaBehaviour(this, policy, NotificationFrequency.EVERY_EVENT));
  }

  /** A dossier without a row in the ledger would be none. */
  public void onCreateNode(ChildAssociationRef made) {
    veto(made.getChildRef());
  }

  public void beforeDeleteNode(NodeRef node) {
    veto(node);
  }

  public void beforeSetNodeType(NodeRef node, QName from, QName to) {
    veto(node);
  }

  /** Our properties are copies of the ledger's facts: whoever writes one would only lie. */
  public void onUpdateProperties(
      NodeRef node, Map<QName, Serializable> before, Map<QName, Serializable> after) {
    for (Map.Entry<QName, Serializable> entry : after.entrySet()) {
      boolean ours = entry.getKey().getNamespaceURI().equals(TtdnModel.CONTENT_URI);
      if (ours && !Objects.equals(before.get(entry.getKey()), entry.getValue())) {
        veto(node);
      }
    }
  }

  public void onContentUpdate(NodeRef node, boolean newContent) {
    if (OwnWrites.has(node)) {
      return;
    }
    String dossierId = (String) nodes.getProperty(node, TtdnModel.DOSSIER_ID);
    Host core = platform.host();
    Optional<Dossier> dossier =
        dossierId == null ? Optional.empty() : core.ledger().lock(dossierId);
    if (dossier.isEmpty()) {
      throw Refusal.of(FORBIDDEN, "dossier-guarded");
    }
    new Rights(core.organisation().get())
        .may(core.currentPerson().get(), Action.PUT_DOCUMENT, dossier.get())
        .orThrow();
  }

  private static void veto(NodeRef node) {
    if (!OwnWrites.has(node)) {
      throw Refusal.of(FORBIDDEN, "dossier-guarded");
    }
  }
}
