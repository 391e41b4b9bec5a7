package vn.ttdn.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.activiti.engine.delegate.DelegateExecution;
import org.alfresco.repo.jscript.ScriptNode;
import org.alfresco.repo.workflow.WorkflowModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.RegexQNamePattern;
import vn.ttdn.core.plan.StartForm;
import vn.ttdn.workflows.StockStart;

/**
 * The process as somebody starts it in Share or through Alfresco's REST API, with a document of the
 * library in its package. The dossier gets a copy of that document as its letter, read with the
 * person's own rights; the document in the library stays where it is.
 */
final class LibraryStart implements StockStart {
  private final NodeService nodes;
  private final LibraryFiles library;
  private final Packages packages;

  LibraryStart(NodeService nodes, LibraryFiles library, Packages packages) {
    this.nodes = nodes;
    this.library = library;
    this.packages = packages;
  }

  @Override
  public StartForm form(DelegateExecution execution) {
    NodeRef workflowPackage = packageOf(execution);
    List<NodeRef> items = items(workflowPackage);
    StartForm form =
        new StartForm(
            text(execution, "ttdnwf_subject").or(() -> text(execution, "bpm_workflowDescription")),
            text(execution, "ttdnwf_planYear"),
            text(execution, "ttdnwf_draftingUnit"),
            text(execution, "ttdnwf_addressees").orElse(""),
            items.stream().map(library::file).toList());
    // From here on the package shows the dossier's own letter.
    packages.remove(workflowPackage, items);
    packages.starting(execution.getProcessInstanceId(), workflowPackage);
    return form;
  }

  @Override
  public void started(DelegateExecution execution, String subject) {
    OwnStart.describe(execution, subject);
  }

  private List<NodeRef> items(NodeRef workflowPackage) {
    List<NodeRef> items = new ArrayList<>();
    for (ChildAssociationRef item :
        nodes.getChildAssocs(
            workflowPackage, WorkflowModel.ASSOC_PACKAGE_CONTAINS, RegexQNamePattern.MATCH_ALL)) {
      items.add(item.getChildRef());
    }
    return items;
  }

  private static NodeRef packageOf(DelegateExecution execution) {
    return ((ScriptNode) execution.getVariable("bpm_package")).getNodeRef();
  }

  private static Optional<String> text(DelegateExecution execution, String variable) {
    return Optional.ofNullable(execution.getVariable(variable)).map(Object::toString);
  }
}
