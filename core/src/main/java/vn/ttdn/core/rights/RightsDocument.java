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

  /** One cell: who, what, in which state, and whether it is allowed. */
  public record Cell(Persona persona, Action action, DossierState state, boolean allowed) {}

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
      for (DossierState state : DossierState.values()) {
        Dossier dossier =
            dossier(persona.drafts() ? "persona" : "somebody-else", unit, addressed, state);
        for (Action action : Action.values()) {
          cells.add(
              new Cell(persona, action, state, rights.may(person, action, dossier).isAllowed()));
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
    out.append(addressed.nameVi()).append(".\n");
    List<Cell> cells = cells(organisation, unit, addressed, other);
    for (Action action : Action.values()) {
      out.append("\n## ").append(action.label(Messages.ENGLISH)).append(" (");
      out.append(action.label(Messages.VIETNAMESE)).append(")\n\n`").append(action.name());
      out.append('`');
      action.step().ifPresent(s -> out.append(", step ").append(s.clause()));
      out.append("\n\n| who |");
      for (DossierState state : DossierState.values()) {
        out.append(' ').append(state.label(Messages.ENGLISH)).append(" |");
      }
      out.append("\n|---|").append(":-:|".repeat(DossierState.values().length)).append('\n');
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

  private static Dossier dossier(String drafter, Unit unit, Unit addressed, DossierState state) {
    return new Dossier(
        "id",
        "subject",
        2027,
        unit.code(),
        drafter,
        List.of(new Addressee(Optional.of(addressed.code()), addressed.nameVi())),
        state,
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        Instant.EPOCH,
        1,
        0,
        AuditChain.START);
  }
}
