package vn.ttdn.core.plan;

import static vn.ttdn.core.plan.Outcome.ACCEPTED;
import static vn.ttdn.core.plan.Outcome.ISSUED;
import static vn.ttdn.core.plan.Outcome.RETURNED;
import static vn.ttdn.core.plan.Outcome.SUBMITTED;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.text.Messages;

/**
 * A step of QT.TTĐN.03, section 6.2, with who takes it and what he may decide. Where each outcome
 * leads is drawn in the BPMN file; {@link #next} repeats it so that core can refuse a process that
 * went another way.
 */
public enum Step {
  /** 6.2.1: the Specialist drafts the letter asking the units for proposals. */
  DRAFT_LETTER("6.2.1", "s6_2_1_draftLetter", Role.SPECIALIST, List.of(SUBMITTED)),
  /** 6.2.2: the DepartmentHead reviews the draft letter. */
  DEPARTMENT_HEAD_REVIEW(
      "6.2.2", "s6_2_2_departmentHeadReview", Role.DEPARTMENT_HEAD, List.of(ACCEPTED, RETURNED)),
  /** 6.2.3: the AgencyLeader reviews and gives direction; he signs what he accepts. */
  AGENCY_LEADER_REVIEW(
      "6.2.3", "s6_2_3_agencyLeaderReview", Role.AGENCY_LEADER, List.of(ACCEPTED, RETURNED)),
  /** 6.2.4: the AgencyClerk numbers and issues, or sends a defect of form back to the drafter. */
  AGENCY_CLERK_ISSUE(
      "6.2.4", "s6_2_4_agencyClerkIssue", Role.AGENCY_CLERK, List.of(ISSUED, RETURNED));

  private final String clause;
  private final String id;
  private final Role role;
  private final List<Outcome> outcomes;

  Step(String clause, String id, Role role, List<Outcome> outcomes) {
    this.clause = clause;
    this.id = id;
    this.role = role;
    this.outcomes = outcomes;
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
    return role;
  }

  /** What may be decided at the step, the forward outcome first. */
  public List<Outcome> outcomes() {
    return outcomes;
  }

  /**
   * The step that follows; empty when the process ends there.
   *
   * @throws IllegalArgumentException if the step does not have the outcome
   */
  public Optional<Step> next(Outcome outcome) {
    if (!outcomes.contains(outcome)) {
      throw new IllegalArgumentException(this + " has no outcome " + outcome);
    }
    // Every return of the round lands with the Specialist: "chuyển lại chuyên viên làm lại",
    // "chuyển lại phòng làm lại" (the department's Specialist), and a defect of form.
    if (outcome == RETURNED) {
      return Optional.of(DRAFT_LETTER);
    }
    return switch (this) {
      case DRAFT_LETTER -> Optional.of(DEPARTMENT_HEAD_REVIEW);
      case DEPARTMENT_HEAD_REVIEW -> Optional.of(AGENCY_LEADER_REVIEW);
      case AGENCY_LEADER_REVIEW -> Optional.of(AGENCY_CLERK_ISSUE);
      case AGENCY_CLERK_ISSUE -> Optional.empty();
    };
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
