package vn.ttdn.standalone.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.rights.Rights;
import vn.ttdn.core.rights.RightsDocument.Cell;
import vn.ttdn.core.rights.RightsDocument.Persona;
import vn.ttdn.core.rights.Verdict;
import vn.ttdn.standalone.StandaloneApplication;
import vn.ttdn.standalone.rights.Stage.Prop;
import vn.ttdn.standalone.testing.Answer;
import vn.ttdn.standalone.testing.Guest;
import vn.ttdn.standalone.testing.OwnData;

/**
 * Every cell of {@code docs/rights.md} as a request that somebody sends who holds exactly the roles
 * of its row. Allowed cells are done and seen to have been done; a refused one names the rule that
 * core refuses by, and leaves the dossier as it was to the last audit entry.
 */
@SpringBootTest(classes = StandaloneApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class RightsMatrixTest {
  private static final Cast CAST = new Cast();

  @LocalServerPort private int port;

  private final Rights rights = new Rights(CAST.organisation());
  private Stage stage;

  @DynamicPropertySource
  static void ownOrganisation(DynamicPropertyRegistry registry) {
    Path file = OwnData.give(registry).resolve("to-chuc.yaml");
    CAST.write(file);
    registry.add("ttdn.organisation", file::toString);
  }

  @BeforeEach
  void open() {
    stage = new Stage(CAST, port);
  }

  @TestFactory
  Stream<DynamicNode> everyCell() {
    List<Cell> cells = CAST.cells();
    return CAST.personas().stream()
        .map(
            persona ->
                dynamicContainer(
                    persona.name(),
                    Arrays.stream(Action.values())
                        .map(
                            action ->
                                dynamicContainer(
                                    action.name(),
                                    cells.stream()
                                        .filter(c -> c.persona().equals(persona))
                                        .filter(c -> c.action() == action)
                                        .map(this::test)))));
  }

  private DynamicNode test(Cell cell) {
    return dynamicTest(
        cell.state() + (cell.allowed() ? " allowed" : " refused"),
        () -> {
          if (cell.allowed()) {
            requireAllowed(cell);
          } else {
            requireRefused(cell);
          }
          requireOffered(cell);
        });
  }

  private void requireAllowed(Cell cell) {
    Persona drafter = CAST.drafterFor(cell.persona());
    Prop prop =
        cell.action().step().isPresent()
            ? stage.fresh(drafter, cell.state())
            : stage.shared(drafter, cell.state());
    Answer answer = request(cell, prop).orElseThrow();
    assertThat(answer.well()).as(answer.status() + " " + answer.text()).isTrue();
    cell.action()
        .outcome()
        .ifPresent(
            outcome ->
                assertThat(answer.json().path("state").path("code").asText())
                    .isEqualTo(after(cell.action().step().orElseThrow(), outcome).name()));
  }

  private static DossierState after(Step step, Outcome outcome) {
    return step.next(outcome).map(DossierState::at).orElse(DossierState.ISSUED);
  }

  private void requireRefused(Cell cell) {
    Prop prop = stage.shared(CAST.drafterFor(cell.persona()), cell.state());
    String before = stage.fingerprint(prop);
    request(cell, prop)
        .ifPresent(
            answer -> {
              Refused expected = refusal(cell);
              assertThat(answer.problem()).as(answer.text()).isEqualTo(expected.code());
              assertThat(answer.status()).isEqualTo(expected.status());
            });
    assertThat(stage.fingerprint(prop)).isEqualTo(before);
  }

  /** What the page is told somebody may do is what he may do. */
  private void requireOffered(Cell cell) {
    boolean ofTheDossier =
        cell.action() != Action.OPEN_DOSSIER
            && cell.action() != Action.READ_REGISTER
            && (cell.action() != Action.READ_RECORD || cell.state().ended());
    Prop prop = stage.shared(CAST.drafterFor(cell.persona()), cell.state());
    Answer seen = stage.as(cell.persona()).read(prop.path());
    if (ofTheDossier && seen.well()) {
      List<String> offered = new ArrayList<>();
      seen.json().path("actions").forEach(a -> offered.add(a.path("code").asText()));
      assertThat(offered.contains(cell.action().name())).isEqualTo(cell.allowed());
    }
  }

  /**
   * The request that a cell means. A step that was decided has its own task, which is used; one
   * that has not come yet has none, so its outcome is tried on the task that is open. Empty if that
   * would be another cell, which the person is allowed.
   */
  private Optional<Answer> request(Cell cell, Prop prop) {
    Guest guest = stage.as(cell.persona());
    return switch (cell.action()) {
      case OPEN_DOSSIER -> Optional.of(guest.create("/dossiers", stage.contents()));
      case READ_DOSSIER -> Optional.of(guest.read(prop.path()));
      case EDIT_DOSSIER -> Optional.of(guest.change(prop.path(), stage.contents()));
      case PUT_DOCUMENT ->
          Optional.of(guest.upload(prop.path() + "/letter", "cong-van.docx", Stage.LETTER));
      case READ_RECORD -> Optional.of(readRecord(guest, prop));
      case READ_REGISTER -> Optional.of(guest.read("/registers"));
      case SUBMIT, HEAD_ACCEPT, HEAD_RETURN, LEADER_ACCEPT, LEADER_RETURN, ISSUE, CLERK_RETURN ->
          decide(cell, prop, guest);
    };
  }

  private Optional<Answer> decide(Cell cell, Prop prop, Guest guest) {
    Step step = cell.action().step().orElseThrow();
    Outcome outcome = cell.action().outcome().orElseThrow();
    if (prop.tasks().containsKey(step)) {
      return Optional.of(Stage.decide(guest, prop.tasks().get(step), outcome));
    }
    Step open = open(cell.state());
    boolean another =
        Action.deciding(open, outcome).map(a -> may(cell, a).isAllowed()).orElse(false);
    return another
        ? Optional.empty()
        : Optional.of(Stage.decide(guest, prop.tasks().get(open), outcome));
  }

  /** Before the issue there is none: its dossier has no record to show. */
  private Answer readRecord(Guest guest, Prop prop) {
    if (!prop.state().ended()) {
      Answer dossier = guest.read(prop.path());
      assertThat(dossier.json().path("records").size()).isZero();
      return dossier;
    }
    Guest clerk = stage.as(CAST.persona("AgencyClerk"));
    String id = clerk.read(prop.path()).json().path("records").path(0).path("id").asText();
    Answer content = guest.read("/records/" + id + "/content");
    assertThat(guest.read("/records/" + id).status()).isEqualTo(content.status());
    return content;
  }

  private static Answer readRegister(Guest guest) {
    Answer list = guest.read("/registers");
    for (String path : List.of("/registers/CV/2026", "/registers/CV/2026/export?format=csv")) {
      assertThat(guest.read(path).status()).as(path).isEqualTo(list.status());
    }
    return list;
  }

  /** How a refusal is told. */
  private record Refused(String code, int status) {
    static Refused by(Verdict verdict) {
      Refusal because = verdict.because().orElseThrow();
      return new Refused(because.code(), because.kind().status());
    }
  }

  /** What core says of the request that the cell means. */
  private Refused refusal(Cell cell) {
    Verdict reading = may(cell, Action.READ_DOSSIER);
    Optional<Step> step = cell.action().step();
    if (cell.action() == Action.OPEN_DOSSIER || cell.action() == Action.READ_REGISTER) {
      return Refused.by(may(cell, cell.action()));
    }
    if (cell.action() == Action.READ_RECORD && cell.state().ended()) {
      return new Refused("record-unknown", 404);
    }
    if (step.isPresent() && DossierState.at(step.get()).compareTo(cell.state()) < 0) {
      return reading.isAllowed()
          ? new Refused("task-decided-already", 409)
          : new Refused("task-unknown", 404);
    }
    if (!reading.isAllowed()) {
      return Refused.by(reading);
    }
    if (step.isPresent() && DossierState.at(step.get()) != cell.state()) {
      Verdict holding =
          rights.mayHoldTask(CAST.person(cell.persona()), open(cell.state()), dossier(cell));
      return holding.isAllowed() ? new Refused("outcome-unknown", 400) : Refused.by(holding);
    }
    return Refused.by(may(cell, cell.action()));
  }

  private Verdict may(Cell cell, Action action) {
    return rights.may(CAST.person(cell.persona()), action, dossier(cell));
  }

  private static Dossier dossier(Cell cell) {
    return CAST.dossier(CAST.drafterFor(cell.persona()), cell.state());
  }

  private static Step open(DossierState state) {
    return Arrays.stream(Step.values())
        .filter(s -> DossierState.at(s) == state)
        .findFirst()
        .orElseThrow();
  }

  /** Lists come from the ledger's own queries: they show what core lets somebody read and do. */
  @TestFactory
  Stream<DynamicNode> listsShowWhatTheMatrixAllows() {
    return CAST.cells().stream()
        .filter(c -> c.action() == Action.READ_DOSSIER)
        .map(
            cell ->
                dynamicTest(
                    cell.persona().name() + ", " + cell.state(),
                    () -> {
                      Prop prop = stage.shared(CAST.drafterFor(cell.persona()), cell.state());
                      Guest guest = stage.as(cell.persona());
                      assertThat(ids(guest.read("/dossiers?limit=200"), "/id").contains(prop.id()))
                          .as("among the dossiers")
                          .isEqualTo(cell.allowed());
                      assertThat(ids(guest.read("/tasks"), "/dossier/id").contains(prop.id()))
                          .as("among what waits")
                          .isEqualTo(mayTake(cell));
                    }));
  }

  private boolean mayTake(Cell cell) {
    return !cell.state().ended()
        && rights
            .mayHoldTask(CAST.person(cell.persona()), open(cell.state()), dossier(cell))
            .isAllowed();
  }

  private static List<String> ids(Answer list, String pointer) {
    assertThat(list.well()).as(list.text()).isTrue();
    assertThat(list.json().path("total").asInt())
        .as("the list is read whole")
        .isEqualTo(list.json().path("items").size());
    List<String> ids = new ArrayList<>();
    for (JsonNode item : list.json().path("items")) {
      ids.add(item.at(pointer).asText());
    }
    return ids;
  }

  @Test
  void nobodyApprovesHisOwnDraft() {
    requireOwnDraftRefused(
        "the drafter, also DepartmentHead", DossierState.DEPARTMENT_HEAD_REVIEW, Outcome.ACCEPTED);
    requireOwnDraftRefused(
        "the drafter, also AgencyLeader", DossierState.AGENCY_LEADER_REVIEW, Outcome.ACCEPTED);
    requireOwnDraftRefused("the drafter, also AgencyClerk", DossierState.ISSUING, Outcome.ISSUED);
  }

  private void requireOwnDraftRefused(String persona, DossierState state, Outcome forward) {
    Persona both = CAST.persona(persona);
    Prop prop = stage.fresh(both, state);
    String before = stage.fingerprint(prop);
    for (Outcome outcome : List.of(forward, Outcome.RETURNED)) {
      Answer answer = Stage.decide(stage.as(both), prop.tasks().get(open(state)), outcome);
      assertThat(answer.problem()).as(persona + " " + outcome).isEqualTo("own-draft");
      assertThat(answer.status()).isEqualTo(403);
    }
    assertThat(stage.fingerprint(prop)).isEqualTo(before);
  }

  @Test
  void hisHatAsAHeadServesForWhatOthersDraft() {
    Persona both = CAST.persona("the drafter, also DepartmentHead");
    Prop prop = stage.fresh(CAST.persona("the drafter"), DossierState.DEPARTMENT_HEAD_REVIEW);
    Answer answer =
        Stage.decide(
            stage.as(both), prop.tasks().get(Step.DEPARTMENT_HEAD_REVIEW), Outcome.ACCEPTED);
    assertThat(answer.well()).as(answer.text()).isTrue();
  }
}
