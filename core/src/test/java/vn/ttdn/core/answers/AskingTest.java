package vn.ttdn.core.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.fakes.Refusals.refusal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.mail.OutgoingMail;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Handling;
import vn.ttdn.core.plan.NewDossier;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.StartForm;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.plan.Urgency;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.schema.DocumentKind;

/** Who owes an answer after 6.2.4 and 6.2.8, and by when. */
class AskingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  private final FakeHost host = FakeHost.standing();

  @Test
  void everybodyWhomTheLetterIsAddressedToOwesOneAnswer() {
    Dossier dossier = host.work().opened("TTBC", "NVDP", "Bộ Ngoại giao <a@mofa.example>");
    host.work().to(dossier.id(), Step.DRAFT_PLAN);
    List<Answer> answers = host.work().answers(dossier.id());
    assertThat(answers)
        .extracting(a -> a.asked().name())
        .containsExactly(
            "Trung tâm Báo chí và Hợp tác truyền thông quốc tế",
            "Phòng Nghiệp vụ - Điều phối",
            "Bộ Ngoại giao");
    String letter = host.read(() -> host.ledger().records(dossier.id())).get(0).recordId();
    assertThat(answers)
        .allSatisfy(
            a -> {
              assertThat(a.round()).isEqualTo(1);
              assertThat(a.recordId()).isEqualTo(letter);
              assertThat(a.state()).isEqualTo(AnswerState.WAITING);
              assertThat(a.askedOn()).isEqualTo(TODAY);
              assertThat(a.dueOn()).isEqualTo(TODAY.plusDays(10));
              assertThat(a.firstDueOn()).isEqualTo(a.dueOn());
              assertThat(host.engine().stepOf(a.taskId().orElseThrow()))
                  .contains(AnswerStep.GIVE.id());
              assertThat(host.read(() -> host.ledger().answerEvents(a.id())))
                  .singleElement()
                  .satisfies(
                      e -> {
                        assertThat(e.kind()).isEqualTo(AnswerEvent.Kind.ASKED);
                        assertThat(e.text()).isEqualTo("01/TTĐN-PTTĐN");
                        assertThat(e.actorName()).isEqualTo("Vũ Thị Lan");
                      });
            });
  }

  @Test
  void roundTwoAsksAgainWithItsOwnLetter() {
    Dossier dossier = host.work().at(Step.FINISH_PLAN);
    IssuedRecord letter =
        host.read(() -> host.ledger().records(dossier.id())).stream()
            .filter(r -> r.kind() == DocumentKind.COMMENT_LETTER)
            .findFirst()
            .orElseThrow();
    assertThat(host.work().answers(dossier.id()))
        .extracting(Answer::round)
        .containsExactly(1, 1, 2, 2);
    assertThat(host.work().answers(dossier.id()).get(2).recordId()).isEqualTo(letter.recordId());
  }

  @Test
  void roundThreeAndALetterApartAskNobody() {
    Dossier dossier = host.work().at(Step.MINISTRY_LEADER_DECISION);
    assertThat(host.work().answers(dossier.id())).hasSize(4);
    Dossier plan = host.issuedRoundOne();
    host.clock().advance(Duration.ofDays(11));
    Dossier reminder =
        host.as("chuyenvien", () -> host.letters().remind(plan.id(), List.of(), "V/v đôn đốc"));
    host.passRound(reminder.id());
    assertThat(host.work().answers(plan.id())).hasSize(2);
    assertThat(host.work().answers(reminder.id())).isEmpty();
  }

  @Test
  void theDayThatTheLetterNamesIsTheAnswersDay() {
    Dossier dossier = host.openedWithLetter();
    edit(dossier, Optional.of(TODAY.plusDays(3)));
    host.passRound(dossier.id());
    assertThat(host.work().answers(dossier.id()))
        .extracting(Answer::dueOn)
        .containsOnly(TODAY.plusDays(3));
  }

  @Test
  void aDayThatHasPassedBeforeTheLetterLeftIsNobodysDay() {
    Dossier dossier = host.openedWithLetter();
    edit(dossier, Optional.of(TODAY.plusDays(3)));
    host.clock().advance(Duration.ofDays(4));
    host.passRound(dossier.id());
    assertThat(host.work().answers(dossier.id()))
        .extracting(Answer::dueOn)
        .containsOnly(TODAY.plusDays(14));
  }

  @Test
  void theDayOfRoundOneIsNotThatOfRoundTwo() {
    Dossier dossier = host.openedWithLetter();
    edit(dossier, Optional.of(TODAY.plusDays(30)));
    Dossier second = host.passRound(dossier.id());
    assertThat(second.handling().answersDueOn()).isEmpty();
    host.passRound(dossier.id());
    assertThat(host.work().answers(dossier.id()))
        .extracting(Answer::dueOn)
        .containsExactly(
            TODAY.plusDays(30), TODAY.plusDays(30), TODAY.plusDays(10), TODAY.plusDays(10));
  }

  @Test
  void aReturnKeepsTheDayOfItsRound() {
    Dossier dossier = host.openedWithLetter();
    edit(dossier, Optional.of(TODAY.plusDays(30)));
    host.work().to(dossier.id(), Step.LETTER_LEADER_REVIEW);
    Dossier back = host.work().back(dossier.id(), "Sửa");
    assertThat(back.handling().answersDueOn()).contains(TODAY.plusDays(30));
    assertThat(back.handling().urgency()).isEqualTo(Urgency.NORMAL);
  }

  @Test
  void theAskedUnitsPeopleAreToldAndTheClerkForWhoHasNoAccount() {
    host.issuedRoundOne();
    assertThat(host.ledger().outbox())
        .filteredOn(m -> m.subject().startsWith("Đề nghị"))
        .extracting(OutgoingMail::to)
        .containsExactlyInAnyOrder(
            "tpnghiepvu@ttdn.example", "cvnghiepvu@ttdn.example", "vanthu@ttdn.example");
  }

  @Test
  void anAnswerWaitsForTheAskedUnitOrTheClerkAndThenForTheSpecialist() {
    Dossier dossier = host.issuedRoundOne();
    Answer unit = host.work().answers(dossier.id()).get(0);
    Answer body = host.work().answers(dossier.id()).get(1);
    assertThat(waiting("cvnghiepvu")).containsExactly(unit.id());
    assertThat(waiting("tpnghiepvu")).containsExactly(unit.id());
    assertThat(waiting("vanthu")).containsExactly(body.id());
    assertThat(waiting("chuyenvien")).isEmpty();
    assertThat(waiting("cvbaochi")).isEmpty();
    host.work().give("cvnghiepvu", unit.id());
    assertThat(waiting("cvnghiepvu")).isEmpty();
    assertThat(waiting("chuyenvien")).containsExactly(unit.id());
  }

  @Test
  void nobodyStartsAnAnswerHimself() {
    assertThat(
            refusal(
                    () ->
                        host.as(
                            "chuyenvien",
                            () -> host.engine().begin(Procedure.UNIT_ANSWER, StartForm.none())))
                .code())
        .isEqualTo("start-not-here");
  }

  private List<String> waiting(String user) {
    Person person = host.directory().person(user).orElseThrow();
    return host.read(() -> host.ledger().answersWaitingFor(person, 10)).stream()
        .map(Answer::id)
        .toList();
  }

  private void edit(Dossier dossier, Optional<LocalDate> answersDueOn) {
    NewDossier contents =
        new NewDossier(
            dossier.title(),
            dossier.planYear(),
            dossier.unit(),
            dossier.addressees(),
            Handling.USUAL.withAnswersDueOn(answersDueOn));
    host.as("chuyenvien", () -> host.dossiers().edit(dossier.id(), contents));
  }
}
