package vn.ttdn.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerEvent;
import vn.ttdn.core.answers.AnswerState;
import vn.ttdn.core.answers.AnswerStep;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.LetterCase;
import vn.ttdn.core.plan.LetterPurpose;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.rights.Rights;
import vn.ttdn.ledger.testing.TestDatabase;

/** What asked units owe: as it was written, and to whom it is shown. */
abstract class AnswersContract extends LedgerContract {
  private static final int ALL = 1000;
  private static final Addressee OUTSIDE =
      Addressee.outside("Bộ Ngoại giao", Optional.of("vanthu@bng.example"));
  private static final Addressee INSIDE = Addressee.ofUnit("NVDP", "Phòng Nghiệp vụ - Điều phối");

  private final Organisation organisation = Facts.organisation();
  private final Rights rights = new Rights(organisation);

  AnswersContract(Supplier<TestDatabase> databases) {
    super(databases);
  }

  @Test
  void anAnswerComesBackAsItWasWritten() {
    Dossier dossier = withRecord(Facts.dossier());
    Answer outside = Facts.answer(dossier.id(), 1, OUTSIDE);
    Answer inside = starting(Facts.answer(dossier.id(), 2, INSIDE));
    write(
        () -> {
          ledger().insert(outside);
          ledger().insert(inside);
        });
    write(
        () -> {
          assertThat(ledger().answer(outside.id())).contains(outside);
          assertThat(ledger().answer(inside.id())).contains(inside);
          assertThat(ledger().lockAnswer(outside.id())).contains(outside);
          assertThat(ledger().answerByProcess("process-" + outside.id())).contains(outside);
          assertThat(ledger().answerByTask("task-" + outside.id())).contains(outside);
        });
  }

  @Test
  void everyColumnThatMayChangeIsWritten() {
    Dossier dossier = withRecord(Facts.dossier());
    Answer before = starting(Facts.answer(dossier.id(), 1, INSIDE));
    Answer other = Facts.answer(dossier.id(), 1, OUTSIDE);
    write(
        () -> {
          ledger().insert(before);
          ledger().insert(other);
        });
    Answer asked = before.withProcess("process").withTask("first");
    Answer extended = asked.extendedTo(before.dueOn().plusDays(3));
    Answer returned =
        extended
            .given(false, LocalDate.of(2026, 12, 1))
            .withTask("second")
            .examined(false, "Chưa đúng mẫu;\n\"làm lại\"")
            .withTask("third");
    Answer ended = returned.given(true, LocalDate.of(2026, 12, 4));
    for (Answer next : List.of(asked, extended, returned, ended, returned.closed())) {
      write(
          () -> {
            ledger().lockAnswer(before.id());
            ledger().update(next);
          });
      assertThat(inTransaction(() -> ledger().answer(before.id()))).contains(next);
      assertThat(inTransaction(() -> ledger().answerByTask("first")).isPresent())
          .isEqualTo(next.taskId().equals(Optional.of("first")));
    }
    assertThat(inTransaction(() -> ledger().answer(other.id()))).contains(other);
    assertThatIllegalStateException()
        .isThrownBy(() -> write(() -> ledger().update(Facts.answer(dossier.id(), 1, OUTSIDE))));
  }

  @Test
  void aDossiersAnswersComeByRoundAndThenAsTheyWereAsked() {
    Dossier dossier = withRecord(Facts.dossier());
    Dossier other = withRecord(Facts.dossier());
    List<Answer> second = new ArrayList<>();
    List<Answer> first = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      second.add(Facts.answer(dossier.id(), 2, INSIDE));
      first.add(Facts.answer(dossier.id(), 1, OUTSIDE));
    }
    write(
        () -> {
          second.forEach(ledger()::insert);
          ledger().insert(Facts.answer(other.id(), 1, INSIDE));
          first.forEach(ledger()::insert);
        });
    List<Answer> expected = new ArrayList<>(first);
    expected.addAll(second);
    assertThat(inTransaction(() -> ledger().answers(dossier.id())))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void aStoryComesBackInItsOrder() {
    Dossier dossier = withRecord(Facts.dossier());
    Answer answer = Facts.answer(dossier.id(), 1, INSIDE);
    Answer other = Facts.answer(dossier.id(), 1, OUTSIDE);
    List<AnswerEvent> story = new ArrayList<>();
    for (AnswerEvent.Kind kind : AnswerEvent.Kind.values()) {
      story.add(Facts.event(answer.id(), story.size() + 1, kind));
    }
    write(
        () -> {
          ledger().insert(answer);
          ledger().insert(other);
          for (int i = story.size() - 1; i >= 0; i--) {
            ledger().append(story.get(i));
          }
          ledger().append(Facts.event(other.id(), 1, AnswerEvent.Kind.ASKED));
        });
    assertThat(inTransaction(() -> ledger().answerEvents(answer.id())))
        .containsExactlyElementsOf(story);
    assertThat(inTransaction(() -> ledger().answerEventsOf(answer.dossierId())))
        .hasSize(story.size() + 1)
        .filteredOn(e -> e.answerId().equals(answer.id()))
        .containsExactlyElementsOf(story);
    AnswerEvent twin = Facts.event(answer.id(), 1, AnswerEvent.Kind.NOTE);
    assertThatThrownBy(() -> write(() -> ledger().append(twin)))
        .isInstanceOf(DuplicateKeyException.class);
    for (AnswerEvent wrong :
        List.of(
            Facts.event("no-such", 1, AnswerEvent.Kind.NOTE),
            Facts.event(answer.id(), 0, AnswerEvent.Kind.NOTE))) {
      assertThatThrownBy(() -> write(() -> ledger().append(wrong)))
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  @Test
  void aProcessAndATaskBelongToOneAnswer() {
    Dossier dossier = withRecord(Facts.dossier());
    Answer answer = Facts.answer(dossier.id(), 1, INSIDE);
    write(() -> ledger().insert(answer));
    Answer another = Facts.answer(dossier.id(), 1, OUTSIDE);
    for (Answer twin :
        List.of(
            another.withTask(answer.taskId().orElseThrow()),
            another.withProcess(answer.processId().orElseThrow()))) {
      assertThatThrownBy(() -> write(() -> ledger().insert(twin)))
          .isInstanceOf(DuplicateKeyException.class);
    }
  }

  @Test
  void whatCannotBeOwedIsRefused() {
    Dossier dossier = withRecord(Facts.dossier());
    Dossier without = Facts.dossier();
    write(() -> ledger().insert(without));
    Answer answer = Facts.answer(dossier.id(), 1, INSIDE);
    for (Answer wrong :
        List.of(
            Facts.answer(dossier.id(), 0, INSIDE),
            Facts.answer(dossier.id(), 3, INSIDE),
            Facts.answer(without.id(), 1, INSIDE),
            Facts.answer("no-such", 1, INSIDE),
            answer.extendedTo(answer.firstDueOn().minusDays(1)))) {
      assertThatThrownBy(() -> write(() -> ledger().insert(wrong)))
          .as(wrong.toString())
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  /**
   * Whoever holds any one or two roles, over dossiers of every place and answers of every state.
   */
  @Test
  void whatWaitsAndWhatIsOwedIsWhatCoreAllows() {
    Map<String, Dossier> dossiers = new LinkedHashMap<>();
    List<Answer> answers = everyKindOfAnswer(dossiers);
    for (Set<RoleAt> roles :
        ReadingContract.oneOrTwo(new ArrayList<>(organisation.groups().keySet()))) {
      Person person = new Person("drafter", "", "", Optional.empty(), roles);
      assertThat(inTransaction(() -> ledger().answersWaitingFor(person, ALL)))
          .as("waits for %s", roles)
          .containsExactlyElementsOf(
              byDueDay(answers, a -> waits(person, a, dossiers.get(a.dossierId()))))
          .hasSize((int) (long) inTransaction(() -> ledger().answersWaitingCount(person)));
      assertThat(inTransaction(() -> ledger().owedAnswers(person, ALL)))
          .as("%s sees as owed", roles)
          .containsExactlyElementsOf(
              byDueDay(
                  answers,
                  a ->
                      a.state().owed()
                          && rights
                              .may(person, Action.READ_DOSSIER, dossiers.get(a.dossierId()))
                              .isAllowed()))
          .hasSize((int) (long) inTransaction(() -> ledger().owedCount(person)));
    }
  }

  @Test
  void noMoreComeThanWereAskedForAndThoseThatAreDueFirst() {
    Dossier dossier = withRecord(Facts.dossier());
    Answer third = dueOn(Facts.answer(dossier.id(), 1, INSIDE), 3);
    Answer first = dueOn(Facts.answer(dossier.id(), 1, INSIDE), 1);
    Answer second = dueOn(Facts.answer(dossier.id(), 1, INSIDE), 2);
    Answer done = dueOn(Facts.answer(dossier.id(), 1, INSIDE), 0).given(true, Facts.DAY);
    Answer received =
        dueOn(Facts.answer(dossier.id(), 1, INSIDE), 0).given(false, Facts.DAY).withTask("t");
    write(() -> List.of(third, first, second, done, received).forEach(ledger()::insert));
    Person asked = person("hoa", new RoleAt(Role.SPECIALIST, "NVDP"));
    Person drafter = person("chuyenvien", new RoleAt(Role.SPECIALIST, "PTTDN"));
    write(
        () -> {
          assertThat(ledger().answersWaitingFor(asked, 2)).containsExactly(first, second);
          assertThat(ledger().answersWaitingFor(drafter, 2)).containsExactly(received);
          assertThat(ledger().owedAnswers(drafter, 2)).containsExactly(first, second);
          assertThat(ledger().owedAnswers(asked, 2)).isEmpty();
          assertThat(ledger().answersOwedBefore(third.dueOn(), 9)).containsExactly(first, second);
          assertThat(ledger().answersOwedBefore(third.dueOn().plusDays(1), 9))
              .containsExactly(first, second, third);
          assertThat(ledger().answersOwedBefore(third.dueOn(), 1)).containsExactly(first);
          assertThat(ledger().answersOwedBefore(first.dueOn(), 9)).isEmpty();
        });
  }

  @Test
  void aQuestionAboutAnswersSeesWhatTheTransactionHasDoneToTheirDossier() {
    Dossier dossier = withRecord(Facts.dossier());
    Answer owed = Facts.answer(dossier.id(), 1, INSIDE);
    Answer received =
        Facts.answer(dossier.id(), 1, OUTSIDE).given(false, Facts.DAY).withTask("examine");
    write(
        () -> {
          ledger().insert(owed);
          ledger().insert(received);
        });
    Person hoa = person("hoa", new RoleAt(Role.SPECIALIST, "PTTDN"));
    Person leader =
        person("thutruong", new RoleAt(Role.MINISTRY_LEADER, organisation.ministry().code()));
    assertThat(inTransaction(() -> ledger().answersWaitingFor(hoa, 9))).isEmpty();
    write(
        () -> {
          ledger().lock(dossier.id());
          ledger().update(dossier.withDrafter("hoa", Facts.NOON));
          assertThat(ledger().answersWaitingFor(hoa, 9)).containsExactly(received);
        });
    write(
        () -> {
          assertThat(ledger().owedAnswers(leader, 9)).isEmpty();
          ledger().lock(dossier.id());
          ledger().update(dossier.at(Step.MINISTRY_LEADER_DECISION, Optional.empty(), Facts.NOON));
          assertThat(ledger().owedAnswers(leader, 9)).containsExactly(owed);
        });
  }

  @Test
  void aLettersAnswersAreFoundByItsSymbolThoseOfTheNewestLetterFirst() {
    Dossier old = withRecord(Facts.dossier());
    Dossier now = withRecord(Facts.dossier());
    Dossier other = withRecord(Facts.dossier());
    Answer lastYears = askedOn(Facts.answer(old.id(), 1, INSIDE), Facts.DAY.minusYears(1));
    Answer first = Facts.answer(now.id(), 1, OUTSIDE);
    Answer second = Facts.answer(now.id(), 1, INSIDE);
    write(
        () -> {
          letter(2025, 5, old);
          letter(2026, 5, now);
          letter(2026, 55, other);
          List.of(lastYears, first, second).forEach(ledger()::insert);
          ledger().insert(Facts.answer(other.id(), 1, INSIDE));
        });
    assertThat(inTransaction(() -> ledger().answersAsked("5/TTĐN-PTTĐN")))
        .containsExactly(first, second, lastYears);
    assertThat(inTransaction(() -> ledger().answersAsked("5/TTĐN"))).isEmpty();
    assertThat(inTransaction(() -> ledger().answersAsked("%"))).isEmpty();
  }

  private void letter(int year, long number, Dossier dossier) {
    ledger()
        .insert(
            Facts.entry(new RegisterKey("CUC", "CV", year), number, dossier.id())
                .withRecord("record-" + dossier.id()));
  }

  /** Answers of every state and kind of asked, of dossiers of every place and several drafters. */
  private List<Answer> everyKindOfAnswer(Map<String, Dossier> dossiers) {
    List<Answer> answers = new ArrayList<>();
    List<Addressee> asked =
        List.of(OUTSIDE, INSIDE, Addressee.ofUnit("PTTDN", "PTTĐN"), Addressee.ofUnit("BO", "Bộ"));
    int turn = 0;
    for (Dossier dossier : dossiersWithAnswers()) {
      dossiers.put(dossier.id(), dossier);
      write(() -> ledger().insert(dossier));
      write(() -> ledger().insert(Facts.record(dossier.id())));
      for (AnswerState state : AnswerState.values()) {
        for (Addressee who : asked) {
          turn++;
          Answer answer = inState(Facts.answer(dossier.id(), 1, who), state, turn);
          answers.add(turn % 11 == 0 && !state.ended() ? starting(answer) : answer);
        }
      }
    }
    write(() -> answers.forEach(ledger()::insert));
    return answers;
  }

  private List<Dossier> dossiersWithAnswers() {
    Dossier plan = Facts.dossier();
    List<Dossier> dossiers = new ArrayList<>(List.of(plan));
    for (String unit : List.of("PTTDN", "NVDP")) {
      for (String drafter : List.of("drafter", "somebody")) {
        for (Optional<LetterCase> letter :
            List.of(
                Optional.<LetterCase>empty(),
                Optional.of(
                    new LetterCase(plan.id(), 1, LetterPurpose.REMINDER, Optional.empty())))) {
          dossiers.add(dossier(letter, unit, drafter, 1, DossierState.DRAFTING));
          dossiers.add(dossier(letter, unit, drafter, 1, DossierState.ISSUED));
        }
        dossiers.add(dossier(Optional.empty(), unit, drafter, 3, DossierState.MINISTRY_DECISION));
        dossiers.add(dossier(Optional.empty(), unit, drafter, 3, DossierState.ISSUED));
      }
    }
    return dossiers;
  }

  private static Dossier dossier(
      Optional<LetterCase> letter, String unit, String drafter, int round, DossierState state) {
    return Facts.dossier(
        letter,
        Facts.TITLE,
        unit,
        drafter,
        List.of("drafter2"),
        Facts.ADDRESSEES,
        round,
        state,
        Facts.NOON);
  }

  private static Answer inState(Answer answer, AnswerState state, int turn) {
    Answer due = dueOn(answer, turn % 7);
    return switch (state) {
      case WAITING -> due;
      case RECEIVED -> due.given(false, Facts.DAY).withTask("examine-" + turn);
      case NOT_AS_ASKED ->
          due.given(false, Facts.DAY).examined(false, "Chưa đủ").withTask("again-" + turn);
      case COMPLETED -> due.given(true, Facts.DAY);
      case MISSING -> due.closed();
    };
  }

  private boolean waits(Person person, Answer answer, Dossier dossier) {
    if (answer.taskId().isEmpty() || answer.step().isEmpty()) {
      return false;
    }
    return answer.step().get() == AnswerStep.GIVE
        ? rights.mayAnswer(person, answer).isAllowed()
        : rights.may(person, Action.FOLLOW_ANSWERS, dossier).isAllowed();
  }

  /** Those of one day by dossier, and within it as they were asked. */
  private static List<Answer> byDueDay(List<Answer> answers, Predicate<Answer> which) {
    ToIntFunction<Answer> place = answers::indexOf;
    return answers.stream()
        .filter(which)
        .sorted(
            Comparator.comparing(Answer::dueOn)
                .thenComparing(Answer::dossierId)
                .thenComparingInt(place))
        .toList();
  }

  private Dossier withRecord(Dossier dossier) {
    write(
        () -> {
          ledger().insert(dossier);
          ledger().insert(Facts.record(dossier.id()));
        });
    return dossier;
  }

  private static Answer dueOn(Answer a, int days) {
    LocalDate day = a.askedOn().plusDays(days);
    return new Answer(
        a.id(),
        a.dossierId(),
        a.round(),
        a.asked(),
        a.recordId(),
        a.askedOn(),
        day,
        a.askedOn(),
        a.state(),
        a.receivedOn(),
        a.noComment(),
        a.reason(),
        a.processId(),
        a.taskId());
  }

  private static Answer askedOn(Answer a, LocalDate day) {
    return new Answer(
        a.id(),
        a.dossierId(),
        a.round(),
        a.asked(),
        a.recordId(),
        day,
        a.dueOn(),
        a.firstDueOn(),
        a.state(),
        a.receivedOn(),
        a.noComment(),
        a.reason(),
        a.processId(),
        a.taskId());
  }

  /** The same before its process runs. */
  private static Answer starting(Answer a) {
    return new Answer(
        a.id(),
        a.dossierId(),
        a.round(),
        a.asked(),
        a.recordId(),
        a.askedOn(),
        a.dueOn(),
        a.firstDueOn(),
        a.state(),
        a.receivedOn(),
        a.noComment(),
        a.reason(),
        Optional.empty(),
        Optional.empty());
  }

  private static Person person(String userName, RoleAt role) {
    return new Person(userName, "", "", Optional.empty(), Set.of(role));
  }
}
