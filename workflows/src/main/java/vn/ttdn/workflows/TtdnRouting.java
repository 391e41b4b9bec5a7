package vn.ttdn.workflows;

import java.util.List;
import org.activiti.engine.delegate.DelegateExecution;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.plan.PlanFlow;

/** Who takes a step, as {@code ${ttdnRouting.candidates(execution,'DEPARTMENT_HEAD')}}. */
public final class TtdnRouting {
  private final PlanFlow flow;
  private final String groupPrefix;

  /**
   * Makes a routing.
   *
   * @param groupPrefix what the host writes before a group's short name: {@code GROUP_} in Alfresco
   */
  public TtdnRouting(PlanFlow flow, String groupPrefix) {
    this.flow = flow;
    this.groupPrefix = groupPrefix;
  }

  /** The groups whose members may take a step that asks for the role of that name. */
  public List<String> candidates(DelegateExecution execution, String role) {
    return flow.candidates(execution.getProcessInstanceId(), Role.valueOf(role)).stream()
        .map(group -> groupPrefix + group)
        .toList();
  }

  /** User name of the dossier's drafter. */
  public String drafter(DelegateExecution execution) {
    return flow.drafter(execution.getProcessInstanceId());
  }
}
