package vn.ttdn.core.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.fakes.Refusals.refusal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.Answers.Arrival;
import vn.ttdn.core.fakes.FakeFiles;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.register.IssuedRecord;

/** Who reads what of an issued document: the addressed units the record, and no more. */
class RecordReadingTest {
  private final FakeHost host = FakeHost.standing();

  @Test
  void anAddressedUnitReadsTheLetterItsEnclosuresAndItsAnswerAndNothingElse() {
    Dossier dossier = host.work().at(Step.FINISH_PLAN);
    List<IssuedRecord> records = records(dossier.id());
    assertThat(records).hasSize(4);
    for (String user : List.of("cvnghiepvu", "tpnghiepvu")) {
      for (IssuedRecord record : records) {
        assertThat(read(user, record)).isEqualTo(record);
      }
      assertThat(refusal(() -> host.as(user, () -> host.dossiers().readable(dossier.id()))).code())
          .isEqualTo("dossier-unknown");
    }
    Answer own = host.work().answers(dossier.id()).get(0);
    Answer others = host.work().answers(dossier.id()).get(1);
    assertThat(host.as("cvnghiepvu", () -> host.answers().readable(own.id()))).isEqualTo(own);
    assertThat(
            refusal(() -> host.as("cvnghiepvu", () -> host.answers().readable(others.id()))).code())
        .isEqualTo("answer-unknown");
  }

  @Test
  void aUnitThatIsNotAddressedReadsNothing() {
    Dossier dossier = host.issuedRoundOne();
    IssuedRecord record = records(dossier.id()).get(0);
    for (String user : List.of("cvbaochi", "gdbaochi", "thutruong", "vanthubo")) {
      assertThat(refusal(() -> read(user, record)).code()).as(user).isEqualTo("record-unknown");
    }
  }

  @Test
  void theDraftingUnitAndTheAgencysLeadersAndClerkReadEverything() {
    Dossier dossier = host.issuedRoundOne();
    IssuedRecord record = records(dossier.id()).get(0);
    for (String user : List.of("chuyenvien2", "truongphong", "cuctruong", "cucpho", "vanthu")) {
      assertThat(read(user, record)).isEqualTo(record);
    }
  }

  @Test
  void theSlipStaysTheMinistrysToReadAndIsNoUnitsEver() {
    Dossier dossier = host.work().at(Step.MINISTRY_LEADER_DECISION);
    ministryReadsWhatWasSentToIt(dossier);
    host.work().back(dossier.id(), "Bổ sung kinh phí");
    ministryReadsWhatWasSentToIt(dossier);
    host.as("cuctruong", () -> host.steering().cancel(dossier.id(), "Bộ dừng kế hoạch"));
    ministryReadsWhatWasSentToIt(dossier);
    for (String user : List.of("thutruong", "vanthubo")) {
      assertThat(refusal(() -> host.as(user, () -> host.dossiers().readable(dossier.id()))).code())
          .isEqualTo("dossier-unknown");
      for (IssuedRecord record : records(dossier.id())) {
        if (record.round() < 3) {
          assertThat(refusal(() -> read(user, record)).code()).isEqualTo("record-unknown");
        }
      }
    }
  }

  private void ministryReadsWhatWasSentToIt(Dossier dossier) {
    List<IssuedRecord> sent = records(dossier.id()).stream().filter(r -> r.round() == 3).toList();
    assertThat(sent).as("the slip, Decision and Plan").hasSize(3);
    for (IssuedRecord record : sent) {
      for (String user : List.of("thutruong", "vanthubo")) {
        assertThat(read(user, record)).isEqualTo(record);
      }
      assertThat(refusal(() -> read("cvnghiepvu", record)).code()).isEqualTo("record-unknown");
    }
  }

  @Test
  void whatCameInIsTheDossiersOwn() {
    Dossier dossier = host.issuedRoundOne();
    Answer body = host.work().answers(dossier.id()).get(1);
    var today = host.host().today();
    String recordId =
        host.as(
                "vanthu",
                () ->
                    host.answers()
                        .register(
                            body.id(),
                            Optional.empty(),
                            new Arrival(today, "1/X", today, ""),
                            FakeFiles.next()))
            .recordId();
    IssuedRecord incoming = host.read(() -> host.ledger().record(recordId)).orElseThrow();
    assertThat(read("chuyenvien", incoming)).isEqualTo(incoming);
    assertThat(refusal(() -> read("cvnghiepvu", incoming)).code()).isEqualTo("record-unknown");
  }

  @Test
  void registersAreTheAgencysAlone() {
    Stream.of("cvbaochi", "vanthu", "chuyenvien")
        .map(user -> host.directory().person(user).orElseThrow())
        .forEach(p -> assertThat(host.host().rights().mayReadRegister(p).isAllowed()).isTrue());
    Stream.of("thutruong", "vanthubo")
        .map(user -> host.directory().person(user).orElseThrow())
        .forEach(
            p ->
                assertThat(host.host().rights().mayReadRegister(p).because().orElseThrow().code())
                    .isEqualTo("not-of-the-agency"));
  }

  private IssuedRecord read(String user, IssuedRecord record) {
    return host.as(user, () -> host.dossiers().record(record.recordId()));
  }

  private List<IssuedRecord> records(String dossierId) {
    return host.read(() -> host.ledger().records(dossierId));
  }
}
