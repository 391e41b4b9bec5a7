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
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.Step;

/** A changed file is a new version; who is on the way stays on the old one. */
class ProcessDeploymentTest {
  private static final String OLD_NAME = "Văn thư Cục phát hành";
  private static final String NEW_NAME = "Văn thư Cục cấp số và phát hành";

  private final EngineHost host = new EngineHost();
  private final FakeHost fake = host.fake();
  private final RepositoryService repository = host.engine().getRepositoryService();
  private final ProcessDeployment deployment = host.deployment();

  @Test
  void anUnchangedFileIsNotDeployedAgain() {
    // The host deployed when it started; this is its next start.
    assertThat(deployment.deploy()).isZero();
    assertThat(deployment.deploy(Procedure.PLAN, file())).isZero();
    assertThat(versions()).isEqualTo(1);
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(Procedure.values().length);
  }

  @Test
  void aChangedFileIsDeployedOnce() {
    deployment.deploy(Procedure.PLAN, changed());
    deployment.deploy(Procedure.PLAN, changed());
    assertThat(versions()).isEqualTo(2);
  }

  @Test
  void goingBackToAnEarlierFileIsAChangeToo() {
    deployment.deploy(Procedure.PLAN, changed());
    deployment.deploy(Procedure.PLAN, file());
    assertThat(versions()).isEqualTo(3);
    assertThat(issuingTask(host.dossierAt(Step.LETTER_CLERK_ISSUE))).isEqualTo(OLD_NAME);
  }

  @Test
  void dossiersOnTheWayGoOnByTheNewFile() {
    Dossier before = host.dossierAt(Step.LETTER_HEAD_REVIEW);
    assertThat(deployment.deploy(Procedure.PLAN, changed())).isEqualTo(1);
    Dossier after = host.dossierAt(Step.LETTER_CLERK_ISSUE);

    assertThat(version(before)).isEqualTo(2);
    assertThat(version(after)).isEqualTo(2);
    fake.decide("truongphong", before.id(), "returned", "Chưa rõ thời hạn");
    fake.work().to(before.id(), Step.LETTER_CLERK_ISSUE);
    assertThat(issuingTask(before)).isEqualTo(NEW_NAME);
    for (Dossier dossier : new Dossier[] {before, after}) {
      Dossier issued = dossier;
      while (!issued.state().ended()) {
        issued = fake.work().forward(dossier.id());
      }
      assertThat(issued.state()).isEqualTo(DossierState.ISSUED);
      assertThat(host.runs(dossier)).isFalse();
    }
  }

  /** The file of the first round alone, as it was deployed before there were three. */
  @Test
  void aDossierOfTheFirstRoundAloneGoesOnIntoTheSecond() {
    deployment.deploy(Procedure.PLAN, firstRound());
    Dossier drafting = fake.openedWithLetter();
    Dossier issuing = host.dossierAt(Step.LETTER_CLERK_ISSUE);
    assertThat(version(issuing)).isEqualTo(2);

    assertThat(deployment.deploy()).isEqualTo(2);

    for (Dossier dossier : new Dossier[] {drafting, issuing}) {
      fake.work().to(dossier.id(), Step.DRAFT_PLAN);
      assertThat(host.openTask(dossier).map(Task::getTaskDefinitionKey))
          .contains(Step.DRAFT_PLAN.id());
      assertThat(version(dossier)).isEqualTo(3);
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
        .processDefinitionKey(Procedure.PLAN.key())
        .list()
        .stream()
        .mapToInt(ProcessDefinition::getVersion)
        .max()
        .orElse(0);
  }

  private static byte[] file() {
    return ProcessFiles.bytes(Procedure.PLAN);
  }

  private static byte[] firstRound() {
    try (InputStream in =
        ProcessDeploymentTest.class.getResourceAsStream("first-round.bpmn20.xml")) {
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
