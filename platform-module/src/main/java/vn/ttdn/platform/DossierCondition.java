package vn.ttdn.platform;

import java.util.List;
import org.alfresco.repo.action.ParameterDefinitionImpl;
import org.alfresco.repo.action.evaluator.ActionConditionEvaluatorAbstractBase;
import org.alfresco.service.cmr.action.ActionCondition;
import org.alfresco.service.cmr.action.ParameterDefinition;
import org.alfresco.service.cmr.dictionary.DataTypeDefinition;
import org.alfresco.service.cmr.repository.NodeRef;
import vn.ttdn.core.plan.Dossier;

/**
 * A condition of folder rules about the dossier that a node belongs to. It holds of no other node;
 * a condition looks and refuses nothing.
 */
abstract class DossierCondition extends ActionConditionEvaluatorAbstractBase {
  final Platform platform;

  DossierCondition(Platform platform) {
    this.platform = platform;
  }

  final ParameterDefinition choice(String name, String constraint) {
    return new ParameterDefinitionImpl(
        name, DataTypeDefinition.TEXT, false, getParamDisplayLabel(name), false, constraint);
  }

  @Override
  protected void addParameterDefinitions(List<ParameterDefinition> definitions) {
    // Most ask for nothing: the node says which dossier it belongs to.
  }

  @Override
  protected final boolean evaluateImpl(ActionCondition condition, NodeRef node) {
    return platform.completeness().dossier(node).filter(d -> holds(condition, node, d)).isPresent();
  }

  abstract boolean holds(ActionCondition condition, NodeRef node, Dossier dossier);
}
