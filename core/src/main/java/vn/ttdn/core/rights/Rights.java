package vn.ttdn.core.rights;

import static vn.ttdn.core.Refusal.Kind.CONFLICT;
import static vn.ttdn.core.Refusal.Kind.FORBIDDEN;

import java.util.List;
import java.util.Optional;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.Step;

/**
 * Who may do what, by role, unit and state. Both hosts ask here on every way in; {@code
 * docs/rights.md} is generated from it.
 */
public final class Rights {
  private final Organisation organisation;

  public Rights(Organisation organisation) {
    this.organisation = organisation;
  }

  /**
   * Whether somebody may open a dossier that {@code unit} drafts: its Specialists for themselves,
   * its head for one of them.
   */
  public Verdict mayOpen(Person person, String unit) {
    return person.holds(Role.SPECIALIST, unit) || person.holds(Role.DEPARTMENT_HEAD, unit)
        ? Verdict.allowed()
        : roleMissing(Role.SPECIALIST, unit);
  }

  /** Whether somebody may read the registers of issued and incoming documents. */
  public Verdict mayReadRegister(Person person) {
    return person.belongsToTheAgency()
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of(FORBIDDEN, "not-of-the-agency"));
  }

  /**
   * Whether somebody may read who holds a role, of his own or by delegation: the agency's people,
   * and the Ministry's of the Ministry's roles, which they delegate like anybody else.
   */
  public Verdict mayReadHolders(Person person, Role role) {
    return role.level() == Unit.Level.MINISTRY && person.belongsToTheMinistry()
        ? Verdict.allowed()
        : mayReadRegister(person);
  }

  /** Whether a person may take an action on a dossier as it stands. */
  public Verdict may(Person person, Action action, Dossier dossier) {
    return switch (action) {
      case OPEN_DOSSIER -> mayOpen(person, dossier.unit());
      case READ_REGISTER -> mayReadRegister(person);
      case READ_DOSSIER -> mayRead(person, dossier);
      case READ_RECORD -> mayReadRecord(person, dossier, List.of());
      case EDIT_DOSSIER, PUT_DOCUMENT, SUBMIT -> mayDraft(person, dossier);
      case ATTACH_SIGNED -> mayAttachSigned(person, dossier);
      case WITHDRAW -> mayWithdraw(person, dossier);
      case ASSIGN -> mayAssign(person, dossier);
      case CANCEL -> mayCancel(person, dossier);
      case FOLLOW_ANSWERS -> mayFollow(person, dossier);
      case WRITE_LETTER -> mayWriteLetter(person, dossier);
      default -> mayDecideIn(person, action.state().orElseThrow(), dossier);
    };
  }

  /** Whether a person may be given the open task of a dossier (claimed, assigned). */
  public Verdict mayHoldTask(Person person, Step step, Dossier dossier) {
    return step.drafts() ? mayDraft(person, dossier) : mayDecide(person, step, dossier);
  }

  /**
   * Whether a person may read a record of a dossier.
   *
   * @param addressees who the record was addressed to: their people may read it, whatever becomes
   *     of the dossier, and no more of it
   */
  public Verdict mayReadRecord(Person person, Dossier dossier, List<Addressee> addressees) {
    boolean addressed =
        addressees.stream()
            .flatMap(a -> a.unit().stream())
            .flatMap(unit -> readersAt(organisation, unit).stream())
            .anyMatch(person.roles()::contains);
    return addressed
        ? Verdict.allowed()
        : mayRead(person, dossier).or(Refusal.of(Refusal.Kind.NOT_FOUND, "record-unknown"));
  }

  /**
   * Who reads what is addressed to a unit: its Specialists and its head, at the Ministry its
   * leaders and its clerks. A host that keeps permissions of its own asks the same question.
   */
  public static List<RoleAt> readersAt(Organisation organisation, String unit) {
    List<Role> roles =
        unit.equals(organisation.ministry().code())
            ? List.of(Role.MINISTRY_LEADER, Role.MINISTRY_CLERK)
            : List.of(Role.SPECIALIST, Role.DEPARTMENT_HEAD);
    return roles.stream().map(role -> new RoleAt(role, unit)).toList();
  }

  /** Whether a person may answer for who was asked; the clerk does for a body without account. */
  public Verdict mayAnswer(Person person, Answer answer) {
    Optional<String> unit = answer.asked().unit();
    if (unit.isPresent()) {
      return isOf(person, unit.get())
          ? Verdict.allowed()
          : roleMissing(Role.SPECIALIST, unit.get());
    }
    return mayRegisterIncoming(person);
  }

  /** Whether a person may register what comes in. */
  public Verdict mayRegisterIncoming(Person person) {
    RoleAt clerk = organisation.roleAt(Role.AGENCY_CLERK, "");
    return person.roles().contains(clerk)
        ? Verdict.allowed()
        : roleMissing(clerk.role(), clerk.unit());
  }

  /** Whether a person may read an answer: who reads the dossier, and who was asked. */
  public Verdict mayReadAnswer(Person person, Answer answer, Dossier dossier) {
    return answer.asked().unit().filter(unit -> isOf(person, unit)).isPresent()
        ? Verdict.allowed()
        : mayRead(person, dossier).or(Refusal.of(Refusal.Kind.NOT_FOUND, "answer-unknown"));
  }

  /** Whether a person may hold an ended plan's records back: the agency's clerk and leaders. */
  public Verdict mayHold(Person person, Dossier dossier) {
    RoleAt clerk = organisation.roleAt(Role.AGENCY_CLERK, dossier.unit());
    RoleAt leader = organisation.roleAt(Role.AGENCY_LEADER, dossier.unit());
    if (!person.roles().contains(clerk) && !person.roles().contains(leader)) {
      Verdict read = mayRead(person, dossier);
      return read.isAllowed() ? roleMissing(clerk.role(), clerk.unit()) : read;
    }
    if (dossier.procedure() == Procedure.PLAN && dossier.state().ended()) {
      return Verdict.allowed();
    }
    Refusal.Label state = dossier.state()::label;
    return Verdict.refused(Refusal.of(CONFLICT, "not-in-this-state", state));
  }

  /** The people of a unit of the agency are its Specialists and its head. */
  private static boolean isOf(Person person, String unit) {
    return person.holds(Role.SPECIALIST, unit) || person.holds(Role.DEPARTMENT_HEAD, unit);
  }

  private Verdict mayDraft(Person person, Dossier dossier) {
    Verdict drafter = isDrafter(person, dossier);
    return drafter.isAllowed() ? inState(dossier, DossierState.DRAFTING) : drafter;
  }

  /** The state is told only to those who may know of the dossier at all. */
  private Verdict isDrafter(Person person, Dossier dossier) {
    if (!person.userName().equals(dossier.drafter())) {
      return Verdict.refused(Refusal.of(FORBIDDEN, "not-the-drafter"));
    }
    return person.holds(Role.SPECIALIST, dossier.unit())
        ? Verdict.allowed()
        : roleMissing(Role.SPECIALIST, dossier.unit());
  }

  private Verdict mayDecideIn(Person person, DossierState state, Dossier dossier) {
    Optional<Step> open = dossier.step().filter(s -> s.state() == state);
    // The roles of a state are the same in every round: asked first, so that strangers learn
    // nothing of where the dossier stands.
    Optional<Step> step = open.or(() -> Step.at(Procedure.PLAN, 3, state));
    return mayDecide(person, step.orElseThrow(), dossier);
  }

  private Verdict mayDecide(Person person, Step step, Dossier dossier) {
    RoleAt needed = organisation.roleAt(step.role(), dossier.unit());
    if (!person.roles().contains(needed)) {
      return roleMissing(needed.role(), needed.unit());
    }
    if (dossier.draftedBy(person.userName())) {
      return Verdict.refused(Refusal.of(FORBIDDEN, "own-draft"));
    }
    return inState(dossier, step.state());
  }

  private Verdict mayAttachSigned(Person person, Dossier dossier) {
    DossierState state =
        dossier.state() == DossierState.MINISTRY_ISSUING
            ? DossierState.MINISTRY_ISSUING
            : DossierState.ISSUING;
    return mayDecideIn(person, state, dossier);
  }

  private Verdict mayWithdraw(Person person, Dossier dossier) {
    Verdict read = mayRead(person, dossier);
    if (!read.isAllowed()) {
      return read;
    }
    Optional<Role> sentAs = dossier.step().flatMap(Step::sender).map(Step::role);
    if (sentAs.isEmpty() || dossier.withdrawableBy().filter(person.userName()::equals).isEmpty()) {
      return Verdict.refused(Refusal.of(CONFLICT, "not-withdrawable"));
    }
    RoleAt needed = organisation.roleAt(sentAs.get(), dossier.unit());
    return person.roles().contains(needed)
        ? Verdict.allowed()
        : roleMissing(needed.role(), needed.unit());
  }

  private Verdict mayAssign(Person person, Dossier dossier) {
    if (!person.holds(Role.DEPARTMENT_HEAD, dossier.unit())) {
      return roleMissing(Role.DEPARTMENT_HEAD, dossier.unit());
    }
    return running(dossier);
  }

  /** Who cancels: the Specialist before 6.2.4, the AgencyLeader later; a letter's drafter. */
  public static Role cancels(Dossier dossier) {
    return dossier.procedure() == Procedure.LETTER || dossier.round() == 1
        ? Role.SPECIALIST
        : Role.AGENCY_LEADER;
  }

  private Verdict mayCancel(Person person, Dossier dossier) {
    Verdict who;
    if (cancels(dossier) == Role.SPECIALIST) {
      who = isDrafter(person, dossier);
    } else {
      String agency = organisation.agency().code();
      who =
          person.holds(Role.AGENCY_LEADER, agency)
              ? Verdict.allowed()
              : roleMissing(Role.AGENCY_LEADER, agency);
    }
    return who.isAllowed() ? running(dossier) : who;
  }

  /** Nothing is followed, extended or noted any more when the plan has ended. */
  private Verdict mayFollow(Person person, Dossier dossier) {
    Verdict verdict = mayWriteLetter(person, dossier);
    return verdict.isAllowed() ? running(dossier) : verdict;
  }

  /** What was issued may be mended after the end as well. */
  private Verdict mayWriteLetter(Person person, Dossier dossier) {
    Verdict drafter = isDrafter(person, dossier);
    if (!drafter.isAllowed()) {
      return drafter;
    }
    return dossier.procedure() == Procedure.PLAN
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of(CONFLICT, "letter-of-a-letter"));
  }

  private static Verdict running(Dossier dossier) {
    if (!dossier.state().ended()) {
      return Verdict.allowed();
    }
    Refusal.Label state = dossier.state()::label;
    return Verdict.refused(Refusal.of(CONFLICT, "not-in-this-state", state));
  }

  private Verdict mayRead(Person person, Dossier dossier) {
    String agency = organisation.agency().code();
    boolean ofTheAgency =
        person.holds(Role.AGENCY_LEADER, agency) || person.holds(Role.AGENCY_CLERK, agency);
    return isOf(person, dossier.unit()) || ofTheAgency || ministryReads(person, dossier)
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of(Refusal.Kind.NOT_FOUND, "dossier-unknown"));
  }

  private boolean ministryReads(Person person, Dossier dossier) {
    String ministry = organisation.ministry().code();
    return reachedMinistry(dossier)
        && (person.holds(Role.MINISTRY_LEADER, ministry)
            || person.holds(Role.MINISTRY_CLERK, ministry));
  }

  /**
   * Whether the Ministry reads a dossier: what was sent to it, from 6.2.12 on, but nothing that was
   * taken back. A host that keeps permissions of its own asks the same question.
   */
  public static boolean reachedMinistry(Dossier dossier) {
    return switch (dossier.state()) {
      case MINISTRY_DECISION, MINISTRY_ISSUING -> true;
      case ISSUED -> dossier.procedure() == Procedure.PLAN && dossier.round() == 3;
      default -> false;
    };
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
