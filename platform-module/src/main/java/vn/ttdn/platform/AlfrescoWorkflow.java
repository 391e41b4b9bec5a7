package vn.ttdn.platform;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.alfresco.repo.workflow.WorkflowModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.workflow.WorkflowDefinition;
import org.alfresco.service.cmr.workflow.WorkflowException;
import org.alfresco.service.cmr.workflow.WorkflowPath;
import org.alfresco.service.cmr.workflow.WorkflowService;
import org.alfresco.service.cmr.workflow.WorkflowTask;
import org.alfresco.service.namespace.QName;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.TaskVariables;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.port.Workflow;
import vn.ttdn.workflows.PlanProcess;

/** Core's port to Alfresco's workflow service, so that Share and its REST API see every step. */
public final class AlfrescoWorkflow implements Workflow {
  static final String ENGINE = "activiti";
  private static final String GLOBAL = ENGINE + "$";

  private final WorkflowService workflows;
  private final Ledger ledger;

  public AlfrescoWorkflow(WorkflowService workflows, Ledger ledger) {
    this.workflows = workflows;
    this.ledger = ledger;
  }

  @Override
  public String start(String dossierId) {
    WorkflowDefinition definition = workflows.getDefinitionByName(GLOBAL + PlanProcess.KEY);
    Dossier dossier = ledger.dossier(dossierId).orElseThrow();
    NodeRef workflowPackage = workflows.createPackage(null);
    Map<QName, Serializable> properties = new HashMap<>();
    properties.put(WorkflowModel.ASSOC_PACKAGE, workflowPackage);
    properties.put(WorkflowModel.PROP_WORKFLOW_DESCRIPTION, dossier.title());
    properties.put(WorkflowModel.PROP_DESCRIPTION, dossier.title());
    WorkflowPath path = workflows.startWorkflow(definition.getId(), properties);
    String processId = path.getInstance().getId();
    WorkflowTask startTask = workflows.getStartTask(processId);
    workflows.endTask(startTask.getId(), null);
    return processId.substring(GLOBAL.length());
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

  /** The package of a process, where Share shows the documents of a task. */
  NodeRef packageOf(String processId) {
    return workflows.getWorkflowById(GLOBAL + processId).getWorkflowPackage();
  }
}
