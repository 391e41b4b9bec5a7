package vn.ttdn.core.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.fakes.Refusals.refusal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.answers.Answers.Arrival;
import vn.ttdn.core.fakes.FakeFiles;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.register.IncomingEntry;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.schema.DocumentKind;

/** The clerk registers the answer of a body without account. */
class IncomingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  private final FakeHost host = FakeHost.standing();
  private Dossier dossier;
  private String body;

  @BeforeEach
  void aBodyIsAsked() {
    dossier = host.issuedRoundOne();
    body = host.work().answers(dossier.id()).get(1).id();
  }

  @Test
  void theAnswerIsNumberedFrozenAndReceivedOnTheDayOfItsStamp() {
    host.clock().advance(Duration.ofDays(12));
    IncomingEntry entry = register(arrival(TODAY.plusDays(10), TODAY.plusDays(8)));
    assertThat(entry.number()).isEqualTo(1);
    assertThat(entry.key().register()).isEqualTo("DEN");
    assertThat(entry.sender()).isEqualTo("Văn phòng Bộ");
    assertThat(entry.symbol()).isEqualTo("812/VP-TH");
    assertThat(host.read(() -> host.ledger().incomingOf(body))).containsExactly(entry);

    Answer answer = host.work().answer(body);
    assertThat(answer.state()).isEqualTo(AnswerState.RECEIVED);
    assertThat(answer.receivedOn()).contains(TODAY.plusDays(10));
    assertThat(answer.lateOn(host.host().today())).as("it came in time").isFalse();

    IssuedRecord record = host.read(() -> host.ledger().record(entry.recordId())).orElseThrow();
    assertThat(record.kind()).isEqualTo(DocumentKind.UNIT_ANSWER);
    assertThat(host.documents().facts(entry.recordId()).number()).isEqualTo(1);
    assertThat(host.work().decide("chuyenvien", body, AnswerOutcome.ACCEPTED, "").state())
        .isEqualTo(AnswerState.COMPLETED);
  }

  @Test
  void arrivalNumbersRunWithoutAGapWhateverIsRefused() {
    refusal(() -> register(arrival(TODAY.plusDays(1), TODAY)));
    host.documents().guardRecords(false);
    assertThat(refusal(() -> register(arrival(TODAY, TODAY))).code())
        .isEqualTo("records-unguarded");
    host.documents().guardRecords(true);
    assertThat(host.work().answer(body).state()).isEqualTo(AnswerState.WAITING);
    assertThat(register(arrival(TODAY, TODAY)).number()).isEqualTo(1);
  }

  @Test
  void anAnswerThatWasNotAsAskedIsRegisteredAgain() {
    register(arrival(TODAY, TODAY));
    host.clock().advance(Duration.ofHours(1));
    host.work().decide("chuyenvien", body, AnswerOutcome.RETURNED, "Thiếu phụ lục");
    host.clock().advance(Duration.ofDays(2));
    assertThat(register(arrival(TODAY.plusDays(2), TODAY.plusDays(1))).number()).isEqualTo(2);
    assertThat(host.work().answer(body).receivedOn()).contains(TODAY.plusDays(2));
  }

  @Test
  void whatComesInIsNotGivenPastTheRegister() {
    host.as("vanthu", () -> host.answers().put(body, FakeFiles.next()));
    Refusal refusal = refusal(() -> host.work().decide("vanthu", body, AnswerOutcome.ANSWERED, ""));
    assertThat(refusal.code()).isEqualTo("answer-not-registered");
    assertThat(host.work().answer(body).state()).isEqualTo(AnswerState.WAITING);
  }

  @Test
  void daysThatCannotBeAreRefused() {
    assertRefused(arrival(TODAY.plusDays(1), TODAY), "arrival-day-invalid", "arrivedOn");
    assertRefused(arrival(TODAY.minusDays(1), TODAY), "arrival-day-invalid", "arrivedOn");
    assertRefused(arrival(TODAY, TODAY.plusDays(1)), "issued-after-arrival", "issuedOn");
  }

  @Test
  void linesThatAreNoneAreRefused() {
    assertRefused(new Arrival(TODAY, "a\nb", TODAY, ""), "line-invalid", "symbol");
    assertRefused(new Arrival(TODAY, "", TODAY, "x".repeat(501)), "line-invalid", "subject");
  }

  @Test
  void withoutASubjectItIsAboutTheDossier() {
    assertThat(register(new Arrival(TODAY, "", TODAY, " ")).subject()).isEqualTo(dossier.title());
  }

  @Test
  void anAnswerToAnotherRoundIsRefused() {
    Refusal refusal = refusal(() -> register("vanthu", Optional.of(2), arrival(TODAY, TODAY)));
    assertThat(refusal.code()).isEqualTo("answer-of-another-round");
    assertThat(refusal.field()).contains("round");
    assertThat(register("vanthu", Optional.of(1), arrival(TODAY, TODAY)).number()).isEqualTo(1);
  }

  @Test
  void onlyTheClerkRegisters() {
    for (String user : List.of("chuyenvien", "cuctruong", "vanthubo", "cvnghiepvu")) {
      assertThat(refusal(() -> register(user, Optional.empty(), arrival(TODAY, TODAY))).code())
          .as(user)
          .isEqualTo("role-missing");
    }
    String unit = host.work().answers(dossier.id()).get(0).id();
    assertThat(
            refusal(
                    () ->
                        host.as(
                            "vanthu",
                            () ->
                                host.answers()
                                    .register(
                                        unit,
                                        Optional.empty(),
                                        arrival(TODAY, TODAY),
                                        FakeFiles.next())))
                .code())
        .as("a unit of the house answers itself")
        .isEqualTo("role-missing");
  }

  @Test
  void whoHasThePaperFindsWhatItAnswers() {
    assertThat(find("01/TTĐN-PTTĐN", "van phong bo").id()).isEqualTo(body);
    assertThat(refusal(() -> find("99/TTĐN-PTTĐN", "Văn phòng Bộ")).code())
        .isEqualTo("answer-not-found");
    assertThat(refusal(() -> find("01/TTĐN-PTTĐN", "Bộ Ngoại giao")).code())
        .isEqualTo("answer-not-found");
  }

  @Test
  void aSymbolThatComesAgainTheNextYearMeansTheNewestLetter() {
    host.clock().advance(Duration.ofDays(40));
    Dossier next = host.issuedRoundOne();
    String newest = host.work().answers(next.id()).get(1).id();
    assertThat(find("01/TTĐN-PTTĐN", "Văn phòng Bộ").id()).isEqualTo(newest);
  }

  private Answer find(String symbol, String sender) {
    return host.as("vanthu", () -> host.answers().find(symbol, sender));
  }

  private void assertRefused(Arrival arrival, String code, String field) {
    Refusal refusal = refusal(() -> register(arrival));
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.field()).contains(field);
  }

  private static Arrival arrival(LocalDate arrivedOn, LocalDate issuedOn) {
    return new Arrival(arrivedOn, "812/VP-TH", issuedOn, "V/v đề xuất nội dung");
  }

  private IncomingEntry register(Arrival arrival) {
    return register("vanthu", Optional.empty(), arrival);
  }

  private IncomingEntry register(String user, Optional<Integer> round, Arrival arrival) {
    return host.as(user, () -> host.answers().register(body, round, arrival, FakeFiles.next()));
  }
}
