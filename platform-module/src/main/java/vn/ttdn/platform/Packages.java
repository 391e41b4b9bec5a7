package vn.ttdn.platform;

import java.util.List;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.workflow.WorkflowModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.workflow.WorkflowService;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import org.alfresco.util.transaction.TransactionSupportUtil;

/** A process's package: where Share shows the documents of a task. Each is there by reference. */
final class Packages {
  private static final String STARTING = Packages.class.getName() + ".starting.";

  private final WorkflowService workflows;
  private final NodeService nodes;

  Packages(WorkflowService workflows, NodeService nodes) {
    this.workflows = workflows;
    this.nodes = nodes;
  }

  /** A new package for a process that is about to start. */
  NodeRef create(List<NodeRef> shown) {
    NodeRef created = workflows.createPackage(null);
    shown.forEach(document -> add(created, document));
    return created;
  }

  /** Shows one more document in a running process's package. */
  void show(String processId, NodeRef document) {
    NodeRef starting = TransactionSupportUtil.getResource(STARTING + processId);
    add(
        starting == null
            ? workflows.getWorkflowById(AlfrescoWorkflow.global(processId)).getWorkflowPackage()
            : starting,
        document);
  }

  /** A process that the engine has not written yet: until it has, only its starter knows it. */
  void starting(String processId, NodeRef workflowPackage) {
    TransactionSupportUtil.bindResource(STARTING + processId, workflowPackage);
  }

  private void add(NodeRef workflowPackage, NodeRef document) {
    AuthenticationUtil.runAsSystem(
        () ->
            nodes.addChild(
                workflowPackage,
                document,
                WorkflowModel.ASSOC_PACKAGE_CONTAINS,
                QName.createQName(NamespaceService.CONTENT_MODEL_1_0_URI, document.getId())));
  }

  /** Takes documents out again; they stay where they are. */
  void remove(NodeRef workflowPackage, List<NodeRef> documents) {
    AuthenticationUtil.runAsSystem(
        () -> {
          documents.forEach(document -> nodes.removeChild(workflowPackage, document));
          return documents;
        });
  }
}
