package vn.ttdn.core.plan;

import static vn.ttdn.core.plan.DossierState.AGENCY_LEADER_REVIEW;
import static vn.ttdn.core.plan.DossierState.DEPARTMENT_HEAD_REVIEW;
import static vn.ttdn.core.plan.DossierState.DRAFTING;
import static vn.ttdn.core.plan.DossierState.ISSUING;
import static vn.ttdn.core.plan.DossierState.MINISTRY_DECISION;
import static vn.ttdn.core.plan.DossierState.MINISTRY_ISSUING;
import static vn.ttdn.core.plan.Procedure.LETTER;
import static vn.ttdn.core.plan.Procedure.PLAN;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.text.Messages;

/**
 * A step of QT.TTĐN.03, section 6.2, or of a letter apart from its rounds, with who takes it and
 * what he may decide. Where each outcome leads is drawn in the BPMN files; {@link #next} repeats it
 * so that core can refuse a process that went another way.
 */
public enum Step {
  /** 6.2.1: the Specialist drafts the letter asking the units for proposals. */
  DRAFT_LETTER(PLAN, 1, DRAFTING, "6.2.1", "s6_2_1_draftLetter"),
  /** 6.2.2: the DepartmentHead reviews the draft letter. */
  LETTER_HEAD_REVIEW(PLAN, 1, DEPARTMENT_HEAD_REVIEW, "6.2.2", "s6_2_2_departmentHeadReview"),
  /** 6.2.3: the AgencyLeader reviews and gives direction; he signs what he accepts. */
  LETTER_LEADER_REVIEW(PLAN, 1, AGENCY_LEADER_REVIEW, "6.2.3", "s6_2_3_agencyLeaderReview"),
  /** 6.2.4: the AgencyClerk numbers, issues and sends, or sends a defect of form back. */
  LETTER_CLERK_ISSUE(PLAN, 1, ISSUING, "6.2.4", "s6_2_4_agencyClerkIssue"),

  /** 6.2.5: the Specialist drafts Decision and Plan, and the letter asking for comments. */
  DRAFT_PLAN(PLAN, 2, DRAFTING, "6.2.5", "s6_2_5_draftPlan"),
  /** 6.2.6: the DepartmentHead reviews the comment letter; Decision and Plan are shown. */
  PLAN_HEAD_REVIEW(PLAN, 2, DEPARTMENT_HEAD_REVIEW, "6.2.6", "s6_2_6_departmentHeadReview"),
  /** 6.2.7: the AgencyLeader reviews and signs the comment letter. */
  PLAN_LEADER_REVIEW(PLAN, 2, AGENCY_LEADER_REVIEW, "6.2.7", "s6_2_7_agencyLeaderReview"),
  /** 6.2.8: the AgencyClerk issues the comment letter with the draft plan. */
  PLAN_CLERK_ISSUE(PLAN, 2, ISSUING, "6.2.8", "s6_2_8_agencyClerkIssue"),

  /** 6.2.9: the Specialist finishes Decision and Plan and drafts the SubmissionSlip. */
  FINISH_PLAN(PLAN, 3, DRAFTING, "6.2.9", "s6_2_9_finishPlan"),
  /** 6.2.10: the DepartmentHead reviews the slip. */
  SLIP_HEAD_REVIEW(PLAN, 3, DEPARTMENT_HEAD_REVIEW, "6.2.10", "s6_2_10_departmentHeadReview"),
  /** 6.2.11: the AgencyLeader reviews and submits to the Ministry's leaders. */
  SLIP_LEADER_REVIEW(PLAN, 3, AGENCY_LEADER_REVIEW, "6.2.11", "s6_2_11_agencyLeaderReview"),
  /** 6.2.12: the AgencyClerk numbers the slip and sends the dossier to the Văn phòng Bộ. */
  SLIP_CLERK_DISPATCH(PLAN, 3, ISSUING, "6.2.12", "s6_2_12_agencyClerkDispatch"),
  /** 6.2.12: the Ministry's leaders approve, or refuse with a reason: back to 6.2.9. */
  MINISTRY_LEADER_DECISION(PLAN, 3, MINISTRY_DECISION, "6.2.12", "s6_2_12_ministryLeaderDecision"),
  /** 6.2.13: the MinistryClerk issues Decision and Plan under the Ministry's own number. */
  MINISTRY_CLERK_ISSUE(PLAN, 3, MINISTRY_ISSUING, "6.2.13", "s6_2_13_ministryClerkIssue"),

  /** A letter apart: the Specialist drafts it. */
  OWN_LETTER_DRAFT(LETTER, 1, DRAFTING, "CV.1", "l1_draftLetter"),
  /** A letter apart: as 6.2.2. */
  OWN_LETTER_HEAD_REVIEW(LETTER, 1, DEPARTMENT_HEAD_REVIEW, "CV.2", "l2_departmentHeadReview"),
  /** A letter apart: as 6.2.3. */
  OWN_LETTER_LEADER_REVIEW(LETTER, 1, AGENCY_LEADER_REVIEW, "CV.3", "l3_agencyLeaderReview"),
  /** A letter apart: as 6.2.4. */
  OWN_LETTER_CLERK_ISSUE(LETTER, 1, ISSUING, "CV.4", "l4_agencyClerkIssue");

  private static final List<Step> ORDER = List.of(values());

  private final Procedure procedure;
  private final int round;
  private final DossierState state;
  private final String clause;
  private final String id;

  Step(Procedure procedure, int round, DossierState state, String clause, String id) {
    this.procedure = procedure;
    this.round = round;
    this.state = state;
    this.clause = clause;
    this.id = id;
  }

  public Procedure procedure() {
    return procedure;
  }

  /** 1, 2 or 3 in a plan; 1 in a letter. */
  public int round() {
    return round;
  }

  /** The state of a dossier whose open step this is. */
  public DossierState state() {
    return state;
  }

  /** The clause of QT.TTĐN.03 that the step comes from, e.g. {@code 6.2.2}. */
  public String clause() {
    return clause;
  }

  /** The step's id in the BPMN file; carries the clause. */
  public String id() {
    return id;
  }

  /** Who takes the step. */
  public Role role() {
    return switch (state) {
      case DRAFTING -> Role.SPECIALIST;
      case DEPARTMENT_HEAD_REVIEW -> Role.DEPARTMENT_HEAD;
      case AGENCY_LEADER_REVIEW -> Role.AGENCY_LEADER;
      case ISSUING -> Role.AGENCY_CLERK;
      case MINISTRY_DECISION -> Role.MINISTRY_LEADER;
      case MINISTRY_ISSUING -> Role.MINISTRY_CLERK;
      case ISSUED, CANCELLED -> throw new IllegalStateException(this + " ends nothing");
    };
  }

  /** Whether the step is the drafter's own. */
  public boolean drafts() {
    return state == DRAFTING;
  }

  /** Whether a document gets its number at the step. */
  public boolean issues() {
    return state == ISSUING || state == MINISTRY_ISSUING;
  }

  /** What may be decided at the step, the forward outcome first. */
  public List<Outcome> outcomes() {
    return switch (state) {
      case DRAFTING -> List.of(Outcome.SUBMITTED);
      case ISSUING, MINISTRY_ISSUING -> List.of(Outcome.ISSUED, Outcome.RETURNED);
      default -> List.of(Outcome.ACCEPTED, Outcome.RETURNED);
    };
  }

  /**
   * The step that follows; empty when the process ends there.
   *
   * @throws IllegalArgumentException if the step does not have the outcome
   */
  public Optional<Step> next(Outcome outcome) {
    if (outcome == Outcome.WITHDRAWN) {
      return Optional.of(
          sender().orElseThrow(() -> new IllegalArgumentException(this + " has no sender")));
    }
    if (!outcomes().contains(outcome)) {
      throw new IllegalArgumentException(this + " has no outcome " + outcome);
    }
    if (outcome == Outcome.RETURNED) {
      return Optional.of(returnsTo());
    }
    return neighbour(1);
  }

  /**
   * Where a return leads. Every return of a round lands with the Specialist: "chuyển lại chuyên
   * viên làm lại", "chuyển lại phòng làm lại" (the department's Specialist), a defect of form, a
   * refusal by the Ministry's leaders. What the Ministry's clerk finds goes the same way.
   */
  private Step returnsTo() {
    return at(procedure, round, DRAFTING).orElseThrow();
  }

  /**
   * The step whose decision brought a dossier here by itself, if that decision can still be taken
   * back: nothing that was issued can.
   */
  public Optional<Step> sender() {
    if (drafts()) {
      return Optional.empty();
    }
    return neighbour(-1).filter(before -> !before.issues());
  }

  /** The step that many places on in the order of the procedure; empty beyond its ends. */
  private Optional<Step> neighbour(int distance) {
    int at = ORDER.indexOf(this) + distance;
    return at < 0 || at >= ORDER.size()
        ? Optional.empty()
        : Optional.of(ORDER.get(at)).filter(step -> step.procedure == procedure);
  }

  /** The step of that place; empty where a dossier has no open step. */
  public static Optional<Step> at(Procedure procedure, int round, DossierState state) {
    return Arrays.stream(values())
        .filter(s -> s.procedure == procedure && s.round == round && s.state == state)
        .findFirst();
  }

  /** The step with that BPMN id; empty if the file has an activity that core does not know. */
  public static Optional<Step> ofId(String id) {
    for (Step step : values()) {
      if (step.id.equals(id)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  public String label(Locale locale) {
    return Messages.in(locale).text("step." + id);
  }
}
