package vn.ttdn.standalone.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.activiti.engine.ActivitiObjectNotFoundException;
import org.activiti.engine.ActivitiOptimisticLockingException;
import org.activiti.engine.ProcessEngine;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.port.Workflow;
import vn.ttdn.workflows.PlanProcess;

/** Core's port to the embedded engine. */
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
  public String start(String dossierId) {
    return engine
        .get()
        .getRuntimeService()
        .startProcessInstanceByKey(PlanProcess.KEY, dossierId)
        .getId();
  }

  @Override
  public void complete(String taskId, Map<String, String> variables) {
    try {
      var tasks = engine.get().getTaskService();
      tasks.setVariablesLocal(taskId, new HashMap<>(variables));
      tasks.complete(taskId);
    } catch (ActivitiObjectNotFoundException e) {
      throw Refusal.of(Refusal.Kind.NOT_FOUND, "task-unknown");
    } catch (ActivitiOptimisticLockingException e) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "busy");
    }
  }
}
