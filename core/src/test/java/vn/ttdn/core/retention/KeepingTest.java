package vn.ttdn.core.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.fakes.Refusals.refusal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.Host;
import vn.ttdn.core.audit.AuditEntry;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.mail.OutgoingMail;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.text.Dates;

/** Holding back and lifting, and what the job announces. The plans here end on 01/12/2026. */
class KeepingTest {
  private static final LocalDate FIRST_ANNOUNCED = LocalDate.of(2027, 12, 2);

  private final FakeHost host = FakeHost.standing();

  @Test
  void aHoldStandsUntilItIsLifted() {
    Dossier plan = host.work().issued();
    Hold hold = hold("vanthu", plan);
    assertThat(hold.ordinal()).isEqualTo(1);
    assertThat(hold.stands()).isTrue();
    assertThat(window(plan).on(host.host().today())).isEqualTo(KeepWindow.State.HELD);
    assertThat(refusal(() -> hold("cuctruong", plan)).code()).isEqualTo("hold-stands");
    assertThat(lift("cuctruong", plan).liftedBy()).contains("cuctruong");
    assertThat(refusal(() -> lift("cuctruong", plan)).code()).isEqualTo("hold-unknown");
    assertThat(window(plan).on(host.host().today())).isEqualTo(KeepWindow.State.KEPT);
    assertThat(hold("vanthu", plan).ordinal()).isEqualTo(2);
    assertThat(host.read(() -> host.ledger().audit(plan.id())))
        .extracting(AuditEntry::action)
        .endsWith("hold.placed", "hold.lifted", "hold.placed");
  }

  @Test
  void aHoldNeedsAReasonAndAnEndedPlan() {
    Dossier plan = host.work().issued();
    assertThat(refusal(() -> hold("vanthu", plan, " ")).code()).isEqualTo("hold-reason-missing");
    assertThat(refusal(() -> hold("vanthu", plan, "a\nb")).code()).isEqualTo("line-invalid");
    assertThat(refusal(() -> hold("chuyenvien", plan)).code()).isEqualTo("role-missing");
    Dossier running = host.work().at(Step.DRAFT_PLAN);
    assertThat(refusal(() -> hold("vanthu", running)).code()).isEqualTo("not-in-this-state");
  }

  /** The other's transaction ends while this one waits for the plan's row. */
  @Test
  void theSecondOfTwoWhoHoldAtOnceIsToldThatOneStands() {
    Dossier plan = host.work().issued();
    Host waiting =
        lockingAfter(
            () ->
                host.ledger()
                    .insert(
                        new Hold(
                            plan.id(),
                            1,
                            "Thanh tra",
                            "cuctruong",
                            host.host().now(),
                            Optional.empty(),
                            Optional.empty())));
    assertThat(
            refusal(() -> host.as("vanthu", () -> new Keeping(waiting).hold(plan, "Khiếu nại")))
                .code())
        .isEqualTo("hold-stands");
  }

  @Test
  void theSecondOfTwoWhoLiftAtOnceIsToldThatNoneStands() {
    Dossier plan = host.work().issued();
    Hold hold = hold("vanthu", plan);
    Host waiting =
        lockingAfter(() -> host.ledger().update(hold.lifted("cuctruong", host.host().now())));
    assertThat(refusal(() -> host.as("vanthu", () -> new Keeping(waiting).lift(plan))).code())
        .isEqualTo("hold-unknown");
  }

  @Test
  void aHandoverIsAnnouncedOnce() {
    Dossier plan = host.work().issued();
    at(FIRST_ANNOUNCED.minusDays(1));
    assertThat(run()).isZero();
    at(FIRST_ANNOUNCED);
    int before = mails().size();
    assertThat(run()).isEqualTo(1);
    assertThat(mails().subList(before, mails().size()))
        .isNotEmpty()
        .allSatisfy(m -> assertThat(m.to()).isEqualTo("vanthu@ttdn.example"))
        .allSatisfy(m -> assertThat(m.body()).contains(plan.title()));
    assertThat(run()).isZero();
    at(LocalDate.of(2028, 1, 1));
    assertThat(run()).isZero();
  }

  @Test
  void whatIsHeldIsNotAnnouncedAndWhatWasLiftedIs() {
    Dossier plan = host.work().issued();
    hold("vanthu", plan);
    at(FIRST_ANNOUNCED);
    assertThat(run()).isZero();
    lift("vanthu", plan);
    assertThat(run()).isEqualTo(1);
  }

  @Test
  void whatIsOverdueWhenTheJobFirstRunsIsAnnounced() {
    host.work().issued();
    at(LocalDate.of(2028, 1, 1));
    assertThat(run()).isEqualTo(1);
  }

  private Host lockingAfter(Runnable other) {
    Ledger ledger =
        (Ledger)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Ledger.class},
                (proxy, method, args) -> {
                  if (method.getName().equals("lock")) {
                    other.run();
                  }
                  try {
                    return method.invoke(host.ledger(), args);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    Host h = host.host();
    return new Host(
        h.clock(),
        h.organisation(),
        h.currentPerson(),
        h.directory(),
        h.memberships(),
        h.unitOfWork(),
        ledger,
        h.documents(),
        h.workflow(),
        h.picture(),
        h.texts(),
        h.maxUploadBytes());
  }

  private Hold hold(String user, Dossier plan) {
    return hold(user, plan, "Thanh tra");
  }

  private Hold hold(String user, Dossier plan, String reason) {
    return host.as(user, () -> new Keeping(host.host()).hold(plan, reason));
  }

  private Hold lift(String user, Dossier plan) {
    return host.as(user, () -> new Keeping(host.host()).lift(plan));
  }

  private KeepWindow window(Dossier plan) {
    return host.read(() -> new Keeping(host.host()).window(plan)).orElseThrow();
  }

  private void at(LocalDate day) {
    Instant morning = day.atTime(9, 0).atZone(Dates.ZONE).toInstant();
    host.clock().set(morning);
  }

  private int run() {
    return new HandoverJob(host.host()).run();
  }

  private List<OutgoingMail> mails() {
    return host.ledger().outbox();
  }
}
