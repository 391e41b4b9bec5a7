package vn.ttdn.platform;

import org.alfresco.service.cmr.action.ActionCondition;
import org.alfresco.service.cmr.repository.NodeRef;
import vn.ttdn.core.plan.Dossier;

/** Condition {@code ttdn-is-complete}: the dossier has every document that its round needs. */
public final class CompleteCondition extends DossierCondition {
  public CompleteCondition(Platform platform) {
    super(platform);
  }

  @Override
  boolean holds(ActionCondition condition, NodeRef node, Dossier dossier) {
    return platform.completeness().missing(dossier).isEmpty();
  }
}
