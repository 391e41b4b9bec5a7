package vn.ttdn.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of QT.TTĐN.03, section 6.2, and its repetition for a letter apart. */
class StepTest {
  @ParameterizedTest
  @CsvSource({
    "DRAFT_LETTER,             SPECIALIST,      submitted, LETTER_HEAD_REVIEW,",
    "LETTER_HEAD_REVIEW,       DEPARTMENT_HEAD, accepted,  LETTER_LEADER_REVIEW,     DRAFT_LETTER",
    "LETTER_LEADER_REVIEW,     AGENCY_LEADER,   accepted,  LETTER_CLERK_ISSUE,       DRAFT_LETTER",
    "LETTER_CLERK_ISSUE,       AGENCY_CLERK,    issued,    DRAFT_PLAN,               DRAFT_LETTER",
    "DRAFT_PLAN,               SPECIALIST,      submitted, PLAN_HEAD_REVIEW,",
    "PLAN_HEAD_REVIEW,         DEPARTMENT_HEAD, accepted,  PLAN_LEADER_REVIEW,       DRAFT_PLAN",
    "PLAN_LEADER_REVIEW,       AGENCY_LEADER,   accepted,  PLAN_CLERK_ISSUE,         DRAFT_PLAN",
    "PLAN_CLERK_ISSUE,         AGENCY_CLERK,    issued,    FINISH_PLAN,              DRAFT_PLAN",
    "FINISH_PLAN,              SPECIALIST,      submitted, SLIP_HEAD_REVIEW,",
    "SLIP_HEAD_REVIEW,         DEPARTMENT_HEAD, accepted,  SLIP_LEADER_REVIEW,       FINISH_PLAN",
    "SLIP_LEADER_REVIEW,       AGENCY_LEADER,   accepted,  SLIP_CLERK_DISPATCH,      FINISH_PLAN",
    "SLIP_CLERK_DISPATCH,      AGENCY_CLERK,    issued,    MINISTRY_LEADER_DECISION, FINISH_PLAN",
    "MINISTRY_LEADER_DECISION, MINISTRY_LEADER, accepted,  MINISTRY_CLERK_ISSUE,     FINISH_PLAN",
    "MINISTRY_CLERK_ISSUE,     MINISTRY_CLERK,  issued,    ,                         FINISH_PLAN",
    "OWN_LETTER_DRAFT,         SPECIALIST,      submitted, OWN_LETTER_HEAD_REVIEW,",
    "OWN_LETTER_HEAD_REVIEW,   DEPARTMENT_HEAD, accepted,  OWN_LETTER_LEADER_REVIEW, OWN_LETTER_DRAFT",
    "OWN_LETTER_LEADER_REVIEW, AGENCY_LEADER,   accepted,  OWN_LETTER_CLERK_ISSUE,   OWN_LETTER_DRAFT",
    "OWN_LETTER_CLERK_ISSUE,   AGENCY_CLERK,    issued,    ,                         OWN_LETTER_DRAFT",
  })
  void whoTakesAStepAndWhereItLeads(
      Step step, String role, String forward, Step next, Step returned) {
    assertThat(step.role()).hasToString(role);
    assertThat(step.outcomes().get(0)).isEqualTo(Outcome.ofCode(forward));
    assertThat(step.next(step.outcomes().get(0))).isEqualTo(Optional.ofNullable(next));
    if (returned == null) {
      assertThat(step.outcomes()).doesNotContain(Outcome.RETURNED);
      assertThatIllegalArgumentException().isThrownBy(() -> step.next(Outcome.RETURNED));
    } else {
      assertThat(step.next(Outcome.RETURNED)).contains(returned);
    }
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void aStepIsFoundByItsIdAndByItsPlace(Step step) {
    assertThat(Step.ofId(step.id())).contains(step);
    assertThat(Step.at(step.procedure(), step.round(), step.state())).contains(step);
    assertThat(Step.ofId(step.id() + "x")).isEmpty();
  }

  @Test
  void theIdCarriesTheClause() {
    assertThat(Arrays.stream(Step.values()).filter(s -> s.procedure() == Procedure.PLAN))
        .hasSize(14)
        .allSatisfy(s -> assertThat(s.id()).startsWith("s" + s.clause().replace('.', '_') + "_"));
  }

  @Test
  void whatWasIssuedIsNotTakenBackAndADraftHasNoSender() {
    assertThat(Arrays.stream(Step.values()).filter(s -> s.sender().isEmpty()))
        .containsExactlyElementsOf(
            List.of(
                Step.DRAFT_LETTER,
                Step.DRAFT_PLAN,
                Step.FINISH_PLAN,
                Step.MINISTRY_LEADER_DECISION,
                Step.OWN_LETTER_DRAFT));
    assertThat(Step.SLIP_LEADER_REVIEW.next(Outcome.WITHDRAWN)).contains(Step.SLIP_HEAD_REVIEW);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Step.MINISTRY_LEADER_DECISION.next(Outcome.WITHDRAWN));
  }
}
