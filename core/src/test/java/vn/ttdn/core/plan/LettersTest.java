package vn.ttdn.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.fakes.Refusals.refusal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerEvent;
import vn.ttdn.core.comparison.ReadText.Read;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;

/** Letters apart from a plan's rounds: reminders, and what mends an issued document. */
class LettersTest {
  private final FakeHost host = FakeHost.standing();

  @Test
  void aReminderGoesToThoseWhoAreLateAndToNobodyElse() {
    Dossier plan = host.work().opened("NVDP", "TTBC", "VP");
    host.work().to(plan.id(), Step.DRAFT_PLAN);
    List<Answer> asked = host.work().answers(plan.id());
    assertThat(refusal(() -> remind(plan.id())).code()).isEqualTo("nobody-to-remind");

    host.work().give("cvnghiepvu", asked.get(0).id());
    host.as(
        "chuyenvien",
        () -> host.answers().extend(asked.get(1).id(), LocalDate.of(2026, 12, 20), "xin thêm"));
    host.clock().advance(Duration.ofDays(11));
    Dossier letter = remind(plan.id());

    assertThat(letter.procedure()).isEqualTo(Procedure.LETTER);
    assertThat(letter.step()).contains(Step.OWN_LETTER_DRAFT);
    assertThat(letter.addressees()).extracting(Addressee::name).containsExactly("Văn phòng");
    assertThat(letter.letter())
        .contains(new LetterCase(plan.id(), 1, LetterPurpose.REMINDER, Optional.empty()));
    assertThat(letter.planYear()).isEqualTo(plan.planYear());
    assertThat(host.read(() -> host.ledger().letters(plan.id()))).containsExactly(letter);
  }

  @Test
  void whoIsChosenAndNotLateIsNotReminded() {
    Dossier plan = host.issuedRoundOne();
    List<Answer> asked = host.work().answers(plan.id());
    host.clock().advance(Duration.ofDays(11));
    host.work().give("cvnghiepvu", asked.get(0).id());
    Refusal refusal =
        refusal(
            () ->
                host.as(
                    "chuyenvien",
                    () -> host.letters().remind(plan.id(), List.of(asked.get(0).id()), "V/v")));
    assertThat(refusal.code()).isEqualTo("nobody-to-remind");
    Dossier letter =
        host.as(
            "chuyenvien",
            () -> host.letters().remind(plan.id(), List.of(asked.get(1).id()), "V/v"));
    assertThat(letter.addressees()).extracting(Addressee::name).containsExactly("Văn phòng Bộ");
  }

  @Test
  void oneReminderIsOfOneRound() {
    Dossier plan = host.work().at(Step.FINISH_PLAN);
    host.clock().advance(Duration.ofDays(11));
    List<Answer> asked = host.work().answers(plan.id());
    List<String> both = asked.stream().map(Answer::id).toList();
    for (List<String> chosen : List.of(both, List.<String>of())) {
      Refusal refusal =
          refusal(
              () -> host.as("chuyenvien", () -> host.letters().remind(plan.id(), chosen, "V/v")));
      assertThat(refusal.code()).isEqualTo("reminder-of-two-rounds");
      assertThat(refusal.field()).contains("answers");
    }
    for (int round : List.of(1, 2)) {
      assertThat(remind(plan.id(), round).letter().orElseThrow().round()).isEqualTo(round);
    }
  }

  private Dossier remind(String planId, int round) {
    List<String> ofRound =
        host.work().answers(planId).stream()
            .filter(a -> a.round() == round)
            .map(Answer::id)
            .toList();
    return host.as("chuyenvien", () -> host.letters().remind(planId, ofRound, "V/v đôn đốc"));
  }

  @Test
  void aReminderIsReviewedApprovedNumberedAndNotedAtTheAnswers() {
    Dossier plan = host.issuedRoundOne();
    List<Answer> asked = host.work().answers(plan.id());
    host.clock().advance(Duration.ofDays(11));
    Dossier letter = remind(plan.id());
    host.work().to(letter.id(), Step.OWN_LETTER_CLERK_ISSUE);
    host.work().give("cvnghiepvu", asked.get(0).id());
    Dossier issued = host.work().forward(letter.id());

    assertThat(issued.state()).isEqualTo(DossierState.ISSUED);
    RegisterEntry entry = entry(letter.id());
    assertThat(entry.kind()).isEqualTo(DocumentKind.REMINDER_LETTER);
    assertThat(entry.symbol()).isEqualTo("02/TTĐN-PTTĐN");
    assertThat(entry.relation()).isEmpty();
    assertThat(kinds(asked.get(1))).endsWith(AnswerEvent.Kind.REMINDED);
    assertThat(kinds(asked.get(0)))
        .as("it came while the reminder was on its way")
        .doesNotContain(AnswerEvent.Kind.REMINDED);
    assertThat(host.dossier(plan.id()).step()).contains(Step.DRAFT_PLAN);
  }

  @ParameterizedTest
  @EnumSource(value = LetterPurpose.class, mode = Mode.EXCLUDE, names = "REMINDER")
  void whatMendsIsLinkedInTheRegisterBothWays(LetterPurpose purpose) {
    Dossier plan = host.issuedRoundOne();
    RegisterEntry first = entry(plan.id());
    Dossier letter = mend("chuyenvien", first.recordId(), purpose);
    assertThat(letter.addressees()).isEqualTo(first.addressees());
    host.passRound(letter.id());
    RegisterEntry mending = entry(letter.id());
    assertThat(mending.kind()).isEqualTo(DocumentKind.OFFICIAL_LETTER);
    assertThat(mending.relation()).contains(new RegisterEntry.Relation(purpose, first.recordId()));
    assertThat(host.read(() -> host.ledger().relatedTo(first.recordId()))).containsExactly(mending);
    assertThat(host.read(() -> host.ledger().registerEntryOf(first.recordId())))
        .as("what was issued stays as it was")
        .contains(first);
  }

  @Test
  void whatWasIssuedIsMendedAfterThePlansEndToo() {
    Dossier plan = host.work().issued();
    RegisterEntry slip =
        host.read(() -> host.ledger().registerEntries(plan.id())).stream()
            .filter(e -> e.kind() == DocumentKind.SUBMISSION_SLIP)
            .findFirst()
            .orElseThrow();
    Dossier letter = mend("chuyenvien", slip.recordId(), LetterPurpose.CORRECTION);
    assertThat(letter.letter().orElseThrow().round()).isEqualTo(3);
    assertThat(host.passRound(letter.id()).state()).isEqualTo(DossierState.ISSUED);
  }

  @Test
  void aLetterThatMendsALetterBelongsToThePlanAndItsRound() {
    Dossier plan = host.work().at(Step.FINISH_PLAN);
    host.clock().advance(Duration.ofDays(11));
    Dossier reminder = remind(plan.id(), 2);
    assertThat(reminder.letter().orElseThrow().round()).isEqualTo(2);
    host.passRound(reminder.id());
    Dossier correction =
        mend("chuyenvien", entry(reminder.id()).recordId(), LetterPurpose.CORRECTION);
    assertThat(correction.letter())
        .contains(
            new LetterCase(
                plan.id(),
                2,
                LetterPurpose.CORRECTION,
                Optional.of(entry(reminder.id()).recordId())));
  }

  @Test
  void anEnclosureAnAnswerAndTheMinistrysDecisionAreNotMendedHere() {
    Dossier plan = host.work().issued();
    for (IssuedRecord record : host.read(() -> host.ledger().records(plan.id()))) {
      boolean ours = record.enclosureOf().isEmpty() && record.kind() != DocumentKind.DECISION;
      if (!ours) {
        assertThat(
                refusal(() -> mend("chuyenvien", record.recordId(), LetterPurpose.RECALL)).code())
            .as(record.kind() + " of round " + record.round())
            .isEqualTo("record-not-mendable");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0", "V/v", " v/v "})
  void aSubjectThatSaysNothingIsThatOfTheDraft(String subject) {
    Dossier plan = host.issuedRoundOne();
    host.clock().advance(Duration.ofDays(11));
    Dossier letter =
        host.as("chuyenvien", () -> host.letters().remind(plan.id(), List.of(), subject));
    assertThat(letter.title()).hasSizeGreaterThan(10);
  }

  @Test
  void onlyTheDrafterBeginsOneAndOnlyWithASubject() {
    Dossier plan = host.issuedRoundOne();
    host.clock().advance(Duration.ofDays(11));
    for (String user : List.of("truongphong", "vanthu", "chuyenvien2")) {
      assertThat(
              refusal(() -> host.as(user, () -> host.letters().remind(plan.id(), List.of(), "V/v")))
                  .code())
          .as(user)
          .isEqualTo("not-the-drafter");
    }
    Dossier reminder =
        host.as("chuyenvien", () -> host.letters().remind(plan.id(), List.of(), " "));
    assertThat(reminder.title()).startsWith("đôn đốc thực hiện Công văn số 01/TTĐN-PTTĐN");
    assertThat(host.read(() -> host.documents().documents(reminder.id())))
        .singleElement()
        .satisfies(
            draft -> {
              assertThat(draft.slot()).isEqualTo(DocumentSlot.draft(DocumentKind.REMINDER_LETTER));
              assertThat(draft.name()).isEqualTo("van-ban-don-doc.docx");
              assertThat(text(reminder, draft))
                  .contains("01/TTĐN-PTTĐN")
                  .contains("Phòng Nghiệp vụ - Điều phối");
            });
    String record = entry(plan.id()).recordId();
    assertThat(refusal(() -> mend("chuyenvien", record, LetterPurpose.REMINDER)).code())
        .isEqualTo("purpose-unknown");
  }

  /** The addressed unit reads the letter; whose plan it belongs to is none of its business. */
  @Test
  void whoMayNotReadThePlanLearnsNothingOfIt() {
    Dossier plan = host.issuedRoundOne();
    String record = entry(plan.id()).recordId();
    for (String user : List.of("cvnghiepvu", "tpnghiepvu")) {
      assertThat(
              refusal(() -> host.as(user, () -> host.letters().remind(plan.id(), List.of(), "V/v")))
                  .code())
          .as(user)
          .isEqualTo("dossier-unknown");
      assertThat(refusal(() -> mend(user, record, LetterPurpose.RECALL)).code())
          .as(user)
          .isEqualTo("dossier-unknown");
    }
  }

  @Test
  void aLettersDrafterCancelsIt() {
    Dossier plan = host.issuedRoundOne();
    Dossier letter = mend("chuyenvien", entry(plan.id()).recordId(), LetterPurpose.RECALL);
    host.work().to(letter.id(), Step.OWN_LETTER_LEADER_REVIEW);
    assertThat(
            refusal(() -> host.as("cuctruong", () -> host.steering().cancel(letter.id(), "x")))
                .code())
        .isEqualTo("not-the-drafter");
    Dossier cancelled = host.as("chuyenvien", () -> host.steering().cancel(letter.id(), "x"));
    assertThat(cancelled.state()).isEqualTo(DossierState.CANCELLED);
    assertThat(host.dossier(plan.id()).state()).isEqualTo(DossierState.DRAFTING);
  }

  private Dossier remind(String planId) {
    return host.as(
        "chuyenvien", () -> host.letters().remind(planId, List.of(), "V/v đôn đốc trả lời"));
  }

  private Dossier mend(String user, String recordId, LetterPurpose purpose) {
    return host.as(
        user,
        () -> host.letters().mend(host.dossiers().record(recordId), purpose, "V/v đính chính", ""));
  }

  private RegisterEntry entry(String dossierId) {
    return host.read(() -> host.ledger().registerEntries(dossierId)).get(0);
  }

  private List<AnswerEvent.Kind> kinds(Answer answer) {
    return host.read(() -> host.ledger().answerEvents(answer.id())).stream()
        .map(AnswerEvent::kind)
        .toList();
  }

  private String text(Dossier dossier, StoredDocument draft) {
    return host.read(
        () ->
            ((Read)
                    host.host()
                        .texts()
                        .read(host.documents().open(dossier.id(), draft.id(), draft.version())))
                .text());
  }
}
