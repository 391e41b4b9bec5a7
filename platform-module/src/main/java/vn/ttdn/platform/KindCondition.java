package vn.ttdn.platform;

import java.util.List;
import org.alfresco.service.cmr.action.ActionCondition;
import org.alfresco.service.cmr.action.ParameterDefinition;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import vn.ttdn.core.plan.Dossier;

/** Condition {@code ttdn-is-of-kind}: the draft or record is of that kind of document. */
public final class KindCondition extends DossierCondition {
  private static final String KIND = "kind";

  private final NodeService nodes;

  public KindCondition(Platform platform, NodeService nodes) {
    super(platform);
    this.nodes = nodes;
  }

  @Override
  protected void addParameterDefinitions(List<ParameterDefinition> definitions) {
    definitions.add(choice(KIND, KindConstraint.NAME));
  }

  @Override
  boolean holds(ActionCondition condition, NodeRef node, Dossier dossier) {
    Object kind = nodes.getProperty(node, TtdnModel.KIND);
    return kind != null && kind.equals(condition.getParameterValue(KIND));
  }
}
