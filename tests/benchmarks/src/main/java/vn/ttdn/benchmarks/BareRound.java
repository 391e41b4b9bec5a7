package vn.ttdn.benchmarks;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.activiti.engine.ProcessEngine;
import org.activiti.engine.delegate.event.ActivitiEntityEvent;
import org.activiti.engine.delegate.event.ActivitiEvent;
import org.activiti.engine.delegate.event.ActivitiEventListener;
import org.activiti.engine.delegate.event.ActivitiEventType;
import org.activiti.engine.task.Task;
import vn.ttdn.core.port.UnitOfWork;

/**
 * The round on bare Activiti: the engine's services and nothing else, through the same transactions
 * as ours. It need not ask the engine which task is open: an event tells, which costs less than any
 * query.
 */
final class BareRound implements Round {
  private static final ThreadLocal<Task> OPENED = new ThreadLocal<>();

  private final ProcessEngine engine;
  private final UnitOfWork transactions;
  private final Letters letters;
  private final boolean keeps;
  private final AtomicLong count = new AtomicLong();

  private BareRound(ProcessEngine engine, BenchHost host, Letters letters, boolean keeps) {
    this.engine = engine;
    this.transactions = host.host().unitOfWork();
    this.letters = letters;
    this.keeps = keeps;
    engine.getRuntimeService().addEventListener(new Opened(), ActivitiEventType.TASK_CREATED);
  }

  /**
   * Activiti as it comes, given what our round is given: the letter, kept as an attachment, and a
   * comment with every decision; its history, on by default, keeps who decided what and when.
   */
  static BareRound asItComes(BenchHost host, Letters letters) {
    return new BareRound(host.engineAsItComes(), host, letters, true);
  }

  /**
   * The least that moves a process: no letter, no comment, the history switched off. Nothing is
   * left of such a round when it has ended.
   */
  static BareRound keepingNothing(BenchHost host, Letters letters) {
    return new BareRound(host.engine(), host, letters, false);
  }

  @Override
  public Ran run() {
    List<Long> nanos = new ArrayList<>();
    List<String> steps = new ArrayList<>();
    byte[] letter = letters.unlike(count.incrementAndGet());
    signIn(PEOPLE.get(0));
    String processId = timed(nanos, this::start);
    if (keeps) {
      timed(nanos, () -> attach(processId, letter));
    }
    for (int i = 0; i < OUTCOMES.size(); i++) {
      String outcome = OUTCOMES.get(i);
      Task task = OPENED.get();
      steps.add(task.getTaskDefinitionKey());
      signIn(PEOPLE.get(i));
      timed(nanos, () -> decide(processId, task.getId(), outcome));
    }
    return new Ran(nanos, steps, processId);
  }

  private String start() {
    return engine
        .getRuntimeService()
        .startProcessInstanceByKey(BareProcess.KEY, Map.of(BareProcess.DRAFTER, PEOPLE.get(0)))
        .getId();
  }

  private Object attach(String processId, byte[] letter) {
    return engine
        .getTaskService()
        .createAttachment(
            "application/pdf", null, processId, LETTER_NAME, "", new ByteArrayInputStream(letter));
  }

  private Object decide(String processId, String taskId, String outcome) {
    if (keeps) {
      engine.getTaskService().addComment(taskId, processId, COMMENT);
    }
    engine.getTaskService().complete(taskId, Map.of(BareProcess.OUTCOME, outcome));
    return taskId;
  }

  private void signIn(String userName) {
    engine.getIdentityService().setAuthenticatedUserId(userName);
  }

  private <T> T timed(List<Long> nanos, Supplier<T> work) {
    long before = System.nanoTime();
    T result = transactions.write(work);
    nanos.add(System.nanoTime() - before);
    return result;
  }

  /** Remembers the task that this thread opened last. */
  private static final class Opened implements ActivitiEventListener {
    @Override
    public void onEvent(ActivitiEvent event) {
      OPENED.set((Task) ((ActivitiEntityEvent) event).getEntity());
    }

    @Override
    public boolean isFailOnException() {
      return true;
    }
  }
}
