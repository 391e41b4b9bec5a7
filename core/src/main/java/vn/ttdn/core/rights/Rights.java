package vn.ttdn.core.rights;

import static vn.ttdn.core.Refusal.Kind.CONFLICT;
import static vn.ttdn.core.Refusal.Kind.FORBIDDEN;

import vn.ttdn.core.Refusal;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Step;

/**
 * Who may do what with a plan dossier, by role, unit and state. Both hosts ask here on every way
 * in; {@code docs/rights.md} is generated from it.
 */
public final class Rights {
  private final Organisation organisation;

  public Rights(Organisation organisation) {
    this.organisation = organisation;
  }

  /** Whether somebody may open a dossier that {@code unit} drafts. */
  public Verdict mayOpen(Person person, String unit) {
    return person.holds(Role.SPECIALIST, unit)
        ? Verdict.allowed()
        : roleMissing(Role.SPECIALIST, unit);
  }

  /** Whether somebody may read the registers of issued documents. */
  public Verdict mayReadRegister(Person person) {
    return person.belongsToTheAgency()
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of(FORBIDDEN, "not-of-the-agency"));
  }

  /** Whether a person may take an action on a dossier as it stands. */
  public Verdict may(Person person, Action action, Dossier dossier) {
    return switch (action) {
      case OPEN_DOSSIER -> mayOpen(person, dossier.unit());
      case READ_REGISTER -> mayReadRegister(person);
      case READ_DOSSIER, READ_RECORD -> mayRead(person, dossier);
      case EDIT_DOSSIER, PUT_DOCUMENT, SUBMIT -> mayDraft(person, dossier);
      case HEAD_ACCEPT, HEAD_RETURN, LEADER_ACCEPT, LEADER_RETURN, ISSUE, CLERK_RETURN ->
          mayDecide(person, action.step().orElseThrow(), dossier);
    };
  }

  /** Whether a person may be given the open task of a dossier (claimed, assigned, delegated). */
  public Verdict mayHoldTask(Person person, Step step, Dossier dossier) {
    return step == Step.DRAFT_LETTER ? mayDraft(person, dossier) : mayDecide(person, step, dossier);
  }

  private Verdict mayDraft(Person person, Dossier dossier) {
    // The state is told only to those who may know of the dossier at all.
    if (!person.userName().equals(dossier.drafter())) {
      return Verdict.refused(Refusal.of(FORBIDDEN, "not-the-drafter"));
    }
    if (!person.holds(Role.SPECIALIST, dossier.unit())) {
      return roleMissing(Role.SPECIALIST, dossier.unit());
    }
    return inState(dossier, DossierState.DRAFTING);
  }

  private Verdict mayDecide(Person person, Step step, Dossier dossier) {
    RoleAt needed = organisation.roleAt(step.role(), dossier.unit());
    if (!person.roles().contains(needed)) {
      return roleMissing(needed.role(), needed.unit());
    }
    if (person.userName().equals(dossier.drafter())) {
      return Verdict.refused(Refusal.of(FORBIDDEN, "own-draft"));
    }
    return inState(dossier, DossierState.at(step));
  }

  private Verdict mayRead(Person person, Dossier dossier) {
    boolean ofTheUnit =
        person.holds(Role.SPECIALIST, dossier.unit())
            || person.holds(Role.DEPARTMENT_HEAD, dossier.unit());
    String agency = organisation.agency().code();
    boolean ofTheAgency =
        person.holds(Role.AGENCY_LEADER, agency) || person.holds(Role.AGENCY_CLERK, agency);
    boolean addressed =
        dossier.state() == DossierState.ISSUED
            && dossier.addressees().stream()
                .flatMap(a -> a.unit().stream())
                .anyMatch(unit -> person.roles().stream().anyMatch(r -> r.unit().equals(unit)));
    return ofTheUnit || ofTheAgency || addressed
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of(Refusal.Kind.NOT_FOUND, "dossier-unknown"));
  }

  private static Verdict inState(Dossier dossier, DossierState needed) {
    if (dossier.state() == needed) {
      return Verdict.allowed();
    }
    Refusal.Label state = dossier.state()::label;
    return Verdict.refused(Refusal.of(CONFLICT, "not-in-this-state", state));
  }

  private Verdict roleMissing(Role role, String unit) {
    Refusal.Label roleName = role::label;
    Refusal.Label unitName =
        locale -> organisation.unit(unit).map(u -> u.name(locale)).orElse(unit);
    return Verdict.refused(Refusal.of(FORBIDDEN, "role-missing", roleName, unitName));
  }
}
