package vn.ttdn.web;

import static vn.ttdn.web.FakeAgency.object;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.web.FakeWords.Words;

/** The steps of the plan and of a letter apart, in their order. */
enum FakeStep {
  DRAFT_LETTER(1, "DRAFTING", "6.2.1", "s6_2_1_draftLetter", "Dự thảo công văn đề nghị đề xuất"),
  LETTER_HEAD(
      1,
      "DEPARTMENT_HEAD_REVIEW",
      "6.2.2",
      "s6_2_2_departmentHeadReview",
      "Lãnh đạo phòng xem xét"),
  LETTER_LEADER(
      1, "AGENCY_LEADER_REVIEW", "6.2.3", "s6_2_3_agencyLeaderReview", "Lãnh đạo Cục xem xét"),
  LETTER_CLERK(1, "ISSUING", "6.2.4", "s6_2_4_agencyClerkIssue", "Văn thư Cục phát hành"),
  DRAFT_PLAN(
      2,
      "DRAFTING",
      "6.2.5",
      "s6_2_5_draftPlan",
      "Dự thảo Quyết định, Kế hoạch và công văn xin ý kiến"),
  PLAN_HEAD(
      2,
      "DEPARTMENT_HEAD_REVIEW",
      "6.2.6",
      "s6_2_6_departmentHeadReview",
      "Lãnh đạo phòng xem xét"),
  PLAN_LEADER(
      2, "AGENCY_LEADER_REVIEW", "6.2.7", "s6_2_7_agencyLeaderReview", "Lãnh đạo Cục xem xét"),
  PLAN_CLERK(2, "ISSUING", "6.2.8", "s6_2_8_agencyClerkIssue", "Văn thư Cục phát hành"),
  FINISH_PLAN(
      3,
      "DRAFTING",
      "6.2.9",
      "s6_2_9_finishPlan",
      "Hoàn thiện Quyết định, Kế hoạch và dự thảo phiếu trình"),
  SLIP_HEAD(
      3,
      "DEPARTMENT_HEAD_REVIEW",
      "6.2.10",
      "s6_2_10_departmentHeadReview",
      "Lãnh đạo phòng xem xét"),
  SLIP_LEADER(
      3, "AGENCY_LEADER_REVIEW", "6.2.11", "s6_2_11_agencyLeaderReview", "Lãnh đạo Cục trình Bộ"),
  SLIP_CLERK(
      3, "ISSUING", "6.2.12", "s6_2_12_agencyClerkDispatch", "Chuyển hồ sơ sang Văn phòng Bộ"),
  MINISTRY_LEADER(
      3, "MINISTRY_DECISION", "6.2.12", "s6_2_12_ministryLeaderDecision", "Lãnh đạo Bộ phê duyệt"),
  MINISTRY_CLERK(
      3, "MINISTRY_ISSUING", "6.2.13", "s6_2_13_ministryClerkIssue", "Văn thư Bộ phát hành"),
  OWN_DRAFT(0, "DRAFTING", "CV.1", "l1_draftLetter", "Dự thảo công văn"),
  OWN_HEAD(
      0, "DEPARTMENT_HEAD_REVIEW", "CV.2", "l2_departmentHeadReview", "Lãnh đạo phòng xem xét"),
  OWN_LEADER(0, "AGENCY_LEADER_REVIEW", "CV.3", "l3_agencyLeaderReview", "Lãnh đạo Cục xem xét"),
  OWN_CLERK(0, "ISSUING", "CV.4", "l4_agencyClerkIssue", "Văn thư Cục phát hành");

  /** 1 to 3 in a plan; 0 in a letter, whose round is 1. */
  private final int group;

  final String state;
  final String clause;
  final String id;
  private final Words label;

  FakeStep(int group, String state, String clause, String id, String vi) {
    this.group = group;
    this.state = state;
    this.clause = clause;
    this.id = id;
    this.label = new Words(vi, "Step " + clause);
  }

  int round() {
    return Math.max(group, 1);
  }

  String role() {
    return switch (state) {
      case "DRAFTING" -> "SPECIALIST";
      case "DEPARTMENT_HEAD_REVIEW" -> "DEPARTMENT_HEAD";
      case "AGENCY_LEADER_REVIEW" -> "AGENCY_LEADER";
      case "ISSUING" -> "AGENCY_CLERK";
      case "MINISTRY_DECISION" -> "MINISTRY_LEADER";
      default -> "MINISTRY_CLERK";
    };
  }

  int days() {
    return switch (state) {
      case "DRAFTING" -> 5;
      case "ISSUING" -> 1;
      case "MINISTRY_DECISION", "MINISTRY_ISSUING" -> 10;
      default -> 2;
    };
  }

  boolean drafts() {
    return state.equals("DRAFTING");
  }

  boolean issues() {
    return state.endsWith("ISSUING");
  }

  List<String> outcomes() {
    if (drafts()) {
      return List.of("submitted");
    }
    return issues() ? List.of("issued", "returned") : List.of("accepted", "returned");
  }

  /** The step that a return leads to. */
  FakeStep back() {
    return Arrays.stream(values()).filter(s -> s.group == group).findFirst().orElseThrow();
  }

  Optional<FakeStep> next() {
    return this == MINISTRY_CLERK || this == OWN_CLERK
        ? Optional.empty()
        : Optional.of(values()[ordinal() + 1]);
  }

  FakeStep before() {
    return values()[ordinal() - 1];
  }

  Map<String, Object> view(boolean english) {
    return object("id", id, "clause", clause, "round", round(), "label", label.in(english));
  }
}
