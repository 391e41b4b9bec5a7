package vn.ttdn.platform;

import org.alfresco.service.cmr.action.ActionCondition;
import org.alfresco.service.cmr.repository.NodeRef;
import vn.ttdn.core.plan.Dossier;

/** Condition {@code ttdn-is-late}: a day that was set for the dossier or its open step is over. */
public final class LateCondition extends DossierCondition {
  public LateCondition(Platform platform) {
    super(platform);
  }

  @Override
  boolean holds(ActionCondition condition, NodeRef node, Dossier dossier) {
    return dossier.lateOn(platform.host().today());
  }
}
