package vn.ttdn.standalone.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static vn.ttdn.standalone.testing.People.well;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.rights.Rights;
import vn.ttdn.core.rights.RightsDocument;
import vn.ttdn.core.rights.RightsDocument.Cell;
import vn.ttdn.core.rights.RightsDocument.Persona;
import vn.ttdn.core.rights.RightsDocument.Place;
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
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsMatrixTest {
  private static final Cast CAST = new Cast();
  private static final int PAGE = 200;

  @LocalServerPort private int port;

  private final Rights rights = new Rights(CAST.organisation());
  private final Map<Prop, String> fingerprints = new HashMap<>();
  private Stage stage;
  private Requests requests;

  @DynamicPropertySource
  static void ownOrganisation(DynamicPropertyRegistry registry) {
    Path file = OwnData.give(registry).resolve("to-chuc.yaml");
    CAST.write(file);
    registry.add("ttdn.organisation", file::toString);
  }

  @BeforeAll
  void open() {
    stage = new Stage(CAST, port);
    requests = new Requests(CAST, stage);
  }

  @TestFactory
  Stream<DynamicNode> everyCell() {
    Map<Persona, Map<Action, List<Cell>>> cells =
        CAST.cells().stream()
            .collect(Collectors.groupingBy(Cell::persona, Collectors.groupingBy(Cell::action)));
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
                                    cells.get(persona).get(action).stream().map(this::test)))));
  }

  private DynamicNode test(Cell cell) {
    return dynamicTest(
        cell.place() + (cell.allowed() ? " allowed" : " refused"),
        () -> {
          if (cell.allowed()) {
            requireAllowed(cell);
          } else {
            requireRefused(cell);
          }
        });
  }

  private void requireAllowed(Cell cell) {
    Persona drafter = CAST.drafterFor(cell.persona());
    boolean moves = cell.action().state().isPresent() || cell.action() == Action.CANCEL;
    Prop prop = moves ? stage.fresh(drafter, cell.place()) : stage.shared(drafter, cell.place());
    fingerprints.remove(prop);
    Optional<Answer> sent = requests.send(cell, prop);
    if (sent.isEmpty()) {
      assertThat(cell.place().round()).as("nothing is issued or asked for yet").isEqualTo(1);
      return;
    }
    Answer answer = sent.get();
    if (cell.action() == Action.WRITE_LETTER && cell.place().round() == 1) {
      assertThat(answer.problem()).as(answer.text()).isEqualTo("nobody-to-remind");
      return;
    }
    assertThat(answer.well()).as(answer.status() + " " + answer.text()).isTrue();
    if (moves) {
      Place expected =
          cell.action() == Action.CANCEL
              ? new Place(cell.place().round(), DossierState.CANCELLED)
              : after(Requests.open(cell.place()).orElseThrow(), cell.action());
      assertThat(place(answer.json())).isEqualTo(expected);
      assertThat(place(stage.seen(prop))).isEqualTo(expected);
    }
  }

  private static Place after(Step step, Action action) {
    return step.next(action.outcome().orElseThrow())
        .map(next -> new Place(next.round(), next.state()))
        .orElseGet(() -> new Place(step.round(), DossierState.ISSUED));
  }

  private static Place place(JsonNode dossier) {
    return new Place(
        dossier.path("round").asInt(),
        DossierState.valueOf(dossier.path("state").path("code").asText()));
  }

  private void requireRefused(Cell cell) {
    Prop prop = stage.shared(CAST.drafterFor(cell.persona()), cell.place());
    String before = fingerprints.computeIfAbsent(prop, stage::fingerprint);
    requests
        .send(cell, prop)
        .ifPresent(
            answer -> {
              Refused expected = refusal(cell);
              assertThat(answer.problem()).as(answer.text()).isEqualTo(expected.code());
              assertThat(answer.status()).isEqualTo(expected.status());
            });
    assertThat(stage.fingerprint(prop)).isEqualTo(before);
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
    boolean reads = may(cell, Action.READ_DOSSIER).isAllowed();
    boolean issued = cell.place().round() > 1;
    return switch (cell.action()) {
      case OPEN_DOSSIER, READ_DOSSIER, READ_RECORD, READ_REGISTER ->
          Refused.by(may(cell, cell.action()));
      case FOLLOW_ANSWERS ->
          reads || requests.isOfTheAddressed(cell.persona())
              ? Refused.by(may(cell, cell.action()))
              : new Refused("answer-unknown", 404);
      case WRITE_LETTER ->
          issued && !reads && !requests.isOfTheAddressed(cell.persona())
              ? new Refused("record-unknown", 404)
              : Refused.by(may(cell, reads ? cell.action() : Action.READ_DOSSIER));
      case EDIT_DOSSIER, PUT_DOCUMENT, ATTACH_SIGNED, WITHDRAW, ASSIGN, CANCEL ->
          Refused.by(may(cell, reads ? cell.action() : Action.READ_DOSSIER));
      default -> undecided(cell, reads);
    };
  }

  private Refused undecided(Cell cell, boolean reads) {
    if (Requests.isPast(cell)) {
      return reads ? new Refused("task-decided-already", 409) : new Refused("task-unknown", 404);
    }
    if (!reads) {
      return Refused.by(may(cell, Action.READ_DOSSIER));
    }
    if (Requests.isOpen(cell)) {
      return Refused.by(may(cell, cell.action()));
    }
    Verdict holding = mayHold(cell);
    return holding.isAllowed() ? new Refused("outcome-unknown", 400) : Refused.by(holding);
  }

  private Verdict may(Cell cell, Action action) {
    return rights.may(CAST.person(cell.persona()), action, CAST.dossier(cell));
  }

  private Verdict mayHold(Cell cell) {
    return rights.mayHoldTask(
        CAST.person(cell.persona()), Requests.open(cell.place()).orElseThrow(), CAST.dossier(cell));
  }

  /** What the page is told somebody may do is what he may do. */
  @TestFactory
  Stream<DynamicNode> whatIsOfferedIsWhatTheMatrixAllows() {
    List<Cell> cells = CAST.cells();
    return cells.stream()
        .filter(c -> c.action() == Action.READ_DOSSIER && c.allowed())
        .map(
            cell ->
                dynamicTest(
                    cell.persona().name() + ", " + cell.place(),
                    () -> {
                      Prop prop = stage.shared(CAST.drafterFor(cell.persona()), cell.place());
                      List<String> offered = new ArrayList<>();
                      well(stage.as(cell.persona()).read(prop.path()))
                          .path("actions")
                          .forEach(a -> offered.add(a.path("code").asText()));
                      assertThat(offered)
                          .containsExactlyInAnyOrderElementsOf(
                              cells.stream()
                                  .filter(c -> c.persona().equals(cell.persona()))
                                  .filter(c -> c.place().equals(cell.place()) && c.allowed())
                                  .map(Cell::action)
                                  .filter(a -> a != Action.OPEN_DOSSIER)
                                  .filter(a -> a != Action.READ_REGISTER)
                                  .map(Action::name)
                                  .toList());
                    }));
  }

  /** Lists come from the ledger's own queries: they show what core lets somebody read and do. */
  @TestFactory
  Stream<DynamicNode> listsShowWhatTheMatrixAllows() {
    return CAST.personas().stream()
        .map(persona -> dynamicTest(persona.name(), () -> requireLists(persona)));
  }

  private void requireLists(Persona persona) {
    Persona drafter = CAST.drafterFor(persona);
    RightsDocument.places().forEach(place -> stage.shared(drafter, place));
    Set<String> readable = Set.copyOf(dossiers(stage.as(persona)));
    Set<String> waiting = Set.copyOf(waiting(stage.as(persona)));
    CAST.cells().stream()
        .filter(c -> c.persona().equals(persona) && c.action() == Action.READ_DOSSIER)
        .forEach(
            cell -> {
              String id = stage.shared(drafter, cell.place()).id();
              assertThat(readable.contains(id))
                  .as("among the dossiers: " + cell.place())
                  .isEqualTo(cell.allowed());
              assertThat(waiting.contains(id))
                  .as("among what waits: " + cell.place())
                  .isEqualTo(!cell.place().state().ended() && mayHold(cell).isAllowed());
            });
  }

  private static List<String> dossiers(Guest guest) {
    List<String> ids = new ArrayList<>();
    int total;
    do {
      JsonNode page = well(guest.read("/dossiers?limit=" + PAGE + "&offset=" + ids.size()));
      total = page.path("total").asInt();
      page.path("items").forEach(d -> ids.add(d.path("id").asText()));
    } while (ids.size() < total);
    return ids;
  }

  /** The dossiers whose open step waits for somebody; answers wait in the same list. */
  private static List<String> waiting(Guest guest) {
    List<String> ids = new ArrayList<>();
    for (JsonNode task : well(guest.read("/tasks")).path("items")) {
      if (task.path("kind").asText().equals("step")) {
        ids.add(task.path("dossier").path("id").asText());
      }
    }
    assertThat(ids).as("the list is read whole").hasSizeLessThan(PAGE);
    return ids;
  }

  /** The matrix shows dossiers that were opened; one that nobody opened its sender takes back. */
  @TestFactory
  Stream<DynamicNode> whoSentItTakesItBackUntilItIsOpened() {
    return Arrays.stream(Step.values())
        .filter(step -> step.procedure() == Procedure.PLAN && step.sender().isPresent())
        .map(step -> dynamicTest(step.clause(), () -> requireTakenBack(step)));
  }

  private void requireTakenBack(Step step) {
    Persona drafter = CAST.persona("the drafter");
    Step from = step.sender().orElseThrow();
    Persona sender = stage.holder(from, drafter);
    Place origin = new Place(from.round(), from.state());
    Prop prop = stage.fresh(drafter, origin);
    well(stage.decide(stage.as(sender), prop.lastTask(), from.outcomes().get(0)));
    String sent = stage.fingerprint(prop);
    for (Persona other : CAST.personas()) {
      if (!other.equals(sender)) {
        Answer answer = withdraw(other, prop);
        boolean reads = stage.as(other).read(prop.path()).well();
        assertThat(answer.problem())
            .as(other.name())
            .isEqualTo(reads ? "not-withdrawable" : "dossier-unknown");
        assertThat(answer.status()).isEqualTo(reads ? 409 : 404);
      }
    }
    assertThat(stage.fingerprint(prop)).as("looked at by all, opened by nobody").isEqualTo(sent);
    Answer back = withdraw(sender, prop);
    assertThat(back.well()).as(back.text()).isTrue();
    assertThat(place(back.json())).isEqualTo(origin);

    String task = well(stage.as(sender).read(prop.path())).path("task").path("id").asText();
    well(stage.decide(stage.as(sender), task, from.outcomes().get(0)));
    well(stage.as(stage.holder(step, drafter)).create(prop.path() + "/seen", Map.of()));
    assertThat(withdraw(sender, prop).problem()).isEqualTo("not-withdrawable");
    assertThat(place(stage.seen(prop))).isEqualTo(new Place(step.round(), step.state()));
  }

  private Answer withdraw(Persona persona, Prop prop) {
    return stage.as(persona).create(prop.path() + "/withdrawal", Map.of());
  }

  @Test
  void nobodyApprovesHisOwnDraft() {
    for (int round = 1; round <= 3; round++) {
      requireOwnDraftRefused(
          "the drafter, also DepartmentHead",
          new Place(round, DossierState.DEPARTMENT_HEAD_REVIEW),
          Outcome.ACCEPTED);
      requireOwnDraftRefused(
          "the drafter, also AgencyLeader",
          new Place(round, DossierState.AGENCY_LEADER_REVIEW),
          Outcome.ACCEPTED);
      requireOwnDraftRefused(
          "the drafter, also AgencyClerk", new Place(round, DossierState.ISSUING), Outcome.ISSUED);
    }
  }

  private void requireOwnDraftRefused(String persona, Place place, Outcome forward) {
    Persona both = CAST.persona(persona);
    Prop prop = stage.shared(both, place);
    String before = stage.fingerprint(prop);
    for (Outcome outcome : List.of(forward, Outcome.RETURNED)) {
      Answer answer = stage.decide(stage.as(both), prop.lastTask(), outcome);
      assertThat(answer.problem()).as(persona + " " + outcome).isEqualTo("own-draft");
      assertThat(answer.status()).isEqualTo(403);
    }
    assertThat(stage.fingerprint(prop)).isEqualTo(before);
  }

  @Test
  void hisHatAsAHeadServesForWhatOthersDraft() {
    Persona both = CAST.persona("the drafter, also DepartmentHead");
    Prop prop =
        stage.fresh(CAST.persona("the drafter"), new Place(1, DossierState.DEPARTMENT_HEAD_REVIEW));
    well(stage.decide(stage.as(both), prop.lastTask(), Outcome.ACCEPTED));
  }
}
