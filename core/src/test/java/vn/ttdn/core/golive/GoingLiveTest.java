package vn.ttdn.core.golive;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.fakes.Refusals.refusal;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.answers.Answers.Arrival;
import vn.ttdn.core.audit.AuditEntry;
import vn.ttdn.core.fakes.FakeFiles;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.register.IncomingEntry;
import vn.ttdn.core.register.RegisterConfig;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterKey;

/** A spreadsheet of running dossiers and last numbers, taken in for good. */
class GoingLiveTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final List<Map<Column, Object>> NUMBERS =
      List.of(
          Going.number(),
          Going.number(
              row -> {
                row.put(Column.REGISTER, RegisterConfig.INCOMING);
                row.put(Column.LAST_NUMBER, 45);
              }));

  private final FakeHost host = FakeHost.standing();

  @Test
  void dossiersOfEveryRoundGoOnWhereTheyStood() {
    List<Dossier> taken = takeIn(List.of(round(1), round(2), round(3)), NUMBERS);
    assertThat(taken)
        .extracting(d -> d.step().orElseThrow())
        .containsExactly(Step.DRAFT_LETTER, Step.DRAFT_PLAN, Step.FINISH_PLAN);
    assertThat(taken)
        .allSatisfy(
            d -> {
              assertThat(d.drafter()).isEqualTo("chuyenvien");
              assertThat(host.read(() -> host.ledger().audit(d.id())))
                  .extracting(AuditEntry::action)
                  .contains("dossier.takenOver");
            });
    assertThat(host.work().forward(taken.get(1).id()).step()).contains(Step.PLAN_HEAD_REVIEW);
    assertThat(host.work().forward(taken.get(2).id()).step()).contains(Step.SLIP_HEAD_REVIEW);
  }

  @Test
  void bothRegistersGoOnBehindTheLastNumbers() {
    Dossier taken = takeIn(List.of(round(1)), NUMBERS).get(0);
    host.work().to(taken.id(), Step.DRAFT_PLAN);
    assertThat(host.read(() -> host.ledger().registerEntries(taken.id())))
        .extracting(RegisterEntry::symbol)
        .containsExactly("121/TTĐN-PTTĐN");
    String answer = host.work().answerOf(taken.id(), "Văn phòng Bộ").id();
    IncomingEntry came =
        host.as(
            "vanthu",
            () ->
                host.answers()
                    .register(
                        answer,
                        Optional.empty(),
                        new Arrival(TODAY, "812/VP-TH", TODAY, ""),
                        FakeFiles.next()));
    assertThat(came.number()).isEqualTo(46);
  }

  @Test
  void anArrivalNumberThatWasGivenHereIsNotGivenAgain() {
    takeIn(List.of(), NUMBERS);
    ImportResult result =
        run(
                List.of(),
                List.of(
                    Going.number(
                        row -> {
                          row.put(Column.REGISTER, RegisterConfig.INCOMING);
                          row.put(Column.LAST_NUMBER, 44);
                        })),
                false)
            .result();
    assertThat(result.errors()).extracting(CellError::code).containsExactly("last-number-too-low");
  }

  @Test
  void nothingIsTakenInDryOrWithAnError() {
    assertThat(run(List.of(round(1)), NUMBERS, true).taken()).isEmpty();
    Map<Column, Object> wrong = round(2);
    wrong.put(Column.DRAFTER, "truongphong");
    assertThat(run(List.of(round(1), wrong), NUMBERS, false).taken()).isEmpty();
    RegisterKey incoming = new RegisterKey("CUC", RegisterConfig.INCOMING, 2026);
    assertThat(host.read(() -> host.ledger().lastNumber(incoming))).isEmpty();
    assertThat(host.engine().openTasks()).isEmpty();
  }

  @Test
  void theSameFileIsNotTakenInTwice() {
    takeIn(List.of(round(3)), NUMBERS);
    GoingLive.Outcome again = run(List.of(round(3)), NUMBERS, false);
    assertThat(again.taken()).isEmpty();
    assertThat(again.result().errors())
        .extracting(CellError::code)
        .containsExactly("dossier-exists");
  }

  @Test
  void onlyTheClerkTakesIn() {
    IncomingFile file = file(List.of(round(1)), NUMBERS);
    assertThat(
            refusal(
                    () ->
                        host.as(
                            "chuyenvien",
                            () -> new GoingLive(host.host(), host.flow()).run(file, false)))
                .code())
        .isEqualTo("role-missing");
  }

  private List<Dossier> takeIn(
      List<Map<Column, Object>> dossiers, List<Map<Column, Object>> numbers) {
    GoingLive.Outcome outcome = run(dossiers, numbers, false);
    assertThat(outcome.result().errors()).isEmpty();
    assertThat(outcome.taken()).hasSameSizeAs(dossiers);
    return outcome.taken();
  }

  private GoingLive.Outcome run(
      List<Map<Column, Object>> dossiers, List<Map<Column, Object>> numbers, boolean dryRun) {
    IncomingFile file = file(dossiers, numbers);
    return host.as("vanthu", () -> new GoingLive(host.host(), host.flow()).run(file, dryRun));
  }

  private static IncomingFile file(
      List<Map<Column, Object>> dossiers, List<Map<Column, Object>> numbers) {
    byte[] bytes = Going.book(dossiers, numbers).bytes();
    return new IncomingFile("tiep-nhan.xlsx", bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  private static Map<Column, Object> round(int round) {
    return Going.dossier(
        row -> {
          row.put(Column.SUBJECT, "V/v đề xuất nội dung Kế hoạch, vòng " + round);
          row.put(Column.DRAFTER, "chuyenvien");
          row.put(Column.ROUND, round);
          row.put(Column.ADDRESSEES, "NVDP; Văn phòng Bộ");
          if (round == 1) {
            row.remove(Column.LETTER_1);
            row.remove(Column.LETTER_1_DATE);
          }
          if (round < 3) {
            row.remove(Column.LETTER_2);
            row.remove(Column.LETTER_2_DATE);
          } else {
            row.put(Column.LETTER_1, "77/TTĐN-PTTĐN");
          }
        });
  }
}
