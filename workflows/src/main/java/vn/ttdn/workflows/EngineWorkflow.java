package vn.ttdn.workflows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.activiti.engine.ActivitiObjectNotFoundException;
import org.activiti.engine.ActivitiOptimisticLockingException;
import org.activiti.engine.ProcessEngine;
import org.activiti.engine.task.Task;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.port.Workflow;

/**
 * Core's port to an engine that the host owns. Alfresco hides its engine behind a service of its
 * own and has its own port.
 */
public final class EngineWorkflow implements Workflow {
  private final Supplier<ProcessEngine> engine;

  /**
   * Makes a port.
   *
   * @param engine asked at each call: the engine's listeners need core, which needs this port
   */
  public EngineWorkflow(Supplier<ProcessEngine> engine) {
    this.engine = engine;
  }

  @Override
  public String start(Procedure procedure, String id, List<String> recordIds) {
    return engine.get().getRuntimeService().startProcessInstanceByKey(procedure.key(), id).getId();
  }

  @Override
  public void assign(String taskId, String userName) {
    engine.get().getTaskService().setAssignee(taskId, userName);
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
      engine.get().getTaskService().unclaim(taskId);
    }
  }

  private boolean hasClaimed(String taskId, String userName) {
    Task task = engine.get().getTaskService().createTaskQuery().taskId(taskId).singleResult();
    return task != null && userName.equals(task.getAssignee());
  }

  @Override
  public void cancel(String processId) {
    engine.get().getRuntimeService().deleteProcessInstance(processId, "ended by core");
  }

  /**
   * {@inheritDoc}
   *
   * @throws Refusal {@code task-unknown} if no such task is open, {@code busy} if another
   *     transaction changed it meanwhile
   */
  @Override
  public void complete(String taskId, Map<String, String> variables) {
    try {
      // One command, local variables: the engine then never writes what it deletes at once.
      engine.get().getTaskService().complete(taskId, new HashMap<>(variables), true);
    } catch (ActivitiObjectNotFoundException e) {
      throw Refusal.of(Refusal.Kind.NOT_FOUND, "task-unknown");
    } catch (ActivitiOptimisticLockingException e) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "busy");
    }
  }
}
