package vn.ttdn.platform;

import static vn.ttdn.core.Refusal.Kind.FORBIDDEN;

import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.model.RenditionModel;
import org.alfresco.repo.policy.Behaviour.NotificationFrequency;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.repository.AssociationRef;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import vn.ttdn.core.Refusal;

/**
 * Vetoes every change of a record, whoever asks: users, administrators, system. What Alfresco hangs
 * on a node for its own display (renditions, ratings, comments' counters) may come and go, as may
 * what it tells its search index when a process's package shows the record or is deleted; nothing
 * that a reader would take for the record may.
 */
public final class RecordGuard {
  private static final String ALFRESCO = NamespaceService.ALFRESCO_URI;
  private static final Set<QName> HARMLESS_ASPECTS =
      Set.of(
          RenditionModel.ASPECT_RENDITIONED,
          QName.createQName(NamespaceService.RENDITION_MODEL_1_0_URI, "rendition2"),
          QName.createQName(NamespaceService.CONTENT_MODEL_1_0_URI, "thumbnailModification"),
          ContentModel.ASPECT_REFERENCEABLE,
          ContentModel.ASPECT_AUDITABLE,
          ContentModel.ASPECT_LOCALIZED,
          ContentModel.ASPECT_CASCADE_UPDATE);
  private static final Set<QName> HARMLESS_PROPERTIES =
      Set.of(
          QName.createQName(NamespaceService.CONTENT_MODEL_1_0_URI, "lastThumbnailModification"),
          ContentModel.PROP_MODIFIED,
          ContentModel.PROP_MODIFIER,
          ContentModel.PROP_ACCESSED,
          ContentModel.PROP_CASCADE_CRC,
          ContentModel.PROP_CASCADE_TX);

  private final PolicyComponent policies;

  public RecordGuard(PolicyComponent policies) {
    this.policies = policies;
  }

  /** Binds the vetoes; called once, when models are loaded. */
  public void bind() {
    for (String policy :
        new String[] {
          "onCreateNode",
          "beforeDeleteNode",
          "beforeArchiveNode",
          "onUpdateProperties",
          "onContentUpdate",
          "beforeAddAspect",
          "beforeRemoveAspect",
          "beforeMoveNode",
          "beforeSetNodeType",
          "onSetNodeType",
          "beforeCreateVersion",
          "beforeCheckOut",
          "beforeLock",
          "onGrantLocalPermission",
          "onRevokeLocalPermission",
          "onInheritPermissionsEnabled",
          "onInheritPermissionsDisabled"
        }) {
      policies.bindClassBehaviour(
          QName.createQName(ALFRESCO, policy),
          TtdnModel.RECORD,
          new JavaBehaviour(this, policy, NotificationFrequency.EVERY_EVENT));
    }
    for (String policy : new String[] {"onCreateAssociation", "beforeDeleteAssociation"}) {
      policies.bindAssociationBehaviour(
          QName.createQName(ALFRESCO, policy),
          TtdnModel.RECORD,
          new JavaBehaviour(this, policy, NotificationFrequency.EVERY_EVENT));
    }
  }

  /** Nor is one made by hand or copied: what is no record must not look like one. */
  public void onCreateNode(ChildAssociationRef made) {
    veto(made.getChildRef());
  }

  public void beforeDeleteNode(NodeRef node) {
    veto(node);
  }

  public void beforeArchiveNode(NodeRef node) {
    veto(node);
  }

  public void onUpdateProperties(
      NodeRef node, Map<QName, Serializable> before, Map<QName, Serializable> after) {
    for (Map.Entry<QName, Serializable> entry : after.entrySet()) {
      if (!Objects.equals(before.get(entry.getKey()), entry.getValue())) {
        vetoProperty(node, entry.getKey());
      }
    }
    for (QName name : before.keySet()) {
      if (!after.containsKey(name)) {
        vetoProperty(node, name);
      }
    }
  }

  private static void vetoProperty(NodeRef node, QName name) {
    if (!HARMLESS_PROPERTIES.contains(name)) {
      veto(node);
    }
  }

  public void onContentUpdate(NodeRef node, boolean newContent) {
    veto(node);
  }

  public void beforeAddAspect(NodeRef node, QName aspect) {
    if (!HARMLESS_ASPECTS.contains(aspect)) {
      veto(node);
    }
  }

  public void beforeRemoveAspect(NodeRef node, QName aspect) {
    if (!HARMLESS_ASPECTS.contains(aspect)) {
      veto(node);
    }
  }

  public void beforeMoveNode(ChildAssociationRef from, NodeRef to) {
    veto(from.getChildRef());
  }

  public void beforeSetNodeType(NodeRef node, QName from, QName to) {
    veto(node);
  }

  /** What is no record does not become one by "Change Type" either. */
  public void onSetNodeType(NodeRef node, QName from, QName to) {
    veto(node);
  }

  public void beforeCreateVersion(NodeRef node) {
    veto(node);
  }

  public void beforeCheckOut(NodeRef node, NodeRef destination, QName association, QName name) {
    veto(node);
  }

  public void beforeLock(NodeRef node, org.alfresco.service.cmr.lock.LockType type) {
    veto(node);
  }

  public void onGrantLocalPermission(NodeRef node, String authority, String permission) {
    veto(node);
  }

  public void onRevokeLocalPermission(NodeRef node, String authority, String permission) {
    veto(node);
  }

  public void onInheritPermissionsEnabled(NodeRef node) {
    veto(node);
  }

  public void onInheritPermissionsDisabled(NodeRef node, boolean async) {
    veto(node);
  }

  public void onCreateAssociation(AssociationRef association) {
    veto(association.getSourceRef());
  }

  public void beforeDeleteAssociation(AssociationRef association) {
    veto(association.getSourceRef());
  }

  private static void veto(NodeRef node) {
    if (!OwnWrites.has(node)) {
      throw Refusal.of(FORBIDDEN, "record-frozen");
    }
  }
}
