package vn.ttdn.workflows;

import org.activiti.engine.delegate.DelegateExecution;
import vn.ttdn.core.plan.PlanFlow;

/** What the gateways of the BPMN file ask, as {@code ${ttdnFlow.outcome(execution)}}. */
public final class TtdnFlow {
  private final PlanFlow flow;

  public TtdnFlow(PlanFlow flow) {
    this.flow = flow;
  }

  /** The code of the outcome that core wrote last: {@code accepted}, {@code returned}… */
  public String outcome(DelegateExecution execution) {
    return flow.outcome(execution.getProcessInstanceId());
  }
}
