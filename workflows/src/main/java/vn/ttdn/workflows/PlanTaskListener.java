package vn.ttdn.workflows;

import java.util.HashMap;
import java.util.Map;
import org.activiti.engine.delegate.DelegateTask;
import org.activiti.engine.delegate.TaskListener;
import org.activiti.engine.task.DelegationState;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.plan.PlanFlow;
import vn.ttdn.core.plan.TaskVariables;

/**
 * Bean {@code ttdnPlanTasks}: tells core what happens to a task and lets core refuse it. Reads the
 * task's own variables only: the process's may be written by anybody who is involved.
 */
public final class PlanTaskListener implements TaskListener {
  private static final long serialVersionUID = 1L;

  private final transient PlanFlow flow;

  public PlanTaskListener(PlanFlow flow) {
    this.flow = flow;
  }

  @Override
  public void notify(DelegateTask task) {
    String processId = task.getProcessInstanceId();
    String step = task.getTaskDefinitionKey();
    switch (task.getEventName()) {
      case EVENTNAME_CREATE -> flow.arrived(processId, task.getId(), step);
      case EVENTNAME_ASSIGNMENT -> {
        if (task.getAssignee() != null) {
          flow.assigned(processId, task.getId(), step, task.getAssignee());
        }
        requireNotDelegated(task);
      }
      case EVENTNAME_COMPLETE -> flow.completing(processId, task.getId(), step, variables(task));
      default -> throw new IllegalStateException("unexpected event " + task.getEventName());
    }
  }

  /** The engine would take a delegated task's decision from nobody until it is handed back. */
  private static void requireNotDelegated(DelegateTask task) {
    if (task.getDelegationState() == DelegationState.PENDING) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "task-not-delegable");
    }
  }

  private static Map<String, String> variables(DelegateTask task) {
    Map<String, String> variables = new HashMap<>();
    for (String name : TaskVariables.ALL) {
      if (task.getVariableLocal(name) instanceof String text) {
        variables.put(name, text);
      }
    }
    return variables;
  }
}
