package vn.ttdn.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * query. Nothing is kept but what the engine needs to move on: no comment, no document.
 */
final class BareRound implements Round {
  private static final ThreadLocal<Task> OPENED = new ThreadLocal<>();

  private final ProcessEngine engine;
  private final UnitOfWork transactions;

  BareRound(BenchHost host) {
    this.engine = host.engine();
    this.transactions = host.host().unitOfWork();
    engine.getRuntimeService().addEventListener(new Opened(), ActivitiEventType.TASK_CREATED);
  }

  @Override
  public Ran run() {
    List<Long> nanos = new ArrayList<>();
    List<String> steps = new ArrayList<>();
    String processId =
        timed(
            nanos,
            () ->
                engine
                    .getRuntimeService()
                    .startProcessInstanceByKey(
                        BareProcess.KEY, Map.of(BareProcess.DRAFTER, "chuyenvien"))
                    .getId());
    for (String outcome : OUTCOMES) {
      Task task = OPENED.get();
      steps.add(task.getTaskDefinitionKey());
      timed(
          nanos,
          () -> {
            engine.getTaskService().complete(task.getId(), Map.of(BareProcess.OUTCOME, outcome));
            return task;
          });
    }
    return new Ran(nanos, steps, processId);
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
