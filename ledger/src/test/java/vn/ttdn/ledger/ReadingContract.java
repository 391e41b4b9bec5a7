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
import vn.ttdn.core.port.Ledger.DossierQuery;
import vn.ttdn.core.port.Ledger.Page;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.rights.Rights;
import vn.ttdn.core.rights.RightsDocument;
import vn.ttdn.core.rights.RightsDocument.Persona;
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
  void everyPersonaListsInEveryStateWhatCoreLetsHimRead() {
    Unit unit = organisation.unit("PTTDN").orElseThrow();
    Unit addressed = organisation.unit("NVDP").orElseThrow();
    Unit other = organisation.unit("TTBC").orElseThrow();
    for (Persona persona : RightsDocument.personas(organisation, unit, addressed, other)) {
      for (DossierState state : DossierState.values()) {
        Dossier dossier =
            Facts.dossier(
                Facts.TITLE,
                unit.code(),
                persona.drafts() ? "persona" : "somebody-else",
                List.of(new Addressee(Optional.of(addressed.code()), addressed.nameVi())),
                state,
                Facts.NOON);
        write(() -> ledger().insert(dossier));
        Person person =
            new Person("persona", persona.name(), "", Optional.empty(), persona.roles());
        boolean allowed = rights.may(person, Action.READ_DOSSIER, dossier).isAllowed();
        assertThat(ids(listed(person, Optional.of(state))).contains(dossier.id()))
            .as("%s reads what is %s", persona.name(), state)
            .isEqualTo(allowed);
        assertThat(ids(waiting(person)).contains(dossier.id()))
            .as("what is %s waits for %s", state, persona.name())
            .isEqualTo(mayHoldTask(person, dossier));
      }
    }
  }

  /** Whoever holds any one or two roles, over dossiers of every unit, state and addressee. */
  @Test
  void theListsAreWhatCoreAllowsForAllRolesUnitsStatesAndAddressees() {
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
                  .sorted(Comparator.comparing(Dossier::changedAt).thenComparing(Dossier::id))
                  .toList());
    }
  }

  @Test
  void whatIsStillBeingStartedWaitsForNobody() {
    Dossier dossier = Facts.dossier();
    Dossier starting = dossier.at(dossier.state(), Optional.empty(), Facts.NOON);
    write(() -> ledger().insert(starting));
    Person drafter = person("chuyenvien", "TTDN_PTTDN_SPECIALIST");
    assertThat(waiting(drafter)).isEmpty();
    assertThat(listed(drafter, Optional.empty()).items()).containsExactly(starting);
  }

  @Test
  void noMoreWaitThanWereAskedForAndTheLongestWaitingComeFirst() {
    List<Dossier> dossiers = new ArrayList<>();
    for (int minute : List.of(3, 1, 2)) {
      dossiers.add(
          Facts.dossier(
              "x",
              "PTTDN",
              "chuyenvien",
              List.of(),
              DossierState.DRAFTING,
              Facts.NOON.plusSeconds(minute * 60L)));
    }
    write(() -> dossiers.forEach(ledger()::insert));
    Person drafter = person("chuyenvien", "TTDN_PTTDN_SPECIALIST");
    assertThat(inTransaction(() -> ledger().waitingFor(drafter, 2)))
        .containsExactly(dossiers.get(1), dossiers.get(2));
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

  private List<Dossier> everyKindOfDossier() {
    List<Dossier> dossiers = new ArrayList<>();
    List<List<Addressee>> addressees =
        List.of(
            List.of(),
            List.of(new Addressee(Optional.empty(), "NVDP"), to("TTBC")),
            List.of(to("NVDP"), to("NVDP"), to("CUC")),
            List.of(to("PTTDN"), to("VP")));
    int second = 0;
    for (Unit unit : organisation.units()) {
      for (DossierState state : DossierState.values()) {
        for (List<Addressee> to : addressees) {
          if (!unit.agency()) {
            second++;
            Dossier dossier =
                Facts.dossier(
                    Facts.TITLE,
                    unit.code(),
                    second % 2 == 0 ? "drafter" : "another",
                    to,
                    state,
                    Facts.NOON.plusSeconds(second % 5));
            dossiers.add(dossier);
            boolean onItsWay = second % 3 == 0;
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
    return dossiers;
  }

  /** The same dossier before it got where it is. */
  private static Dossier drafting(Dossier d) {
    return d.withContents("Dự thảo", 2026, List.of(to("VP"), to("TTBC")), Facts.NOON)
        .at(DossierState.DRAFTING, Optional.empty(), Facts.NOON);
  }

  private static Set<Set<RoleAt>> oneOrTwo(List<RoleAt> roles) {
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
    return inTransaction(() -> ledger().waitingFor(person, ALL));
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

  private static Addressee to(String unit) {
    return new Addressee(Optional.of(unit), "Tên của " + unit);
  }

  private static Person person(String userName, String group) {
    return new Person(
        userName, "", "", Optional.empty(), Set.of(RoleAt.ofGroupName(group).orElseThrow()));
  }
}
