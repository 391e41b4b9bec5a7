package vn.ttdn.platform;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.workflow.WorkflowModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.workflow.WorkflowDefinition;
import org.alfresco.service.cmr.workflow.WorkflowException;
import org.alfresco.service.cmr.workflow.WorkflowPath;
import org.alfresco.service.cmr.workflow.WorkflowService;
import org.alfresco.service.cmr.workflow.WorkflowTask;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import org.alfresco.util.transaction.TransactionSupportUtil;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.plan.TaskVariables;
import vn.ttdn.core.port.Workflow;
import vn.ttdn.workflows.PlanProcess;

/** Core's port to Alfresco's workflow service, so that Share and its REST API see every step. */
public final class AlfrescoWorkflow implements Workflow {
  static final String ENGINE = "activiti";
  private static final String GLOBAL = ENGINE + "$";
  private static final String STARTING = AlfrescoWorkflow.class.getName() + ".starting.";

  private final WorkflowService workflows;
  private final NodeService nodes;

  public AlfrescoWorkflow(WorkflowService workflows, NodeService nodes) {
    this.workflows = workflows;
    this.nodes = nodes;
  }

  @Override
  public String start(String dossierId) {
    return start(workflows.createPackage(null), new HashMap<>());
  }

  /**
   * Starts the process as its form in Share does, with one document in the package; the listener
   * makes the dossier.
   *
   * @param form properties of {@code ttdnwf:startPlan}
   */
  void startWith(NodeRef document, Map<QName, Serializable> form) {
    NodeRef workflowPackage = workflows.createPackage(null);
    AuthenticationUtil.runAsSystem(
        () ->
            nodes.addChild(
                workflowPackage,
                document,
                WorkflowModel.ASSOC_PACKAGE_CONTAINS,
                QName.createQName(NamespaceService.CONTENT_MODEL_1_0_URI, document.getId())));
    start(workflowPackage, form);
  }

  private String start(NodeRef workflowPackage, Map<QName, Serializable> properties) {
    WorkflowDefinition definition = workflows.getDefinitionByName(GLOBAL + PlanProcess.KEY);
    properties.put(WorkflowModel.ASSOC_PACKAGE, workflowPackage);
    try {
      WorkflowPath path = workflows.startWorkflow(definition.getId(), properties);
      String processId = path.getInstance().getId();
      WorkflowTask startTask = workflows.getStartTask(processId);
      workflows.endTask(startTask.getId(), null);
      return processId.substring(GLOBAL.length());
    } catch (WorkflowException e) {
      throw Refusal.in(e).orElseThrow(() -> e);
    }
  }

  @Override
  public void complete(String taskId, Map<String, String> variables) {
    Map<QName, Serializable> properties = new HashMap<>();
    properties.put(TtdnModel.workflow("outcome"), variables.get(TaskVariables.OUTCOME));
    properties.put(WorkflowModel.PROP_COMMENT, variables.get(TaskVariables.COMMENT));
    try {
      workflows.updateTask(GLOBAL + taskId, properties, null, null);
      workflows.endTask(GLOBAL + taskId, null);
    } catch (WorkflowException e) {
      throw Refusal.in(e).orElseThrow(() -> e);
    }
  }

  /** A process that the engine has not written yet: until it has, only its starter knows it. */
  void starting(String processId, NodeRef workflowPackage) {
    TransactionSupportUtil.bindResource(STARTING + processId, workflowPackage);
  }

  /** The package of a process, where Share shows the documents of a task. */
  NodeRef packageOf(String processId) {
    NodeRef starting = TransactionSupportUtil.getResource(STARTING + processId);
    if (starting != null) {
      return starting;
    }
    return workflows.getWorkflowById(GLOBAL + processId).getWorkflowPackage();
  }
}
