package vn.ttdn.ledger;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.LetterCase;
import vn.ttdn.core.plan.LetterPurpose;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.port.Ledger.DossierQuery;
import vn.ttdn.core.port.Ledger.Page;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.rights.Rights;
import vn.ttdn.core.rights.RightsDocument;
import vn.ttdn.core.rights.RightsDocument.Persona;
import vn.ttdn.core.rights.RightsDocument.Place;
import vn.ttdn.ledger.testing.TestDatabase;

/** The lists of dossiers: the same rights in SQL as in core. */
abstract class ReadingContract extends LedgerContract {
  private static final int ALL = 1000;

  private final Organisation organisation = Facts.organisation();
  private final Rights rights = new Rights(organisation);

  ReadingContract(Supplier<TestDatabase> databases) {
    super(databases);
  }

  @Test
  void everyPersonaListsInEveryPlaceWhatCoreLetsHimRead() {
    Unit unit = organisation.unit("PTTDN").orElseThrow();
    Unit addressed = organisation.unit("NVDP").orElseThrow();
    Unit other = organisation.unit("TTBC").orElseThrow();
    for (Persona persona : RightsDocument.personas(organisation, unit, addressed, other)) {
      for (Place place : RightsDocument.places()) {
        Dossier dossier =
            Facts.dossier(
                Optional.empty(),
                Facts.TITLE,
                unit.code(),
                persona.drafts() ? "persona" : "somebody-else",
                List.of(),
                List.of(Addressee.ofUnit(addressed.code(), addressed.nameVi())),
                place.round(),
                place.state(),
                Facts.NOON);
        write(() -> ledger().insert(dossier));
        Person person =
            new Person("persona", persona.name(), "", Optional.empty(), persona.roles());
        boolean allowed = rights.may(person, Action.READ_DOSSIER, dossier).isAllowed();
        assertThat(ids(listed(person, Optional.of(place.state()))).contains(dossier.id()))
            .as("%s reads what is at %s", persona.name(), place)
            .isEqualTo(allowed);
        assertThat(ids(waiting(person)).contains(dossier.id()))
            .as("what is at %s waits for %s", place, persona.name())
            .isEqualTo(mayHoldTask(person, dossier));
      }
    }
  }

  /** Whoever holds any one or two roles, over dossiers of every unit, place and drafter. */
  @Test
  void theListsAreWhatCoreAllowsForAllRolesUnitsPlacesAndDrafters() {
    List<Dossier> dossiers = everyKindOfDossier();
    for (Set<RoleAt> roles : oneOrTwo(new ArrayList<>(organisation.groups().keySet()))) {
      Person person = new Person("drafter", "", "", Optional.empty(), roles);
      assertThat(ids(listed(person, Optional.empty())))
          .as("%s reads", roles)
          .isEqualTo(
              dossiers.stream()
                  .filter(d -> rights.may(person, Action.READ_DOSSIER, d).isAllowed())
                  .map(Dossier::id)
                  .collect(toSet()));
      assertThat(waiting(person))
          .as("waits for %s", roles)
          .containsExactlyElementsOf(
              dossiers.stream()
                  .filter(d -> d.taskId().isPresent() && mayHoldTask(person, d))
                  .sorted(
                      Comparator.comparing((Dossier d) -> d.stepDueOn().orElseThrow())
                          .thenComparing(Dossier::changedAt)
                          .thenComparing(Dossier::id))
                  .toList());
    }
  }

  @Test
  void whatIsStillBeingStartedWaitsForNobody() {
    Dossier dossier = Facts.dossier();
    Dossier starting = dossier.at(Step.DRAFT_LETTER, Optional.empty(), Facts.NOON);
    write(() -> ledger().insert(starting));
    Person drafter = person("chuyenvien", "TTDN_PTTDN_SPECIALIST");
    assertThat(waiting(drafter)).isEmpty();
    assertThat(listed(drafter, Optional.empty()).items()).containsExactly(starting);
  }

  @Test
  void noMoreWaitThanWereAskedForAndTheFirstDueThenTheLongestWaitingComeFirst() {
    List<Dossier> dossiers = new ArrayList<>();
    for (int minute : List.of(3, 1, 2, 0)) {
      dossiers.add(
          Facts.dossier(
                  "x",
                  "PTTDN",
                  "chuyenvien",
                  List.of(),
                  DossierState.DRAFTING,
                  Facts.NOON.plusSeconds(minute * 60L))
              .withTask(
                  "task-" + minute,
                  Facts.DAY.plusDays(minute == 0 ? 1 : 0),
                  Facts.NOON.plusSeconds(minute * 60L)));
    }
    write(() -> dossiers.forEach(ledger()::insert));
    Person drafter = person("chuyenvien", "TTDN_PTTDN_SPECIALIST");
    assertThat(inTransaction(() -> ledger().waitingFor(drafter, 2)))
        .containsExactly(dossiers.get(1), dossiers.get(2));
    assertThat(waiting(drafter))
        .containsExactly(dossiers.get(1), dossiers.get(2), dossiers.get(0), dossiers.get(3));
  }

  @Test
  void pagesAreCutFromTheNewestChangeOnAndKnowTheTotal() {
    List<Dossier> dossiers = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Instant at = Facts.NOON.minusSeconds(i);
      dossiers.add(Facts.dossier("x", "PTTDN", "a", List.of(), DossierState.ISSUING, at));
    }
    write(() -> dossiers.forEach(ledger()::insert));
    for (int offset = 0; offset < 9; offset++) {
      for (int limit : List.of(0, 1, 3, 7, 8)) {
        Page<Dossier> page = page("", offset, limit);
        assertThat(page.total()).as("%s, %s", offset, limit).isEqualTo(7);
        assertThat(page.items())
            .as("%s, %s", offset, limit)
            .containsExactlyElementsOf(
                dossiers.subList(Math.min(offset, 7), Math.min(offset + limit, 7)));
      }
    }
  }

  /** Every place of a plan and of a letter apart, in every unit, drafted by any of several. */
  private List<Dossier> everyKindOfDossier() {
    Dossier plan = Facts.dossier();
    write(() -> ledger().insert(plan));
    List<Dossier> dossiers = new ArrayList<>(List.of(plan));
    List<List<String>> formerDrafters =
        List.of(List.of(), List.of("another", "drafter"), List.of("drafter2", "adrafter", "draft"));
    int turn = 0;
    for (Unit unit : organisation.units()) {
      for (Procedure procedure : List.of(Procedure.PLAN, Procedure.LETTER)) {
        for (int round = 1; round <= 3; round++) {
          for (DossierState state : DossierState.values()) {
            if (!unit.ofAgency() || !isPlace(procedure, round, state)) {
              continue;
            }
            for (List<String> former : formerDrafters) {
              turn++;
              Dossier dossier = dossier(plan, unit, procedure, former, round, state, turn);
              dossiers.add(dossier);
              boolean onItsWay = turn % 3 == 0;
              write(() -> ledger().insert(onItsWay ? drafting(dossier) : dossier));
              if (onItsWay) {
                write(
                    () -> {
                      ledger().lock(dossier.id());
                      ledger().update(dossier);
                    });
              }
            }
          }
        }
      }
    }
    return dossiers;
  }

  private static boolean isPlace(Procedure procedure, int round, DossierState state) {
    return state.ended()
        ? procedure == Procedure.PLAN || round == 1
        : Step.at(procedure, round, state).isPresent();
  }

  private static Dossier dossier(
      Dossier plan,
      Unit unit,
      Procedure procedure,
      List<String> former,
      int round,
      DossierState state,
      int turn) {
    Instant at = Facts.NOON.plusSeconds(turn % 5);
    Dossier dossier =
        Facts.dossier(
            procedure == Procedure.LETTER
                ? Optional.of(
                    new LetterCase(plan.id(), round, LetterPurpose.REMINDER, Optional.empty()))
                : Optional.empty(),
            Facts.TITLE,
            unit.code(),
            turn % 2 == 0 && former.isEmpty() ? "drafter" : "somebody",
            former,
            Facts.ADDRESSEES,
            round,
            state,
            at);
    return state.ended()
        ? dossier
        : dossier.withTask("task-" + dossier.id(), Facts.DAY.plusDays(turn % 7), at);
  }

  /** The same dossier before it got where it is. */
  private static Dossier drafting(Dossier d) {
    return d.withContents("Dự thảo", 2026, List.of(Addressee.ofUnit("VP", "VP")), Facts.NOON)
        .withDrafter("drafter", Facts.NOON)
        .at(
            Step.at(d.procedure(), 1, DossierState.DRAFTING).orElseThrow(),
            Optional.of("drafter"),
            Facts.NOON);
  }

  static Set<Set<RoleAt>> oneOrTwo(List<RoleAt> roles) {
    Set<Set<RoleAt>> sets = new LinkedHashSet<>();
    for (RoleAt one : roles) {
      for (RoleAt two : roles) {
        sets.add(one.equals(two) ? Set.of(one) : Set.of(one, two));
      }
    }
    return sets;
  }

  private boolean mayHoldTask(Person person, Dossier dossier) {
    return dossier
        .step()
        .map(step -> rights.mayHoldTask(person, step, dossier).isAllowed())
        .orElse(false);
  }

  private List<Dossier> waiting(Person person) {
    List<Dossier> waiting = inTransaction(() -> ledger().waitingFor(person, ALL));
    assertThat(inTransaction(() -> ledger().waitingCount(person))).isEqualTo(waiting.size());
    return waiting;
  }

  private Page<Dossier> listed(Person person, Optional<DossierState> state) {
    return inTransaction(() -> ledger().dossiers(new DossierQuery(person, "", state, 0, ALL)));
  }

  private Page<Dossier> page(String text, int offset, int limit) {
    Person leader = person("cuctruong", "TTDN_CUC_AGENCY_LEADER");
    return inTransaction(
        () -> ledger().dossiers(new DossierQuery(leader, text, Optional.empty(), offset, limit)));
  }

  private static Set<String> ids(Page<Dossier> page) {
    return ids(page.items());
  }

  private static Set<String> ids(List<Dossier> dossiers) {
    return dossiers.stream().map(Dossier::id).collect(toSet());
  }

  private static Person person(String userName, String group) {
    return new Person(
        userName, "", "", Optional.empty(), Set.of(RoleAt.ofGroupName(group).orElseThrow()));
  }
}
