package vn.ttdn.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.fakes.Refusals.refusal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.fakes.FakeOrganisation;
import vn.ttdn.core.fakes.Work;
import vn.ttdn.core.mail.MailDispatch;
import vn.ttdn.core.mail.OutgoingMail;
import vn.ttdn.core.register.Dispatch;
import vn.ttdn.core.register.Dispatch.Method;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.text.Messages;

/** What was sent to whom, how and when. */
class SendingTest {
  private static final String WITH_ADDRESS = "Bộ Ngoại giao <vanthu@mofa.example>";

  private final FakeHost host = FakeHost.standing();

  @Test
  void anAddresseeGetsItByMailHereOrOnPaper() {
    host.organisation(
        FakeOrganisation.with(
            "    symbol: TTBC\n", "    symbol: TTBC\n    email: ttbc@x.example\n"));
    Dossier dossier = ready("NVDP", "TTBC", WITH_ADDRESS, "Đài Tiếng nói Việt Nam");
    issue(dossier.id(), Map.of(TaskVariables.ON_PAPER, "true"));

    List<Dispatch> sent = dispatches(dossier.id());
    assertThat(sent).extracting(Dispatch::ordinal).containsExactly(1, 2, 3, 4);
    assertThat(sent)
        .extracting(Dispatch::method)
        .containsExactly(Method.HERE, Method.MAIL, Method.MAIL, Method.PAPER);
    assertThat(sent)
        .extracting(Dispatch::address)
        .containsExactly("", "ttbc@x.example", "vanthu@mofa.example", "");
    assertThat(sent).extracting(Dispatch::by).containsOnly("vanthu");
    assertThat(sent).extracting(Dispatch::on).containsOnly(LocalDate.of(2026, 12, 1));
    assertThat(sent.get(2).addressee()).isEqualTo("Bộ Ngoại giao");
  }

  @Test
  void whoHasNoAddressIsNamedUnlessItGoesOnPaper() {
    Dossier dossier = ready("NVDP", WITH_ADDRESS, "Đài Tiếng nói Việt Nam", "Thông tấn xã");
    Refusal refusal = refusal(() -> issue(dossier.id(), Map.of()));
    assertThat(refusal.code()).isEqualTo("addressee-without-address");
    assertThat(refusal.field()).contains("onPaper");
    assertThat(refusal.text("detail", Messages.VIETNAMESE))
        .contains("Đài Tiếng nói Việt Nam; Thông tấn xã")
        .doesNotContain("Nghiệp vụ")
        .doesNotContain("Ngoại giao");
    assertThat(refusal(() -> issue(dossier.id(), Map.of(TaskVariables.ON_PAPER, "false"))).code())
        .isEqualTo("addressee-without-address");
  }

  @Test
  void theMailCarriesTheLetterAndItsEnclosuresAndTellsWhenItLeft() {
    Dossier dossier = host.work().opened("NVDP", WITH_ADDRESS);
    host.work().to(dossier.id(), Step.FINISH_PLAN);
    List<IssuedRecord> second =
        host.read(() -> host.ledger().records(dossier.id())).stream()
            .filter(r -> r.round() == 2)
            .toList();
    Dispatch mailed = dispatches(second.get(0)).get(1);
    OutgoingMail mail =
        host.ledger().outbox().stream()
            .filter(m -> m.id().equals(mailed.mailId().orElseThrow()))
            .findFirst()
            .orElseThrow();
    assertThat(mail.attachments())
        .containsExactlyElementsOf(second.stream().map(IssuedRecord::recordId).toList());
    assertThat(mail.subject()).contains("02/TTĐN-PTTĐN");
    assertThat(mailed.mailSentAt()).isEmpty();

    host.clock().advance(Duration.ofMinutes(5));
    new MailDispatch(
            host.unitOfWork(), host.ledger(), host.documents(), (m, files) -> {}, host.clock())
        .run(1000);
    assertThat(dispatches(second.get(0)).get(1).mailSentAt()).contains(host.clock().instant());
  }

  @Test
  void theDrafterIsToldWithoutTheFiles() {
    Dossier dossier = ready("NVDP");
    issue(dossier.id(), Map.of());
    assertThat(host.ledger().outbox())
        .filteredOn(m -> m.to().equals("chuyenvien@ttdn.example"))
        .anySatisfy(
            m -> {
              assertThat(m.subject()).contains("01/TTĐN-PTTĐN");
              assertThat(m.attachments()).isEmpty();
            });
  }

  @Test
  void theSlipIsSeenHereByTheMinistry() {
    Dossier dossier = host.work().at(Step.MINISTRY_LEADER_DECISION);
    IssuedRecord slip =
        host.read(() -> host.ledger().records(dossier.id())).stream()
            .filter(r -> r.round() == 3 && r.enclosureOf().isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(dispatches(slip)).extracting(Dispatch::method).containsExactly(Method.HERE);
  }

  private Dossier ready(String... addressees) {
    Dossier dossier = host.work().opened(addressees);
    host.work().to(dossier.id(), Step.LETTER_CLERK_ISSUE);
    host.putSigned("vanthu", dossier.id());
    return dossier;
  }

  private void issue(String id, Map<String, String> form) {
    Map<String, String> variables = new java.util.HashMap<>(Work.variables("issued", ""));
    variables.putAll(form);
    host.decide("vanthu", id, variables);
  }

  private List<Dispatch> dispatches(String dossierId) {
    return dispatches(host.read(() -> host.ledger().records(dossierId)).get(0));
  }

  private List<Dispatch> dispatches(IssuedRecord record) {
    return host.read(() -> host.ledger().dispatches(record.recordId()));
  }
}
