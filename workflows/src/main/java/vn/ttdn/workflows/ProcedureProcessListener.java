package vn.ttdn.workflows;

import org.activiti.engine.delegate.DelegateExecution;
import org.activiti.engine.delegate.ExecutionListener;
import vn.ttdn.core.plan.ProcedureFlow;

/** A process starts and ends only with core's leave. */
final class ProcedureProcessListener implements ExecutionListener {
  private static final long serialVersionUID = 1L;

  private final transient ProcedureFlow flow;
  private final transient StockStart stock;

  ProcedureProcessListener(ProcedureFlow flow, StockStart stock) {
    this.flow = flow;
    this.stock = stock;
  }

  @Override
  public void notify(DelegateExecution execution) {
    String processId = execution.getProcessInstanceId();
    if (EVENTNAME_START.equals(execution.getEventName())) {
      stock.started(execution, flow.started(processId, () -> stock.form(execution)));
    } else {
      flow.ended(processId);
    }
  }
}
