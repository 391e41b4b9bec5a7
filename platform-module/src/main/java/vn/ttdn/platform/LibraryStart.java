package vn.ttdn.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.activiti.engine.delegate.DelegateExecution;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.jscript.ScriptNode;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.workflow.WorkflowModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.RegexQNamePattern;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.StartForm;
import vn.ttdn.workflows.StockStart;

/**
 * The process as somebody starts it in Share or through Alfresco's REST API, with a document of the
 * library in its package. The dossier gets a copy of that document as its letter, read with the
 * person's own rights; the document in the library stays where it is.
 */
final class LibraryStart implements StockStart {
  private final NodeService nodes;
  private final ContentService contents;
  private final AlfrescoWorkflow workflow;

  LibraryStart(NodeService nodes, ContentService contents, AlfrescoWorkflow workflow) {
    this.nodes = nodes;
    this.contents = contents;
    this.workflow = workflow;
  }

  @Override
  public StartForm form(DelegateExecution execution) {
    List<NodeRef> items = items(packageOf(execution));
    StartForm form =
        new StartForm(
            text(execution, "ttdnwf_subject").or(() -> text(execution, "bpm_workflowDescription")),
            text(execution, "ttdnwf_planYear"),
            text(execution, "ttdnwf_draftingUnit"),
            text(execution, "ttdnwf_addressees").orElse(""),
            items.stream().map(this::file).toList());
    // From here on the package shows the dossier's own letter.
    AuthenticationUtil.runAsSystem(
        () -> {
          items.forEach(item -> nodes.removeChild(packageOf(execution), item));
          return items;
        });
    workflow.starting(execution.getProcessInstanceId(), packageOf(execution));
    return form;
  }

  @Override
  public void started(DelegateExecution execution, Dossier dossier) {
    // What My Tasks shows in its list.
    execution.setVariable("bpm_workflowDescription", dossier.title());
    execution.setVariable("bpm_description", dossier.title());
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

  private IncomingFile file(NodeRef item) {
    String name = (String) nodes.getProperty(item, ContentModel.PROP_NAME);
    ContentReader reader = contents.getReader(item, ContentModel.PROP_CONTENT);
    // A reader opens its content once only.
    return new IncomingFile(
        name,
        reader == null ? 0 : reader.getSize(),
        () ->
            reader == null
                ? java.io.InputStream.nullInputStream()
                : reader.getReader().getContentInputStream());
  }

  private static NodeRef packageOf(DelegateExecution execution) {
    return ((ScriptNode) execution.getVariable("bpm_package")).getNodeRef();
  }

  private static Optional<String> text(DelegateExecution execution, String variable) {
    return Optional.ofNullable(execution.getVariable(variable)).map(Object::toString);
  }
}
