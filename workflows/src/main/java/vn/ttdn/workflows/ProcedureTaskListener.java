package vn.ttdn.workflows;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.activiti.engine.delegate.DelegateTask;
import org.activiti.engine.delegate.TaskListener;
import org.activiti.engine.task.DelegationState;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.plan.Completion;
import vn.ttdn.core.plan.ProcedureFlow;
import vn.ttdn.core.plan.TaskVariables;
import vn.ttdn.core.text.Dates;

/**
 * Tells core what happens to a task and lets core refuse it. Reads the task's own variables only:
 * the process's may be written by anybody who is involved.
 */
final class ProcedureTaskListener implements TaskListener {
  private static final long serialVersionUID = 1L;

  private final transient ProcedureFlow flow;
  private final transient TaskFiles files;

  ProcedureTaskListener(ProcedureFlow flow, TaskFiles files) {
    this.flow = flow;
    this.files = files;
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
      case EVENTNAME_COMPLETE ->
          flow.completing(
              processId,
              task.getId(),
              step,
              new Completion(variables(task), file -> files.file(task, file)));
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
      Object value = task.getVariableLocal(name);
      if (value instanceof Date day) {
        variables.put(name, Dates.dayOf(day.toInstant()).toString());
      } else if (value != null) {
        variables.put(name, value.toString());
      }
    }
    return variables;
  }
}
