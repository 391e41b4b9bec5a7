package vn.ttdn.workflows;

import org.activiti.engine.delegate.DelegateExecution;
import org.activiti.engine.delegate.ExecutionListener;
import vn.ttdn.core.plan.PlanFlow;

/** Bean {@code ttdnPlanProcess}: a process starts and ends only with core's leave. */
public final class PlanProcessListener implements ExecutionListener {
  private static final long serialVersionUID = 1L;

  private final transient PlanFlow flow;

  public PlanProcessListener(PlanFlow flow) {
    this.flow = flow;
  }

  @Override
  public void notify(DelegateExecution execution) {
    String processId = execution.getProcessInstanceId();
    if (EVENTNAME_START.equals(execution.getEventName())) {
      flow.started(processId);
    } else {
      flow.ended(processId);
    }
  }
}
