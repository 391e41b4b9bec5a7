package vn.ttdn.core.fakes;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.answers.AnswerOutcome;
import vn.ttdn.core.answers.AnswerState;
import vn.ttdn.core.answers.AnswerStep;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.plan.Completion;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.ProcedureFlow;
import vn.ttdn.core.plan.StartForm;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.plan.TaskFile;
import vn.ttdn.core.port.Workflow;

/**
 * An engine that goes where {@link Step#next} and {@link AnswerStep#after} say, and calls core back
 * at the same moments as the real one. The real one is tested in the room {@code workflows}.
 */
public final class FakeWorkflow implements Workflow, Rewindable {
  private record OpenTask(String processId, String stepId) {}

  private Map<String, Procedure> running = new LinkedHashMap<>();
  private Map<String, OpenTask> open = new LinkedHashMap<>();
  private Map<String, String> claims = new LinkedHashMap<>();
  private final Set<String> stuck = new HashSet<>();
  private int last;
  private Function<Procedure, ProcedureFlow> flows;

  void connect(Function<Procedure, ProcedureFlow> core) {
    this.flows = core;
  }

  /** The step of an open task by its id in the process file; empty if no such task is open. */
  public Optional<String> stepOf(String taskId) {
    return Optional.ofNullable(open.get(taskId)).map(OpenTask::stepId);
  }

  /** The tasks that are open. */
  public List<String> openTasks() {
    return List.copyOf(open.keySet());
  }

  /** Whether a process has not ended. */
  public boolean isRunning(String processId) {
    return running.containsKey(processId);
  }

  @Override
  public String start(Procedure procedure, String id, List<String> recordIds) {
    return begin(procedure, StartForm.none());
  }

  /** Somebody starts a procedure through the host's own way in, with a form. */
  public String begin(Procedure procedure, StartForm form) {
    String processId = "process-" + ++last;
    running.put(processId, procedure);
    flow(processId).started(processId, () -> form);
    arrive(processId, entry(procedure, flow(processId).entry(processId)));
    return processId;
  }

  private static String entry(Procedure procedure, int round) {
    return procedure == Procedure.UNIT_ANSWER
        ? AnswerStep.at(AnswerState.WAITING).orElseThrow().id()
        : Step.at(procedure, round, DossierState.DRAFTING).orElseThrow().id();
  }

  @Override
  public void complete(String taskId, Map<String, String> variables) {
    complete(taskId, variables, Map.of());
  }

  /** Completes a task in whose form somebody picked files. */
  public void complete(
      String taskId, Map<String, String> variables, Map<TaskFile, IncomingFile> files) {
    OpenTask task = openTask(taskId);
    ProcedureFlow flow = flow(task.processId());
    flow.completing(
        task.processId(),
        taskId,
        task.stepId(),
        new Completion(variables, file -> Optional.ofNullable(files.get(file))));
    open.remove(taskId);
    next(task.stepId(), flow.outcome(task.processId()))
        .ifPresentOrElse(step -> arrive(task.processId(), step), () -> end(task.processId()));
  }

  private static Optional<String> next(String stepId, String outcome) {
    Optional<AnswerStep> answer = AnswerStep.ofId(stepId);
    if (answer.isEmpty()) {
      return Step.ofId(stepId).orElseThrow().next(Outcome.ofCode(outcome)).map(Step::id);
    }
    AnswerOutcome given =
        answer.get().outcomes().stream()
            .filter(o -> o.code().equals(outcome))
            .findFirst()
            .orElseThrow();
    return AnswerStep.at(answer.get().after(given)).map(AnswerStep::id);
  }

  @Override
  public void assign(String taskId, String userName) {
    OpenTask task = openTask(taskId);
    flow(task.processId()).assigned(task.processId(), taskId, task.stepId(), userName);
    claims.put(taskId, userName);
  }

  @Override
  public void handOver(String taskId, String from, String to) {
    if (stuck.contains(taskId)) {
      throw new IllegalStateException("the engine fails at " + taskId);
    }
    if (from.equals(claims.get(taskId))) {
      claim(taskId, to);
    }
  }

  @Override
  public void release(String taskId, String from) {
    claims.remove(taskId, from);
  }

  /** Somebody takes an open task for himself, as people do in a host's own list of tasks. */
  public void claim(String taskId, String userName) {
    assign(taskId, userName);
  }

  /** Makes the engine fail whenever a task is to be handed over, or no longer. */
  public void stuck(String taskId, boolean isStuck) {
    if (isStuck) {
      stuck.add(taskId);
    } else {
      stuck.remove(taskId);
    }
  }

  /** Who has claimed a task or was given it; empty if nobody has. */
  public Optional<String> claimedBy(String taskId) {
    return Optional.ofNullable(claims.get(taskId));
  }

  @Override
  public void cancel(String processId) {
    if (!isRunning(processId)) {
      throw new IllegalStateException("no such process runs: " + processId);
    }
    open.values().removeIf(task -> task.processId().equals(processId));
    end(processId);
  }

  private void end(String processId) {
    flow(processId).ended(processId);
    running.remove(processId);
  }

  private void arrive(String processId, String stepId) {
    ProcedureFlow flow = flow(processId);
    String taskId = "task-" + ++last;
    open.put(taskId, new OpenTask(processId, stepId));
    Optional<Step> step = Step.ofId(stepId);
    boolean drafters =
        step.map(Step::drafts).orElseGet(() -> stepId.equals(AnswerStep.EXAMINE.id()));
    if (drafters) {
      flow.assigned(processId, taskId, stepId, flow.assignee(processId));
    } else {
      flow.candidates(processId, step.map(s -> s.role().name()).orElse("ASKED"));
    }
    flow.arrived(processId, taskId, stepId);
  }

  private OpenTask openTask(String taskId) {
    OpenTask task = open.get(taskId);
    if (task == null) {
      throw Refusal.of(Refusal.Kind.NOT_FOUND, "task-unknown");
    }
    return task;
  }

  private ProcedureFlow flow(String processId) {
    return flows.apply(running.get(processId));
  }

  @Override
  public Runnable mark() {
    Map<String, Procedure> runningThen = new LinkedHashMap<>(running);
    Map<String, OpenTask> then = new LinkedHashMap<>(open);
    Map<String, String> claimsThen = new LinkedHashMap<>(claims);
    return () -> {
      claims = claimsThen;
      running = runningThen;
      open = then;
    };
  }
}
