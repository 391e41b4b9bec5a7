package vn.ttdn.workflows;

import org.activiti.engine.delegate.DelegateExecution;
import vn.ttdn.core.plan.ProcedureFlow;

/** What the gateways of a BPMN file ask, as {@code ${…beans.ttdnFlow.outcome(execution)}}. */
public final class TtdnFlow {
  private final ProcedureFlow flow;

  TtdnFlow(ProcedureFlow flow) {
    this.flow = flow;
  }

  /** The code of the outcome that core wrote last: {@code accepted}, {@code returned}… */
  public String outcome(DelegateExecution execution) {
    return flow.outcome(execution.getProcessInstanceId());
  }

  /** The round in which the process takes up its work. */
  public int entry(DelegateExecution execution) {
    return flow.entry(execution.getProcessInstanceId());
  }
}
