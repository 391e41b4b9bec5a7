package vn.ttdn.workflows;

import org.activiti.engine.delegate.DelegateExecution;
import org.activiti.engine.delegate.ExecutionListener;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.PlanFlow;

/** Bean {@code ttdnPlanProcess}: a process starts and ends only with core's leave. */
public final class PlanProcessListener implements ExecutionListener {
  private static final long serialVersionUID = 1L;

  private final transient PlanFlow flow;
  private final transient StockStart stock;

  public PlanProcessListener(PlanFlow flow, StockStart stock) {
    this.flow = flow;
    this.stock = stock;
  }

  @Override
  public void notify(DelegateExecution execution) {
    String processId = execution.getProcessInstanceId();
    if (EVENTNAME_START.equals(execution.getEventName())) {
      Dossier dossier = flow.started(processId, () -> stock.form(execution));
      stock.started(execution, dossier);
    } else {
      flow.ended(processId);
    }
  }
}
