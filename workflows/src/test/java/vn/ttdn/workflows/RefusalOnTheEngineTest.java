package vn.ttdn.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.activiti.engine.ActivitiException;
import org.activiti.engine.RepositoryService;
import org.activiti.engine.RuntimeService;
import org.activiti.engine.TaskService;
import org.activiti.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.fakes.Work;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Procedure;

/** What the engine's own API must not let through: Alfresco's stock ways in end there. */
class RefusalOnTheEngineTest {
  private final EngineHost host = EngineHost.shared();
  private final FakeHost fake = host.fake();
  private final TaskService tasks = host.engine().getTaskService();
  private final RuntimeService processes = host.engine().getRuntimeService();
  private final RepositoryService definitions = host.engine().getRepositoryService();

  @ParameterizedTest
  @ValueSource(strings = {"6.2.1", "6.2.2", "6.2.3", "6.2.4", "6.2.5", "6.2.10", "6.2.13"})
  void noProcessIsDeletedPastCore(String clause) {
    Dossier dossier = host.dossierAt(clause);
    refused(
        "process-not-ended",
        dossier,
        "cuctruong",
        () -> processes.deleteProcessInstance(dossier.processId().orElseThrow(), "huỷ"));
    assertThat(host.runs(dossier)).isTrue();
  }

  @Test
  void noDeploymentIsTakenAwayFromUnderItsProcesses() {
    Dossier dossier = host.dossierAt("6.2.2");
    String deployment =
        definitions
            .createProcessDefinitionQuery()
            .processDefinitionKey(Procedure.PLAN.key())
            .latestVersion()
            .singleResult()
            .getDeploymentId();
    assertThatThrownBy(() -> host.past("cuctruong", () -> definitions.deleteDeployment(deployment)))
        .hasRootCauseInstanceOf(SQLIntegrityConstraintViolationException.class);
    assertThat(fake.decide("truongphong", dossier.id(), "accepted", "").state())
        .isEqualTo(DossierState.AGENCY_LEADER_REVIEW);
  }

  @Test
  void noTaskIsDeleted() {
    Dossier dossier = host.dossierAt("6.2.2");
    String task = dossier.taskId().orElseThrow();
    assertThatThrownBy(() -> host.past("truongphong", () -> tasks.deleteTask(task, true)))
        .isInstanceOf(ActivitiException.class);
    assertThat(host.openTask(dossier)).isPresent();
  }

  @Test
  void noProcessStartsWithoutALetter() {
    long before = processes.createProcessInstanceQuery().count();
    Throwable thrown =
        catchThrowable(
            () ->
                host.past(
                    "chuyenvien",
                    () ->
                        processes.startProcessInstanceByKey(
                            Procedure.PLAN.key(), Map.of("x", "y"))));
    assertThat(Refusal.in(thrown))
        .hasValueSatisfying(r -> assertThat(r.code()).isEqualTo("start-needs-one-letter"));
    assertThat(processes.createProcessInstanceQuery().count()).isEqualTo(before);
  }

  @Test
  void variablesOfTheProcessChangeNothing() {
    Dossier dossier = host.dossierAt("6.2.2");
    String process = dossier.processId().orElseThrow();
    String task = dossier.taskId().orElseThrow();
    host.past(
        "chuyenvien",
        () -> {
          for (String name : Set.of("ttdnwf_outcome", "bpm_comment", "outcome", "ttdnFlow")) {
            processes.setVariable(process, name, "accepted");
          }
        });
    refused("outcome-unknown", dossier, "truongphong", () -> tasks.complete(task));
    // Not local: what the process holds is not what the deciding person said.
    refused(
        "outcome-unknown",
        dossier,
        "truongphong",
        () -> tasks.complete(task, Map.of("ttdnwf_outcome", "accepted")));

    Dossier returned = fake.decide("truongphong", dossier.id(), "returned", "Chưa rõ thời hạn");
    assertThat(returned.state()).isEqualTo(DossierState.DRAFTING);
    assertThat(host.openTask(dossier).map(Task::getTaskDefinitionKey))
        .contains("s6_2_1_draftLetter");
  }

  @Test
  void noSignalPushesAStepOn() {
    Dossier dossier = host.dossierAt("6.2.3");
    assertThatThrownBy(
            () -> host.past("cuctruong", () -> processes.signal(dossier.processId().orElseThrow())))
        .isInstanceOf(ActivitiException.class);
    assertThat(host.openTask(dossier).map(Task::getId)).isEqualTo(dossier.taskId());
  }

  @ParameterizedTest
  @CsvSource({
    "6.2.1, chuyenvien2, submitted, not-the-drafter",
    "6.2.1, truongphong, submitted, not-the-drafter",
    "6.2.2, chuyenvien2, accepted,  role-missing",
    "6.2.2, tpnghiepvu,  accepted,  role-missing",
    "6.2.2, cuctruong,   accepted,  role-missing",
    "6.2.2, chuyenvien,  accepted,  role-missing",
    "6.2.3, truongphong, accepted,  role-missing",
    "6.2.3, vanthu,      accepted,  role-missing",
    "6.2.4, cuctruong,   issued,    role-missing",
    "6.2.4, chuyenvien,  issued,    role-missing",
    "6.2.1, chuyenvien,  accepted,  outcome-unknown",
    "6.2.2, truongphong, issued,    outcome-unknown",
    "6.2.2, truongphong, Accepted,  outcome-unknown",
    "6.2.4, vanthu,      accepted,  outcome-unknown",
    "6.2.2, truongphong, '',        outcome-unknown"
  })
  void whoMayNotDoesNot(String clause, String who, String outcome, String code) {
    Dossier dossier = host.dossierAt(clause);
    Refused.with(code, host, dossier, () -> host.completePast(who, dossier, outcome, "Ý kiến"));
  }

  @ParameterizedTest
  @CsvSource({"6.2.2, truongphong", "6.2.3, cucpho", "6.2.4, vanthu"})
  void aReturnNeedsAReason(String clause, String who) {
    Dossier dossier = host.dossierAt(clause);
    Refused.with(
        "reason-missing",
        host,
        dossier,
        () -> host.completePast(who, dossier, "returned", " \u00a0"));
    Refused.with(
        "reason-missing", host, dossier, () -> host.completePast(who, dossier, "returned", null));
  }

  @ParameterizedTest
  @CsvSource({
    "6.2.2, DEPARTMENT_HEAD, PTTDN, accepted",
    "6.2.3, AGENCY_LEADER,   CUC,   accepted",
    "6.2.4, AGENCY_CLERK,    CUC,   issued"
  })
  void nobodyDecidesWhatHeDrafted(String clause, Role role, String unit, String outcome) {
    Person plain = fake.directory().person("chuyenvien").orElseThrow();
    fake.directory()
        .put(
            new Person(
                plain.userName(),
                plain.fullName(),
                plain.position(),
                plain.email(),
                Set.of(new RoleAt(Role.SPECIALIST, "PTTDN"), new RoleAt(role, unit))));
    try {
      Dossier dossier = host.dossierAt(clause);
      Refused.with(
          "own-draft", host, dossier, () -> host.completePast("chuyenvien", dossier, outcome, ""));
      refused("own-draft", dossier, "chuyenvien", () -> claim(dossier, "chuyenvien"));
    } finally {
      fake.directory().put(plain);
    }
  }

  @Test
  void whoLostTheRoleDecidesNoMore() {
    Dossier dossier = host.dossierAt("6.2.3");
    Person plain = fake.directory().person("cucpho").orElseThrow();
    host.past("cucpho", () -> claim(dossier, "cucpho"));
    fake.directory().put(new Person("cucpho", plain.fullName(), "", Optional.empty(), Set.of()));
    try {
      Refused.with(
          "role-missing",
          host,
          dossier,
          () -> host.completePast("cucpho", dossier, "accepted", ""));
    } finally {
      fake.directory().put(plain);
    }
  }

  @Test
  void nobodyIsNobody() {
    Dossier dossier = host.dossierAt("6.2.2");
    Refused.with(
        "signed-out", host, dossier, () -> host.completePast(null, dossier, "accepted", ""));
    Refused.with(
        "signed-out", host, dossier, () -> host.completePast("không-có", dossier, "accepted", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "6.2.1, chuyenvien2, not-the-drafter",
    "6.2.2, chuyenvien2, role-missing",
    "6.2.2, tpnghiepvu,  role-missing",
    "6.2.3, truongphong, role-missing",
    "6.2.4, cuctruong,   role-missing",
    "6.2.4, không-có,    person-unknown"
  })
  void noTaskIsGivenToWhoMayNotDecideIt(String clause, String to, String code) {
    Dossier dossier = host.dossierAt(clause);
    String task = dossier.taskId().orElseThrow();
    if (!clause.equals("6.2.1")) {
      refused(code, dossier, to, () -> tasks.claim(task, to));
    }
    refused(code, dossier, "cuctruong", () -> tasks.setAssignee(task, to));
    refused(code, dossier, "cuctruong", () -> tasks.delegateTask(task, to));
    refused(
        code,
        dossier,
        "cuctruong",
        () -> {
          Task detached = tasks.createTaskQuery().taskId(task).singleResult();
          detached.setAssignee(to);
          tasks.saveTask(detached);
        });
  }

  @Test
  void aTaskIsReassignedAndGivenBackAmongThoseWhoMayDecideIt() {
    Dossier dossier = host.dossierAt("6.2.3");
    String task = dossier.taskId().orElseThrow();
    host.past("cuctruong", () -> tasks.claim(task, "cuctruong"));
    host.past("cuctruong", () -> tasks.setAssignee(task, "cucpho"));
    assertThat(host.openTask(dossier).map(Task::getAssignee)).contains("cucpho");
    host.past("cucpho", () -> tasks.unclaim(task));
    assertThat(host.openTask(dossier).map(Task::getAssignee)).isEmpty();
    // Holding the task is a convenience; the role decides.
    host.past("cucpho", () -> tasks.claim(task, "cucpho"));
    assertThat(fake.decide("cuctruong", dossier.id(), "accepted", "").state())
        .isEqualTo(DossierState.ISSUING);
  }

  @Test
  void noTaskIsDelegated() {
    Dossier dossier = host.dossierAt("6.2.3");
    String task = dossier.taskId().orElseThrow();
    host.past("cuctruong", () -> tasks.claim(task, "cuctruong"));
    refused("task-not-delegable", dossier, "cuctruong", () -> tasks.delegateTask(task, "cucpho"));
  }

  @Test
  void aTaskIsDecidedOnce() {
    Dossier dossier = host.dossierAt("6.2.3");
    String task = dossier.taskId().orElseThrow();
    fake.decide("cuctruong", dossier.id(), "accepted", "");
    Refused.with(
        "task-decided-already",
        host,
        dossier,
        () ->
            fake.as(
                "cucpho",
                () -> fake.dossiers().decide(task, Work.variables("returned", "Không đồng ý"))));
    Refused.with(
        "task-unknown",
        host,
        dossier,
        () -> fake.as("cucpho", () -> fake.dossiers().decide("0", Work.variables("accepted", ""))));
  }

  @Test
  void aRefusedIssueGivesNoNumber() {
    Dossier dossier = host.dossierAt("6.2.4");
    fake.putSigned("vanthu", dossier.id());
    host.onPaper(dossier);
    fake.documents().guardRecords(false);
    try {
      Refused.with(
          "records-unguarded",
          host,
          dossier,
          () -> host.completePast("vanthu", dossier, "issued", ""));
    } finally {
      fake.documents().guardRecords(true);
    }
    assertThat(fake.unitOfWork().read(() -> fake.ledger().registerEntries(dossier.id()))).isEmpty();
  }

  /** Through stock ways in people see nothing but the message: it has to read well there. */
  @Test
  void theEnginesMessageEndsInOurs() {
    Dossier dossier = host.dossierAt("6.2.2");
    Throwable thrown =
        catchThrowable(() -> host.completePast("chuyenvien2", dossier, "accepted", ""));
    assertThat(thrown)
        .isInstanceOf(ActivitiException.class)
        .hasMessageContaining("Không có quyền. Việc này dành cho Lãnh đạo phòng")
        .hasMessageContaining("No right.");
  }

  private void refused(String code, Dossier dossier, String user, Runnable call) {
    Refused.with(code, host, dossier, () -> host.past(user, call));
  }

  private void claim(Dossier dossier, String user) {
    tasks.claim(dossier.taskId().orElseThrow(), user);
  }
}
