package vn.ttdn.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Optional;
import org.activiti.engine.task.Task;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.plan.Dossier;

/** Asserts that something is refused and has left dossier, register and engine as they were. */
final class Refused {
  private Refused() {}

  static void with(String code, EngineHost host, Dossier dossier, Runnable call) {
    assertThat(by(host, dossier, call).code()).isEqualTo(code);
  }

  /** The refusal, whichever it was. */
  static Refusal by(EngineHost host, Dossier dossier, Runnable call) {
    Dossier before = host.fake().dossier(dossier.id());
    Optional<Task> taskBefore = host.openTask(dossier);
    int mailsBefore = host.fake().ledger().outbox().size();
    int recordsBefore = host.fake().documents().recordCount();

    Throwable thrown = catchThrowable(call::run);

    assertThat(thrown).as("nothing was refused").isNotNull();
    assertThat(Refusal.in(thrown)).as(() -> "no refusal behind " + thrown).isPresent();
    assertThat(host.fake().dossier(dossier.id())).isEqualTo(before);
    assertThat(host.fake().ledger().outbox()).hasSize(mailsBefore);
    assertThat(host.fake().documents().recordCount()).isEqualTo(recordsBefore);
    Optional<Task> taskAfter = host.openTask(dossier);
    assertThat(taskAfter.map(Task::getId)).isEqualTo(taskBefore.map(Task::getId));
    assertThat(taskAfter.map(Task::getAssignee)).isEqualTo(taskBefore.map(Task::getAssignee));
    assertThat(taskAfter.map(Task::getOwner)).isEqualTo(taskBefore.map(Task::getOwner));
    return Refusal.in(thrown).orElseThrow();
  }
}
