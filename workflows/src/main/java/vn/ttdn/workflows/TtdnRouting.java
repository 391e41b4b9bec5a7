package vn.ttdn.workflows;

import java.util.List;
import org.activiti.engine.delegate.DelegateExecution;
import vn.ttdn.core.plan.ProcedureFlow;

/** Who takes a step, as {@code ${…beans.ttdnRouting.candidates(execution,'DEPARTMENT_HEAD')}}. */
public final class TtdnRouting {
  private final ProcedureFlow flow;
  private final String groupPrefix;

  TtdnRouting(ProcedureFlow flow, String groupPrefix) {
    this.flow = flow;
    this.groupPrefix = groupPrefix;
  }

  /** The groups whose members may take a step that asks for {@code who}. */
  public List<String> candidates(DelegateExecution execution, String who) {
    return flow.candidates(execution.getProcessInstanceId(), who).stream()
        .map(group -> groupPrefix + group)
        .toList();
  }

  /** User name of the dossier's drafter. */
  public String drafter(DelegateExecution execution) {
    return flow.assignee(execution.getProcessInstanceId());
  }
}
