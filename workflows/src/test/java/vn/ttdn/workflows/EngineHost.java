package vn.ttdn.workflows;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.activiti.engine.ProcessEngine;
import org.activiti.engine.delegate.DelegateExecution;
import org.activiti.engine.delegate.TaskListener;
import org.activiti.engine.task.Task;
import org.activiti.spring.SpringProcessEngineConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.StartForm;
import vn.ttdn.core.plan.TaskVariables;
import vn.ttdn.core.port.UnitOfWork;

/**
 * Core on its fakes, the real engine on H2, wired as the standalone host wires them: the engine's
 * transaction and the fakes' end alike.
 */
final class EngineHost {
  private static final EngineHost SHARED = new EngineHost();

  private final FakeHost fake = FakeHost.on(new EngineWorkflow(this::engine));
  private final Stock stock = new Stock();
  private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
  private final ProcessEngine engine;

  EngineHost() {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=LEGACY;DB_CLOSE_DELAY=-1");
    JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
    configuration.setDataSource(database);
    configuration.setTransactionManager(transactions);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setJobExecutorActivate(false);
    configuration.setHistory("none");
    configuration.setBeans(
        Map.of(
            "ttdnFlow", new TtdnFlow(fake.flow()),
            "ttdnRouting", new TtdnRouting(fake.flow(), "GROUP_"),
            "ttdnPlanTasks", listener(),
            "ttdnPlanProcess", new PlanProcessListener(fake.flow(), stock)));
    engine = configuration.buildProcessEngine();
    fake.unitOfWork().around(new Transactions(new TransactionTemplate(transactions)));
    new ProcessDeployment(engine.getRepositoryService()).deploy();
  }

  private TaskListener listener() {
    PlanTaskListener ours = new PlanTaskListener(fake.flow());
    return task -> {
      ours.notify(task);
      if (task.getEventName().equals(TaskListener.EVENTNAME_COMPLETE)) {
        meanwhile.getAndSet(() -> {}).run();
      }
    };
  }

  /** Does something once while the next completion is on its way, after core has agreed to it. */
  void meanwhile(Runnable call) {
    meanwhile.set(call);
  }

  /** One engine for all tests that need no engine of their own: making one takes seconds. */
  static EngineHost shared() {
    return SHARED;
  }

  ProcessEngine engine() {
    return engine;
  }

  FakeHost fake() {
    return fake;
  }

  /** Somebody calls the engine past our page, as Alfresco's stock ways in do. */
  void past(String user, Runnable call) {
    fake.currentPerson()
        .as(
            user,
            () -> {
              fake.unitOfWork().run(call);
              return null;
            });
  }

  /** Somebody starts the process in the engine, having filled in the host's own form. */
  Dossier startPast(String user, StartForm form) {
    stock.filledIn.set(form);
    try {
      past(user, () -> engine.getRuntimeService().startProcessInstanceByKey(PlanProcess.KEY));
      return stock.adopted.get();
    } finally {
      stock.filledIn.remove();
      stock.adopted.remove();
    }
  }

  /** The engine's open task of a dossier; empty when its process has ended. */
  Optional<Task> openTask(Dossier dossier) {
    return Optional.ofNullable(
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceId(dossier.processId().orElseThrow())
            .singleResult());
  }

  boolean runs(Dossier dossier) {
    return engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(dossier.processId().orElseThrow())
            .count()
        == 1;
  }

  /** Completes the dossier's task past our page; no comment is written for a null. */
  void completePast(String user, Dossier dossier, String outcome, String comment) {
    String task = dossier.taskId().orElseThrow();
    past(
        user,
        () -> {
          engine.getTaskService().setVariableLocal(task, TaskVariables.OUTCOME, outcome);
          if (comment != null) {
            engine.getTaskService().setVariableLocal(task, TaskVariables.COMMENT, comment);
          }
          engine.getTaskService().complete(task);
        });
  }

  /** A dossier that was accepted up to the step with that clause. */
  Dossier dossierAt(String clause) {
    Dossier dossier = fake.openedWithLetter();
    String[][] steps = {
      {"6.2.1", "chuyenvien", "submitted"},
      {"6.2.2", "truongphong", "accepted"},
      {"6.2.3", "cuctruong", "accepted"},
      {"6.2.4", "vanthu", "issued"}
    };
    for (String[] step : steps) {
      if (step[0].equals(clause)) {
        break;
      }
      dossier = fake.decide(step[1], dossier.id(), step[2], "");
    }
    return dossier;
  }

  /** A host's own way in, whose form is what the test says. */
  private static final class Stock implements StockStart {
    private final ThreadLocal<StartForm> filledIn = ThreadLocal.withInitial(StartForm::none);
    private final ThreadLocal<Dossier> adopted = new ThreadLocal<>();

    @Override
    public StartForm form(DelegateExecution execution) {
      return filledIn.get();
    }

    @Override
    public void started(DelegateExecution execution, Dossier dossier) {
      adopted.set(dossier);
    }
  }

  private record Transactions(TransactionTemplate template) implements UnitOfWork {
    @Override
    public <T> T write(Supplier<T> work) {
      return template.execute(status -> work.get());
    }

    @Override
    public <T> T read(Supplier<T> work) {
      return write(work);
    }
  }
}
