package vn.ttdn.platform;

import java.util.List;
import org.alfresco.service.cmr.action.Action;
import org.alfresco.service.cmr.action.ParameterDefinition;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * Action {@code ttdn-check-complete}: writes on the dossier's folder which documents its round
 * still lacks, and when that was looked at. It refuses nothing: what is missing is refused when the
 * draft is submitted.
 */
public final class CheckCompleteAction extends LibraryAction {
  private final Platform platform;

  public CheckCompleteAction(Platform platform) {
    this.platform = platform;
  }

  @Override
  protected void addParameterDefinitions(List<ParameterDefinition> definitions) {
    // It asks for nothing: the node says which dossier it belongs to.
  }

  @Override
  protected void executeImpl(Action action, NodeRef node) {
    platform.completeness().write(node);
  }
}
