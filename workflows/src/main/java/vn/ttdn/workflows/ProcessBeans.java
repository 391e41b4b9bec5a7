package vn.ttdn.workflows;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.ttdn.core.answers.AnswerFlow;
import vn.ttdn.core.plan.PlanFlow;

/** The beans that the BPMN files name; an engine sees these and no other of ours. */
public final class ProcessBeans {
  private ProcessBeans() {}

  /**
   * Makes the beans.
   *
   * @param groupPrefix what the host writes before a group's short name: {@code GROUP_} in Alfresco
   * @param planStart how a plan is started past core
   * @param ownStart how the other procedures are; core refuses it
   * @param files what somebody picked in a task's form
   */
  public static Map<String, Object> of(
      PlanFlow plan,
      AnswerFlow answers,
      String groupPrefix,
      StockStart planStart,
      StockStart ownStart,
      TaskFiles files) {
    Map<String, Object> beans = new LinkedHashMap<>();
    beans.put("ttdnFlow", new TtdnFlow(plan));
    beans.put("ttdnRouting", new TtdnRouting(plan, groupPrefix));
    beans.put("ttdnPlanTasks", new ProcedureTaskListener(plan, files));
    beans.put("ttdnPlanProcess", new ProcedureProcessListener(plan, planStart));
    beans.put("ttdnLetterProcess", new ProcedureProcessListener(plan, ownStart));
    beans.put("ttdnAnswerFlow", new TtdnFlow(answers));
    beans.put("ttdnAnswerRouting", new TtdnRouting(answers, groupPrefix));
    beans.put("ttdnAnswerTasks", new ProcedureTaskListener(answers, files));
    beans.put("ttdnAnswerProcess", new ProcedureProcessListener(answers, ownStart));
    return beans;
  }
}
