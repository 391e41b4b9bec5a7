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
import vn.ttdn.core.plan.RoundDocuments;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;

/**
 * Keeps dossiers and their drafts to the procedure on the stock ways in: a draft's content changes
 * only when core would let the signed-in person hand it in, our properties never, nothing is
 * deleted, and a draft stays in its dossier's folder. A dossier's folder may be moved: it is found
 * by its id.
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
      bind("onSetNodeType", type);
    }
    bind("onContentUpdate", TtdnModel.DRAFT);
    bind("beforeMoveNode", TtdnModel.DRAFT);
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

  public void beforeMoveNode(ChildAssociationRef from, NodeRef to) {
    veto(from.getChildRef());
  }

  /** Nothing of ours becomes something else. */
  public void beforeSetNodeType(NodeRef node, QName from, QName to) {
    veto(node);
  }

  /** Nor does something else become ours: "Change Type" in Share makes a half-empty node. */
  public void onSetNodeType(NodeRef node, QName from, QName to) {
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

  /** A draft of the round may be written by its drafter; signed files and answers by core only. */
  public void onContentUpdate(NodeRef node, boolean newContent) {
    if (OwnWrites.has(node)) {
      return;
    }
    Map<QName, Serializable> properties = nodes.getProperties(node);
    Host core = platform.host();
    Dossier dossier =
        Optional.ofNullable((String) properties.get(TtdnModel.DOSSIER_ID))
            .flatMap(core.ledger()::lock)
            .orElseThrow(DossierGuard::guarded);
    DocumentKind kind =
        DraftSlot.of(properties)
            .filter(DocumentSlot::isDraft)
            .map(DocumentSlot::kind)
            .orElseThrow(DossierGuard::guarded);
    core.rights().may(core.currentPerson().get(), Action.PUT_DOCUMENT, dossier).orThrow();
    if (!RoundDocuments.needed(dossier).contains(kind)) {
      Refusal.Label label = kind::label;
      throw Refusal.ofField("kind", "document-not-of-this-step", label);
    }
  }

  private static void veto(NodeRef node) {
    if (!OwnWrites.has(node)) {
      throw guarded();
    }
  }

  private static Refusal guarded() {
    return Refusal.of(FORBIDDEN, "dossier-guarded");
  }
}
