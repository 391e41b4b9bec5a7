package vn.ttdn.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.activiti.engine.RepositoryService;
import org.activiti.engine.repository.ProcessDefinition;
import org.activiti.engine.task.Task;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;

/** A changed file is a new version; who is on the way stays on the old one. */
class ProcessDeploymentTest {
  private static final String OLD_NAME = "Văn thư Cục phát hành";
  private static final String NEW_NAME = "Văn thư Cục cấp số và phát hành";

  private final EngineHost host = new EngineHost();
  private final FakeHost fake = host.fake();
  private final RepositoryService repository = host.engine().getRepositoryService();
  private final ProcessDeployment deployment = new ProcessDeployment(repository);

  @Test
  void anUnchangedFileIsNotDeployedAgain() {
    // The host deployed when it started; this is its next start.
    assertThat(deployment.deploy()).isFalse();
    assertThat(deployment.deploy(file())).isFalse();
    assertThat(versions()).isEqualTo(1);
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
  }

  @Test
  void aChangedFileIsDeployedOnce() {
    assertThat(deployment.deploy(changed())).isTrue();
    assertThat(deployment.deploy(changed())).isFalse();
    assertThat(versions()).isEqualTo(2);
  }

  @Test
  void goingBackToAnEarlierFileIsAChangeToo() {
    deployment.deploy(changed());
    assertThat(deployment.deploy(file())).isTrue();
    assertThat(versions()).isEqualTo(3);
    assertThat(issuingTask(host.dossierAt("6.2.4"))).isEqualTo(OLD_NAME);
  }

  @Test
  void dossiersOnTheWayKeepTheirVersion() {
    Dossier before = host.dossierAt("6.2.2");
    deployment.deploy(changed());
    Dossier after = host.dossierAt("6.2.4");

    assertThat(version(before)).isEqualTo(1);
    assertThat(version(after)).isEqualTo(2);
    fake.decide("truongphong", before.id(), "returned", "Chưa rõ thời hạn");
    fake.decide("chuyenvien", before.id(), "submitted", "");
    fake.decide("truongphong", before.id(), "accepted", "");
    fake.decide("cuctruong", before.id(), "accepted", "");
    assertThat(version(before)).isEqualTo(1);
    assertThat(issuingTask(before)).isEqualTo(OLD_NAME);
    assertThat(issuingTask(after)).isEqualTo(NEW_NAME);
    for (Dossier dossier : new Dossier[] {before, after}) {
      assertThat(fake.decide("vanthu", dossier.id(), "issued", "").state())
          .isEqualTo(DossierState.ISSUED);
      assertThat(host.runs(dossier)).isFalse();
    }
  }

  private String issuingTask(Dossier dossier) {
    return host.openTask(dossier).map(Task::getName).orElseThrow();
  }

  private int version(Dossier dossier) {
    String definition = host.openTask(dossier).orElseThrow().getProcessDefinitionId();
    return repository.getProcessDefinition(definition).getVersion();
  }

  private int versions() {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(PlanProcess.KEY)
        .list()
        .stream()
        .mapToInt(ProcessDefinition::getVersion)
        .max()
        .orElse(0);
  }

  private static byte[] file() {
    try (InputStream in = PlanProcess.open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] changed() {
    String old = new String(file(), StandardCharsets.UTF_8);
    assertThat(old).contains(OLD_NAME);
    return old.replace(OLD_NAME, NEW_NAME).getBytes(StandardCharsets.UTF_8);
  }
}
