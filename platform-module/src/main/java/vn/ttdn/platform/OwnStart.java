package vn.ttdn.platform;

import org.activiti.engine.delegate.DelegateExecution;
import vn.ttdn.core.plan.StartForm;
import vn.ttdn.workflows.StockStart;

/** A process that core alone starts: a letter apart, a unit's answer. */
final class OwnStart implements StockStart {
  @Override
  public StartForm form(DelegateExecution execution) {
    return StartForm.none();
  }

  @Override
  public void started(DelegateExecution execution, String subject) {
    describe(execution, subject);
  }

  /** What My Tasks shows in its list. */
  static void describe(DelegateExecution execution, String subject) {
    execution.setVariable("bpm_workflowDescription", subject);
    execution.setVariable("bpm_description", subject);
  }
}
