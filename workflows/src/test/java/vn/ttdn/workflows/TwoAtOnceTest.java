package vn.ttdn.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.activiti.engine.TaskService;
import org.activiti.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.fakes.Work;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.plan.TaskVariables;
import vn.ttdn.core.text.Messages;

/** Two people, or two windows of one, decide the same task. */
class TwoAtOnceTest {
  private final EngineHost host = EngineHost.shared();
  private final FakeHost fake = host.fake();
  private final ExecutorService two = Executors.newFixedThreadPool(2);
  private final CyclicBarrier together = new CyclicBarrier(2);

  @AfterEach
  void end() {
    two.shutdownNow();
  }

  @RepeatedTest(10)
  void ofTwoLeadersOneDecides() throws Exception {
    Dossier dossier = host.dossierAt("6.2.3");
    String task = dossier.taskId().orElseThrow();
    Future<Optional<Refusal>> chief = two.submit(decides("cuctruong", task, "accepted", ""));
    Future<Optional<Refusal>> deputy = two.submit(decides("cucpho", task, "returned", "Chưa rõ"));
    boolean chiefWon = chief.get(30, TimeUnit.SECONDS).isEmpty();
    boolean deputyWon = deputy.get(30, TimeUnit.SECONDS).isEmpty();

    assertThat(chiefWon).isNotEqualTo(deputyWon);
    Refusal lost = (chiefWon ? deputy : chief).get().orElseThrow();
    assertThat(lost.code()).isEqualTo("task-decided-already");
    assertThat(lost.kind()).isEqualTo(Refusal.Kind.CONFLICT);
    assertThat(lost.text("detail", Messages.VIETNAMESE))
        .contains(chiefWon ? "Đỗ Minh Tuấn" : "Phạm Quốc Anh");
    assertThat(fake.dossier(dossier.id()).state())
        .isEqualTo(chiefWon ? DossierState.ISSUING : DossierState.DRAFTING);
    assertThat(host.openTask(dossier).orElseThrow().getId())
        .isEqualTo(fake.dossier(dossier.id()).taskId().orElseThrow());
    assertThat(decisions(dossier)).filteredOn(d -> d.taskId().equals(task)).hasSize(1);
  }

  @RepeatedTest(5)
  void aLetterIsIssuedOnceFromTwoWindows() throws Exception {
    Dossier dossier = host.dossierAt("6.2.4");
    fake.putSigned("vanthu", dossier.id());
    int records = fake.documents().recordCount();
    String task = dossier.taskId().orElseThrow();
    List<Future<Optional<Refusal>>> windows =
        two.invokeAll(
            List.of(decides("vanthu", task, "issued", ""), decides("vanthu", task, "issued", "")));

    int refused = 0;
    for (Future<Optional<Refusal>> window : windows) {
      Optional<Refusal> refusal = window.get(30, TimeUnit.SECONDS);
      refused += refusal.isPresent() ? 1 : 0;
      refusal.ifPresent(r -> assertThat(r.code()).isEqualTo("task-decided-already"));
    }
    assertThat(refused).isEqualTo(1);
    assertThat(fake.documents().recordCount()).isEqualTo(records + 1);
    assertThat(host.openTask(dossier).map(Task::getTaskDefinitionKey))
        .contains(Step.DRAFT_PLAN.id());
  }

  /** Past the page somebody changes the engine's row, which the lock on the dossier cannot stop. */
  @Test
  void whoLosesInTheEngineIsToldToTryAgain() {
    Dossier dossier = host.dossierAt("6.2.2");
    String task = dossier.taskId().orElseThrow();
    TaskService tasks = host.engine().getTaskService();
    AtomicBoolean changed = new AtomicBoolean();
    host.meanwhile(
        () -> {
          await(two.submit(() -> tasks.setPriority(task, 90)));
          changed.set(true);
        });
    Refused.with(
        "busy",
        host,
        dossier,
        () ->
            fake.as(
                "truongphong", () -> fake.dossiers().decide(task, Work.variables("accepted", ""))));
    assertThat(changed).isTrue();

    assertThat(fake.decide("truongphong", dossier.id(), "accepted", "").state())
        .isEqualTo(DossierState.AGENCY_LEADER_REVIEW);
  }

  private Callable<Optional<Refusal>> decides(
      String who, String task, String outcome, String comment) {
    return () -> {
      together.await(30, TimeUnit.SECONDS);
      try {
        fake.as(
            who,
            () ->
                fake.dossiers()
                    .decide(
                        task,
                        Work.with(
                            Work.variables(outcome, comment), TaskVariables.ON_PAPER, "true")));
        return Optional.empty();
      } catch (Refusal refusal) {
        return Optional.of(refusal);
      }
    };
  }

  private List<Decision> decisions(Dossier dossier) {
    return fake.unitOfWork().read(() -> fake.ledger().decisions(dossier.id()));
  }

  private static void await(Future<?> done) {
    try {
      done.get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
