package vn.ttdn.workflows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.activiti.engine.ProcessEngine;
import org.activiti.engine.delegate.DelegateExecution;
import org.activiti.engine.delegate.DelegateTask;
import org.activiti.engine.delegate.TaskListener;
import org.activiti.engine.task.Task;
import org.activiti.spring.SpringProcessEngineConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.StartForm;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.plan.TaskFile;
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
  private Map<TaskFile, IncomingFile> picked = Map.of();
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
    Map<Object, Object> beans = new HashMap<>();
    beans.putAll(
        ProcessBeans.of(
            fake.flow(), fake.answerFlow(), "GROUP_", stock, StockStart.NONE, this::picked));
    beans.put("ttdnPlanTasks", interrupted((TaskListener) beans.get("ttdnPlanTasks")));
    configuration.setBeans(beans);
    engine = configuration.buildProcessEngine();
    fake.unitOfWork().around(new Transactions(new TransactionTemplate(transactions)));
    deployment().deploy();
  }

  ProcessDeployment deployment() {
    return new ProcessDeployment(
        engine.getRepositoryService(), engine.getRuntimeService(), engine.getManagementService());
  }

  private Optional<IncomingFile> picked(DelegateTask task, TaskFile file) {
    return Optional.ofNullable(picked.get(file));
  }

  /** What somebody picks in the forms of the tasks that he completes from now on. */
  void picks(Map<TaskFile, IncomingFile> files) {
    picked = Map.copyOf(files);
  }

  private TaskListener interrupted(TaskListener ours) {
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
      past(user, () -> engine.getRuntimeService().startProcessInstanceByKey(Procedure.PLAN.key()));
      return fake.unitOfWork()
          .read(() -> fake.ledger().lockByProcess(stock.adopted.get()))
          .orElseThrow();
    } finally {
      stock.filledIn.remove();
      stock.adopted.remove();
    }
  }

  /** The engine's open task of a dossier; empty when its process has ended. */
  Optional<Task> openTask(Dossier dossier) {
    return openTask(dossier.processId().orElseThrow());
  }

  /** The open task of a process; empty when it has ended. */
  Optional<Task> openTask(String processId) {
    return Optional.ofNullable(
        engine.getTaskService().createTaskQuery().processInstanceId(processId).singleResult());
  }

  boolean runs(Dossier dossier) {
    return runs(dossier.processId().orElseThrow());
  }

  boolean runs(String processId) {
    return engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(processId)
            .count()
        == 1;
  }

  /** The clerk says in the task's form that who has no address gets it on paper. */
  void onPaper(Dossier dossier) {
    past(
        "vanthu",
        () ->
            engine
                .getTaskService()
                .setVariableLocal(dossier.taskId().orElseThrow(), TaskVariables.ON_PAPER, "true"));
  }

  /** Completes the dossier's task past our page; no comment is written for a null. */
  void completePast(String user, Dossier dossier, String outcome, String comment) {
    completePast(
        user,
        dossier,
        comment == null
            ? Map.of(TaskVariables.OUTCOME, outcome)
            : Map.of(TaskVariables.OUTCOME, outcome, TaskVariables.COMMENT, comment));
  }

  /** Completes the dossier's task past our page with these local variables. */
  void completePast(String user, Dossier dossier, Map<String, String> variables) {
    String task = dossier.taskId().orElseThrow();
    past(
        user,
        () -> {
          engine.getTaskService().setVariablesLocal(task, variables);
          engine.getTaskService().complete(task);
        });
  }

  /** A new dossier at the first step of that clause. */
  Dossier dossierAt(String clause) {
    return dossierAt(
        Arrays.stream(Step.values())
            .filter(step -> step.clause().equals(clause))
            .findFirst()
            .orElseThrow());
  }

  /** A new dossier at that step. */
  Dossier dossierAt(Step step) {
    return fake.work().at(step);
  }

  /** A host's own way in, whose form is what the test says. */
  private static final class Stock implements StockStart {
    private final ThreadLocal<StartForm> filledIn = ThreadLocal.withInitial(StartForm::none);
    private final ThreadLocal<String> adopted = new ThreadLocal<>();

    @Override
    public StartForm form(DelegateExecution execution) {
      return filledIn.get();
    }

    @Override
    public void started(DelegateExecution execution, String subject) {
      adopted.set(execution.getProcessInstanceId());
    }
  }

  private record Transactions(TransactionTemplate template) implements UnitOfWork {
    @Override
    public <T> T write(Supplier<T> work) {
      return template.execute(status -> work.get());
    }

    @Override
    public <T> T join(Supplier<T> work) {
      return write(work);
    }

    @Override
    public <T> T read(Supplier<T> work) {
      return write(work);
    }
  }
}
