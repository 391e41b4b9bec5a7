package vn.ttdn.benchmarks;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.activiti.engine.ProcessEngine;
import org.activiti.engine.delegate.event.ActivitiEntityEvent;
import org.activiti.engine.delegate.event.ActivitiEvent;
import org.activiti.engine.delegate.event.ActivitiEventListener;
import org.activiti.engine.delegate.event.ActivitiEventType;
import org.activiti.engine.task.Task;
import vn.ttdn.core.answers.AnswerOutcome;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.port.UnitOfWork;
import vn.ttdn.core.schema.DocumentSlot;

/**
 * The plan on bare Activiti: the engine's services and nothing else, through the same transactions
 * as ours. It need not ask the engine which task is open: an event tells, which costs less than any
 * query.
 */
final class BareRounds implements Rounds {
  /** The open task of each process, as this thread saw it opened. */
  private static final ThreadLocal<Map<String, Task>> OPENED =
      ThreadLocal.withInitial(HashMap::new);

  private final ProcessEngine engine;
  private final UnitOfWork transactions;
  private final Letters letters;
  private final boolean keeps;
  private final AtomicLong files = new AtomicLong();

  private BareRounds(ProcessEngine engine, BenchHost host, Letters letters, boolean keeps) {
    this.engine = engine;
    this.transactions = host.host().unitOfWork();
    this.letters = letters;
    this.keeps = keeps;
    engine.getRuntimeService().addEventListener(new Opened(), ActivitiEventType.TASK_CREATED);
  }

  /**
   * Activiti as it comes, given what our plan is given: every file, kept as an attachment, and a
   * comment with every decision; its history, on by default, keeps who decided what and when.
   */
  static BareRounds asItComes(BenchHost host, Letters letters) {
    return new BareRounds(host.engineAsItComes(), host, letters, true);
  }

  /**
   * The least that moves the processes: no file, no comment, the history switched off. Nothing is
   * left of such a plan when it has ended.
   */
  static BareRounds keepingNothing(BenchHost host, Letters letters) {
    return new BareRounds(host.engine(), host, letters, false);
  }

  @Override
  public Ran run() {
    OPENED.get().clear();
    Watch watch = new Watch(transactions);
    List<String> steps = new ArrayList<>();
    signIn(DRAFTER);
    String plan = watch.timed(Part.OPEN, () -> start(Procedure.PLAN));
    List<String> processes = new ArrayList<>(List.of(plan));
    List<String> silent = new ArrayList<>();
    for (Turn turn : TURNS) {
      steps.add(OPENED.get().get(plan).getTaskDefinitionKey());
      signIn(turn.person());
      for (DocumentSlot slot : turn.files()) {
        attach(watch, plan, slot.kind().name());
      }
      boolean last = turn.equals(TURNS.get(TURNS.size() - 1));
      List<String> asked = watch.timed(turn.part(), () -> decide(plan, turn, last, silent));
      for (int i = 0; i < asked.size(); i++) {
        String person = ANSWERING.get(ADDRESSEES.get(i));
        if (person == null) {
          silent.add(asked.get(i));
        } else {
          answer(watch, asked.get(i), person);
        }
      }
      processes.addAll(asked);
    }
    return new Ran(watch.transactions(), steps, processes);
  }

  private String start(Procedure procedure) {
    return engine
        .getRuntimeService()
        .startProcessInstanceByKey(BareProcess.key(procedure), Map.of(BareProcess.DRAFTER, DRAFTER))
        .getId();
  }

  private void attach(Watch watch, String processId, String description) {
    if (!keeps) {
      return;
    }
    byte[] letter = letters.unlike(files.incrementAndGet());
    watch.timed(
        Part.FILE,
        () ->
            engine
                .getTaskService()
                .createAttachment(
                    "application/pdf",
                    null,
                    processId,
                    FILE_NAME,
                    description,
                    new ByteArrayInputStream(letter)));
  }

  /**
   * Takes a step, asks where it asks, and drops what nobody answered where the plan ends.
   *
   * @return the processes of those who were asked, in the order of the addressees
   */
  private List<String> decide(String plan, Turn turn, boolean last, List<String> silent) {
    complete(plan, turn.outcome());
    if (last) {
      silent.forEach(id -> engine.getRuntimeService().deleteProcessInstance(id, "plan issued"));
    }
    return turn.asks()
        ? ADDRESSEES.stream().map(addressee -> start(Procedure.UNIT_ANSWER)).toList()
        : List.of();
  }

  private void answer(Watch watch, String processId, String person) {
    signIn(person);
    attach(watch, processId, person);
    watch.timed(Part.ANSWER, () -> complete(processId, AnswerOutcome.ANSWERED.code()));
    signIn(DRAFTER);
    watch.timed(Part.ANSWER, () -> complete(processId, AnswerOutcome.ACCEPTED.code()));
  }

  private String complete(String processId, String outcome) {
    String taskId = OPENED.get().get(processId).getId();
    if (keeps) {
      engine.getTaskService().addComment(taskId, processId, COMMENT);
    }
    engine.getTaskService().complete(taskId, Map.of(BareProcess.OUTCOME, outcome));
    return taskId;
  }

  private void signIn(String userName) {
    engine.getIdentityService().setAuthenticatedUserId(userName);
  }

  /** Remembers the task that this thread opened last in a process. */
  private static final class Opened implements ActivitiEventListener {
    @Override
    public void onEvent(ActivitiEvent event) {
      Task task = (Task) ((ActivitiEntityEvent) event).getEntity();
      OPENED.get().put(task.getProcessInstanceId(), task);
    }

    @Override
    public boolean isFailOnException() {
      return true;
    }
  }
}
