package vn.ttdn.workflows;

import org.activiti.engine.delegate.DelegateExecution;
import vn.ttdn.core.plan.StartForm;

/** How a host tells what somebody filled in who started the process through its stock way in. */
public interface StockStart {
  /** A host that has no such way. */
  StockStart NONE =
      new StockStart() {
        @Override
        public StartForm form(DelegateExecution execution) {
          return StartForm.none();
        }

        @Override
        public void started(DelegateExecution execution, String subject) {
          // Nobody sees the engine here.
        }
      };

  /** What he filled in. */
  StartForm form(DelegateExecution execution);

  /** Any process is known to core now: what the host shows of it may be written. */
  void started(DelegateExecution execution, String subject);
}
