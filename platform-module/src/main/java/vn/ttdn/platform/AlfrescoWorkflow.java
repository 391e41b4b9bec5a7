package vn.ttdn.platform;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.activiti.engine.ActivitiException;
import org.activiti.engine.ActivitiObjectNotFoundException;
import org.activiti.engine.TaskService;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.workflow.WorkflowModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.workflow.WorkflowDefinition;
import org.alfresco.service.cmr.workflow.WorkflowException;
import org.alfresco.service.cmr.workflow.WorkflowPath;
import org.alfresco.service.cmr.workflow.WorkflowService;
import org.alfresco.service.cmr.workflow.WorkflowTask;
import org.alfresco.service.namespace.QName;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.TaskFile;
import vn.ttdn.core.plan.TaskVariables;
import vn.ttdn.core.port.Workflow;

/**
 * Core's port to Alfresco's workflow service, so that Share and its REST API see every step. What
 * needs no more than the engine goes to the engine: Alfresco's service reads a whole task for each
 * of its calls.
 */
public final class AlfrescoWorkflow implements Workflow {
  static final String ENGINE = "activiti";
  private static final String GLOBAL = ENGINE + "$";

  /** What somebody may have saved in a task's form before; a decision counts by itself. */
  private static final Set<String> OF_A_DECISION = ofADecision();

  private final WorkflowService workflows;
  private final TaskService tasks;
  private final NodeService nodes;
  private final Packages packages;

  AlfrescoWorkflow(
      WorkflowService workflows, TaskService tasks, NodeService nodes, Packages packages) {
    this.workflows = workflows;
    this.tasks = tasks;
    this.nodes = nodes;
    this.packages = packages;
  }

  private static Set<String> ofADecision() {
    Set<String> names = new HashSet<>(TaskVariables.ALL);
    for (TaskFile file : TaskFile.values()) {
      names.add(file.variable());
    }
    return Set.copyOf(names);
  }

  /** Alfresco's id of what the engine knows by that id. */
  static String global(String id) {
    return GLOBAL + id;
  }

  @Override
  public String start(Procedure procedure, String id, List<String> recordIds) {
    List<NodeRef> shown = new ArrayList<>(recordIds.stream().map(NodeFiles::node).toList());
    if (procedure != Procedure.UNIT_ANSWER) {
      shown.addAll(AuthenticationUtil.runAsSystem(() -> drafts(NodeFiles.node(id))));
    }
    return start(procedure, packages.create(shown), new HashMap<>());
  }

  private List<NodeRef> drafts(NodeRef folder) {
    List<NodeRef> drafts = new ArrayList<>();
    nodes
        .getChildAssocs(folder, Set.of(TtdnModel.DRAFT))
        .forEach(child -> drafts.add(child.getChildRef()));
    return drafts;
  }

  /**
   * Starts the plan's process as its form in Share does, with one document in the package; the
   * listener makes the dossier.
   *
   * @param form properties of {@code ttdnwf:startPlan}
   */
  void startWith(NodeRef document, Map<QName, Serializable> form) {
    start(Procedure.PLAN, packages.create(List.of(document)), form);
  }

  private String start(
      Procedure procedure, NodeRef workflowPackage, Map<QName, Serializable> properties) {
    WorkflowDefinition definition = workflows.getDefinitionByName(global(procedure.key()));
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
    try {
      Set<String> stale = new HashSet<>(tasks.getVariablesLocal(taskId, OF_A_DECISION).keySet());
      Map<String, Object> given = new HashMap<>();
      variables.forEach(
          (name, value) -> {
            if (value != null && !value.isEmpty()) {
              given.put(name, name.equals(TaskVariables.ON_PAPER) ? Boolean.valueOf(value) : value);
            }
          });
      stale.removeAll(given.keySet());
      tasks.removeVariablesLocal(taskId, stale);
      tasks.setVariablesLocal(taskId, given);
      workflows.endTask(global(taskId), null);
    } catch (ActivitiObjectNotFoundException e) {
      throw Refusal.of(Refusal.Kind.NOT_FOUND, "task-unknown");
    } catch (WorkflowException e) {
      throw Refusal.in(e).orElseThrow(() -> e);
    }
  }

  @Override
  public void assign(String taskId, String userName) {
    try {
      tasks.setAssignee(taskId, userName);
    } catch (ActivitiException e) {
      throw Refusal.in(e).orElseThrow(() -> e);
    }
  }

  @Override
  public void handOver(String taskId, String from, String to) {
    if (hasClaimed(taskId, from)) {
      assign(taskId, to);
    }
  }

  @Override
  public void release(String taskId, String from) {
    if (hasClaimed(taskId, from)) {
      tasks.unclaim(taskId);
    }
  }

  private boolean hasClaimed(String taskId, String userName) {
    return tasks.createTaskQuery().taskId(taskId).taskAssignee(userName).count() > 0;
  }

  /** Ends it as the system: who may was core's to say. Its end listener asks core once more. */
  @Override
  public void cancel(String processId) {
    try {
      AuthenticationUtil.runAsSystem(() -> workflows.cancelWorkflow(global(processId)));
    } catch (WorkflowException e) {
      throw Refusal.in(e).orElseThrow(() -> e);
    }
  }
}
