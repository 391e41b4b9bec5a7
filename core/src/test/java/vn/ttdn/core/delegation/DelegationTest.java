package vn.ttdn.core.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.fakes.Refusals.refusal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Step;

/** Uỷ quyền from its first day to its last, and whatever happens to the two people meanwhile. */
class DelegationTest {

  private static final RoleAt HEAD = new RoleAt(Role.DEPARTMENT_HEAD, "PTTDN");
  private static final RoleAt LEADER = new RoleAt(Role.AGENCY_LEADER, "CUC");
  private static final RoleAt CLERK = new RoleAt(Role.AGENCY_CLERK, "CUC");

  private final FakeHost host = FakeHost.standing();

  @Test
  void aDeputyHoldsTheRoleOnItsDaysWhetherTheJobHasRunOrNot() {
    delegate("truongphong", "cvnghiepvu", HEAD, 1, 2);
    assertThat(deputy("cvnghiepvu", HEAD)).isFalse();
    host.clock().advance(Duration.ofDays(1));
    assertThat(deputy("cvnghiepvu", HEAD)).isTrue();
    assertThat(run()).isEqualTo(1);
    assertThat(run()).isZero();
    assertThat(deputy("cvnghiepvu", HEAD)).isTrue();
    assertThat(member("cvnghiepvu", HEAD)).isTrue();
    host.clock().advance(Duration.ofDays(2));
    assertThat(deputy("cvnghiepvu", HEAD)).as("before the job has run").isFalse();
    assertThat(run()).isEqualTo(1);
    assertThat(member("cvnghiepvu", HEAD)).isFalse();
  }

  @Test
  void aClaimedTaskMovesAndComesBack() {
    String task = claimedReview("truongphong");
    Delegation delegation = delegate("truongphong", "cvnghiepvu", HEAD, 0, 2);
    assertThat(host.engine().claimedBy(task)).contains("cvnghiepvu");
    revoke("truongphong", delegation);
    assertThat(host.engine().claimedBy(task)).contains("truongphong");
  }

  @Test
  void aClaimedAnswerMovesAndComesBack() {
    String task = claimedAnswerOfABody();
    delegate("vanthu", "cvnghiepvu", CLERK, 0, 0);
    assertThat(host.engine().claimedBy(task)).contains("cvnghiepvu");
    host.clock().advance(Duration.ofDays(1));
    run();
    assertThat(host.engine().claimedBy(task)).contains("vanthu");
  }

  @Test
  void anAnswerThatTheDeputyMayGiveByHimselfStaysWithHim() {
    String dossier = host.issuedRoundOne().id();
    String task =
        host.work().answerOf(dossier, "Phòng Nghiệp vụ - Điều phối").taskId().orElseThrow();
    claim(task, "cvnghiepvu");
    delegate("tpnghiepvu", "cvnghiepvu", new RoleAt(Role.DEPARTMENT_HEAD, "NVDP"), 0, 0);
    host.clock().advance(Duration.ofDays(1));
    run();
    assertThat(host.engine().claimedBy(task)).contains("cvnghiepvu");
  }

  @Test
  void nobodyComesToApproveHisOwnDraft() {
    host.openedWithLetter();
    assertThat(refusal(() -> delegate("truongphong", "chuyenvien", HEAD, 0, 1)).code())
        .isEqualTo("delegation-own-draft");
  }

  @Test
  void aTaskOfWhatTheDeputyHasDraftedMeanwhileStays() {
    delegate("truongphong", "chuyenvien", HEAD, 1, 2);
    String task = claimedReview("truongphong");
    host.clock().advance(Duration.ofDays(1));
    assertThat(run()).isEqualTo(1);
    assertThat(host.engine().claimedBy(task)).contains("truongphong");
  }

  @Test
  void theRoleEndsWithThatOfTheOneWhoseItIs() {
    String task = claimedReview("truongphong");
    delegate("truongphong", "cvnghiepvu", HEAD, 0, 5);
    appoint("truongphong", Set.of());
    assertThat(deputy("cvnghiepvu", HEAD)).as("before the job has run").isFalse();
    assertThat(holders(HEAD)).isEmpty();
    assertThat(run()).isEqualTo(1);
    assertThat(member("cvnghiepvu", HEAD)).isFalse();
    assertThat(host.engine().claimedBy(task)).as("waits for the group").isEmpty();
    appoint("truongphong", Set.of(HEAD));
    assertThat(run()).as("begins again").isEqualTo(1);
    assertThat(deputy("cvnghiepvu", HEAD)).isTrue();
  }

  @Test
  void theRoleEndsWithTheOneWhoseItIs() {
    String task = claimedReview("truongphong");
    delegate("truongphong", "cvnghiepvu", HEAD, 0, 5);
    host.directory().remove("truongphong");
    assertThat(deputy("cvnghiepvu", HEAD)).isFalse();
    assertThat(run()).isEqualTo(1);
    assertThat(host.engine().claimedBy(task)).isEmpty();
  }

  @Test
  void aDeputyWhoIsGoneGivesBackWhatHeClaimed() {
    String task = claimedReview("truongphong");
    delegate("truongphong", "cvnghiepvu", HEAD, 0, 5);
    host.directory().remove("cvnghiepvu");
    assertThat(run()).isEqualTo(1);
    assertThat(host.engine().claimedBy(task)).contains("truongphong");
    assertThat(run()).isZero();
  }

  @Test
  void aDeputyWhoIsGoneBeforeTheFirstDayIsGivenNothing() {
    delegate("truongphong", "cvnghiepvu", HEAD, 1, 2);
    delegate("vanthu", "tpnghiepvu", CLERK, 1, 2);
    host.directory().remove("cvnghiepvu");
    host.clock().advance(Duration.ofDays(1));
    assertThat(run()).isEqualTo(1);
    assertThat(member("tpnghiepvu", CLERK)).isTrue();
  }

  @Test
  void oneThatFailsHoldsUpNoneOfTheOthersAndIsTriedAgain() {
    String task = claimedReview("truongphong");
    delegate("truongphong", "cvnghiepvu", HEAD, 1, 3);
    delegate("vanthu", "tpnghiepvu", CLERK, 1, 3);
    host.clock().advance(Duration.ofDays(1));
    host.engine().stuck(task, true);
    assertThat(run()).isEqualTo(1);
    assertThat(member("tpnghiepvu", CLERK)).isTrue();
    assertThat(member("cvnghiepvu", HEAD)).as("rolled back with its own work").isFalse();
    host.engine().stuck(task, false);
    assertThat(run()).isEqualTo(1);
    assertThat(host.engine().claimedBy(task)).contains("cvnghiepvu");
  }

  @Test
  void anAppointmentMadeBeforeTheFirstDayIsNotTakenAtTheEnd() {
    delegate("truongphong", "cvnghiepvu", HEAD, 1, 1);
    appoint("cvnghiepvu", Set.of(HEAD));
    host.clock().advance(Duration.ofDays(1));
    assertThat(run()).isZero();
    host.clock().advance(Duration.ofDays(1));
    assertThat(run()).isZero();
    assertThat(member("cvnghiepvu", HEAD)).isTrue();
    assertThat(host.read(() -> host.host().directory().person("cvnghiepvu")).orElseThrow())
        .satisfies(p -> assertThat(p.holdsInsteadOf(HEAD)).isEmpty());
  }

  @Test
  void whatADeputyHoldsIsNotLentOn() {
    delegate("truongphong", "cvnghiepvu", HEAD, 0, 3);
    assertThat(refusal(() -> delegate("cvnghiepvu", "chuyenvien2", HEAD, 0, 1)).code())
        .isEqualTo("delegation-not-own");
  }

  @Test
  void theLeaderAndTheHeadOfTheUnitEndItAsWell() {
    Delegation first = delegate("truongphong", "cvnghiepvu", HEAD, 0, 3);
    assertThat(refusal(() -> revoke("chuyenvien", first)).code()).isEqualTo("delegation-unknown");
    assertThat(refusal(() -> revoke("tpnghiepvu", first)).code()).isEqualTo("delegation-unknown");
    assertThat(revoke("cuctruong", first).revokedAt()).isPresent();
    Delegation second = delegate("truongphong", "cvnghiepvu", HEAD, 0, 3);
    appoint("chuyenvien2", Set.of(HEAD));
    assertThat(revoke("chuyenvien2", second).revokedAt()).isPresent();
    assertThat(deputy("cvnghiepvu", HEAD)).isFalse();
  }

  @Test
  void theLeaderOfTheAgencyDoesNotEndWhatTheMinistryHasDelegated() {
    RoleAt ministry = new RoleAt(Role.MINISTRY_LEADER, "BO");
    Delegation delegation = delegate("thutruong", "vanthubo", ministry, 0, 3);
    assertThat(refusal(() -> revoke("cuctruong", delegation)).code())
        .isEqualTo("delegation-unknown");
  }

  @Test
  void theNextDelegationKeepsTheMembershipThatAnOlderOneLeaves() {
    delegate("cucpho", "truongphong", LEADER, 1, 2);
    delegate("cuctruong", "truongphong", LEADER, 0, 0);
    host.clock().advance(Duration.ofDays(1));
    assertThat(run()).isEqualTo(2);
    assertThat(member("truongphong", LEADER)).isTrue();
    assertThat(deputy("truongphong", LEADER)).isTrue();
  }

  private Delegation delegate(String from, String to, RoleAt role, int first, int last) {
    LocalDate today = host.host().today();
    return host.as(
        from,
        () ->
            host.delegations()
                .delegate(to, role, today.plusDays(first), today.plusDays(last), "QĐ 12/QĐ"));
  }

  private Delegation revoke(String user, Delegation delegation) {
    return host.as(user, () -> host.delegations().revoke(delegation.id()));
  }

  private int run() {
    return new DelegationJob(host.host()).run();
  }

  private boolean deputy(String user, RoleAt role) {
    return host.read(() -> host.host().directory().person(user)).stream()
        .anyMatch(p -> p.roles().contains(role));
  }

  private List<String> holders(RoleAt role) {
    return host.read(() -> host.host().directory().holders(role)).stream()
        .map(Person::userName)
        .toList();
  }

  private boolean member(String user, RoleAt role) {
    return host.directory().person(user).filter(p -> p.roles().contains(role)).isPresent();
  }

  /** An administrator says which roles somebody has from now on. */
  private void appoint(String user, Set<RoleAt> roles) {
    Person p = host.directory().person(user).orElseThrow();
    host.directory()
        .put(new Person(user, p.fullName(), p.position(), p.email(), new HashSet<>(roles)));
  }

  private String claimedReview(String user) {
    Dossier dossier = host.work().at(Step.LETTER_HEAD_REVIEW);
    String task = dossier.taskId().orElseThrow();
    claim(task, user);
    return task;
  }

  private String claimedAnswerOfABody() {
    String dossier = host.issuedRoundOne().id();
    String task = host.work().answerOf(dossier, "Văn phòng Bộ").taskId().orElseThrow();
    claim(task, "vanthu");
    return task;
  }

  private void claim(String task, String user) {
    host.as(
        user,
        () -> {
          host.engine().claim(task, user);
          return Optional.of(task);
        });
  }
}
