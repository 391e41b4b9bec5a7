package vn.ttdn.core.rights;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ttdn.core.audit.AuditChain;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Handling;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.text.Messages;

/** The matrix of rights as a document: generated from {@link Rights}, never written by hand. */
public final class RightsDocument {
  private RightsDocument() {}

  /**
   * Somebody as the matrix sees him.
   *
   * @param name how the row is headed
   * @param drafts whether he is the dossier's drafter
   * @param roles what he holds
   */
  public record Persona(String name, boolean drafts, Set<RoleAt> roles) {}

  /**
   * Where a plan's dossier stands: a column of the matrix.
   *
   * @param round 1 to 3
   */
  public record Place(int round, DossierState state) {
    private String head() {
      return Step.at(Procedure.PLAN, round, state)
          .map(s -> s == Step.MINISTRY_LEADER_DECISION ? "Ministry" : s.clause())
          .orElseGet(() -> state.label(Messages.ENGLISH));
    }
  }

  /** One cell: who, what, where the dossier stands, and whether it is allowed. */
  public record Cell(Persona persona, Action action, Place place, boolean allowed) {}

  /** Every place in which a plan's dossier can stand. */
  public static List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (Step step : Step.values()) {
      if (step.procedure() == Procedure.PLAN) {
        places.add(new Place(step.round(), step.state()));
      }
    }
    places.add(new Place(3, DossierState.ISSUED));
    places.add(new Place(3, DossierState.CANCELLED));
    return places;
  }

  /** The rows of the matrix for a dossier of {@code unit}, addressed to {@code addressed}. */
  public static List<Persona> personas(
      Organisation organisation, Unit unit, Unit addressed, Unit other) {
    String agency = organisation.agency().code();
    RoleAt specialist = new RoleAt(Role.SPECIALIST, unit.code());
    Map<String, Set<RoleAt>> plain = new LinkedHashMap<>();
    plain.put("Specialist, same unit", Set.of(specialist));
    plain.put("Specialist, addressed unit", Set.of(new RoleAt(Role.SPECIALIST, addressed.code())));
    plain.put("Specialist, other unit", Set.of(new RoleAt(Role.SPECIALIST, other.code())));
    plain.put("DepartmentHead, same unit", Set.of(new RoleAt(Role.DEPARTMENT_HEAD, unit.code())));
    plain.put(
        "DepartmentHead, addressed unit",
        Set.of(new RoleAt(Role.DEPARTMENT_HEAD, addressed.code())));
    plain.put("DepartmentHead, other unit", Set.of(new RoleAt(Role.DEPARTMENT_HEAD, other.code())));
    plain.put("AgencyLeader", Set.of(new RoleAt(Role.AGENCY_LEADER, agency)));
    plain.put("AgencyClerk", Set.of(new RoleAt(Role.AGENCY_CLERK, agency)));
    String ministry = organisation.ministry().code();
    plain.put("MinistryLeader", Set.of(new RoleAt(Role.MINISTRY_LEADER, ministry)));
    plain.put("MinistryClerk", Set.of(new RoleAt(Role.MINISTRY_CLERK, ministry)));
    plain.put("nobody (administrators too)", Set.of());
    List<Persona> personas = new ArrayList<>();
    personas.add(new Persona("the drafter", true, Set.of(specialist)));
    personas.add(
        new Persona(
            "the drafter, also DepartmentHead",
            true,
            Set.of(specialist, new RoleAt(Role.DEPARTMENT_HEAD, unit.code()))));
    personas.add(
        new Persona(
            "the drafter, also AgencyLeader",
            true,
            Set.of(specialist, new RoleAt(Role.AGENCY_LEADER, agency))));
    personas.add(
        new Persona(
            "the drafter, also AgencyClerk",
            true,
            Set.of(specialist, new RoleAt(Role.AGENCY_CLERK, agency))));
    plain.forEach((name, roles) -> personas.add(new Persona(name, false, roles)));
    return personas;
  }

  /** Every cell of the matrix. */
  public static List<Cell> cells(Organisation organisation, Unit unit, Unit addressed, Unit other) {
    Rights rights = new Rights(organisation);
    List<Cell> cells = new ArrayList<>();
    for (Persona persona : personas(organisation, unit, addressed, other)) {
      Person person = new Person("persona", persona.name(), "", Optional.empty(), persona.roles());
      for (Place place : places()) {
        Dossier dossier =
            dossier(persona.drafts() ? "persona" : "somebody-else", unit, addressed, place);
        for (Action action : Action.values()) {
          cells.add(
              new Cell(persona, action, place, rights.may(person, action, dossier).isAllowed()));
        }
      }
    }
    return cells;
  }

  /** The document {@code docs/rights.md}. */
  public static String write(Organisation organisation, Unit unit, Unit addressed, Unit other) {
    StringBuilder out = new StringBuilder();
    out.append("# Rights\n\n");
    out.append("Generated from `core` (`vn.ttdn.core.rights.Rights`); a test fails when it is ");
    out.append("out of date. ✓ allowed, · refused. ");
    out.append("The dossier is drafted by ").append(unit.nameVi()).append(" and addressed to ");
    out.append(addressed.nameVi()).append(". Columns are the clauses of QT.TTĐN.03, 6.2.");
    out.append(" What somebody sent may be taken back by himself until it is opened; a record may");
    out.append(
        " be read by those that it is addressed to (a unit's people, the Ministry's leaders and");
    out.append(" clerks), whatever becomes of the dossier.\n");
    List<Cell> cells = cells(organisation, unit, addressed, other);
    for (Action action : Action.values()) {
      out.append("\n## ").append(action.label(Messages.ENGLISH)).append(" (");
      out.append(action.label(Messages.VIETNAMESE)).append(")\n\n`").append(action.name());
      out.append('`');
      out.append("\n\n| who |");
      for (Place place : places()) {
        out.append(' ').append(place.head()).append(" |");
      }
      out.append("\n|---|").append(":-:|".repeat(places().size())).append('\n');
      for (Persona persona : personas(organisation, unit, addressed, other)) {
        out.append("| ").append(persona.name()).append(" |");
        cells.stream()
            .filter(c -> c.action() == action && c.persona().equals(persona))
            .forEach(c -> out.append(c.allowed() ? " ✓ |" : " · |"));
        out.append('\n');
      }
    }
    return out.toString();
  }

  private static Dossier dossier(String drafter, Unit unit, Unit addressed, Place place) {
    return new Dossier(
        "id",
        Optional.empty(),
        "subject",
        2027,
        unit.code(),
        drafter,
        List.of(),
        List.of(Addressee.ofUnit(addressed.code(), addressed.nameVi())),
        Handling.USUAL,
        place.round(),
        place.state(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        Instant.EPOCH,
        1,
        0,
        AuditChain.START);
  }
}
