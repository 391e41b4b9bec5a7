package vn.ttdn.core.fakes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.PlanFlow;
import vn.ttdn.core.plan.StartForm;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.port.Workflow;

/**
 * An engine that goes where {@link Step#next} says, and calls core back at the same moments as the
 * real one. The real one is tested in the room {@code workflows}.
 */
public final class FakeWorkflow implements Workflow, Rewindable {
  private record OpenTask(String processId, Step step) {}

  private Map<String, OpenTask> open = new LinkedHashMap<>();
  private int last;
  private PlanFlow flow;

  void connect(PlanFlow core) {
    this.flow = core;
  }

  /** The step of an open task; empty if no such task is open. */
  public Optional<Step> stepOf(String taskId) {
    return Optional.ofNullable(open.get(taskId)).map(OpenTask::step);
  }

  @Override
  public String start(String dossierId) {
    String processId = "process-" + ++last;
    flow.started(processId, StartForm::none);
    arrive(processId, Step.DRAFT_LETTER);
    return processId;
  }

  @Override
  public void complete(String taskId, Map<String, String> variables) {
    OpenTask task = open.get(taskId);
    if (task == null) {
      throw Refusal.of(Refusal.Kind.NOT_FOUND, "task-unknown");
    }
    flow.completing(task.processId(), taskId, task.step().id(), variables);
    open.remove(taskId);
    Outcome outcome = Outcome.ofCode(flow.outcome(task.processId()));
    task.step()
        .next(outcome)
        .ifPresentOrElse(
            step -> arrive(task.processId(), step), () -> flow.ended(task.processId()));
  }

  private void arrive(String processId, Step step) {
    if (step == Step.DRAFT_LETTER) {
      flow.drafter(processId);
    } else {
      flow.candidates(processId, step.role());
    }
    String taskId = "task-" + ++last;
    open.put(taskId, new OpenTask(processId, step));
    flow.arrived(processId, taskId, step.id());
  }

  @Override
  public Runnable mark() {
    Map<String, OpenTask> then = new LinkedHashMap<>(open);
    return () -> open = then;
  }
}
