package vn.ttdn.core.fakes;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerEvent;
import vn.ttdn.core.answers.AnswerStep;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.port.AnswerBook;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.rights.Action;

/** The part of {@link FakeLedger} that knows what asked units owe. */
abstract class FakeAnswerBook extends FakeTables implements AnswerBook {
  private static final Comparator<Answer> BY_DUE_DAY =
      Comparator.comparing(Answer::dueOn).thenComparing(Answer::id);

  FakeAnswerBook(BooleanSupplier inTransaction, Supplier<Organisation> organisation) {
    super(inTransaction, organisation);
  }

  @Override
  public void insert(Answer answer) {
    requireUnique(rows().answers.containsKey(answer.id()), "answer");
    requireThere(rows().dossiers.containsKey(answer.dossierId()), "dossier");
    lockRow(answer.id());
    put(answer);
  }

  @Override
  public Optional<Answer> answer(String id) {
    return Optional.ofNullable(rows().answers.get(id));
  }

  @Override
  public Optional<Answer> answerByProcess(String processId) {
    return first(a -> a.processId().equals(Optional.of(processId)));
  }

  @Override
  public Optional<Answer> answerByTask(String taskId) {
    return first(a -> a.taskId().equals(Optional.of(taskId)));
  }

  @Override
  public Optional<Answer> lockAnswer(String id) {
    Optional<Answer> answer = answer(id);
    answer.ifPresent(
        a -> {
          requireLocked(a.dossierId(), "before its answer, a dossier was");
          lockRow(a.id());
        });
    return answer;
  }

  @Override
  public void update(Answer answer) {
    requireThere(rows().answers.containsKey(answer.id()), "answer");
    requireLocked(answer.id(), "answer");
    put(answer);
  }

  private void put(Answer answer) {
    requireUnique(taken(answer, Answer::processId), "process of an answer");
    requireUnique(taken(answer, Answer::taskId), "task of an answer");
    rows().answers.put(answer.id(), answer);
  }

  private boolean taken(Answer answer, Function<Answer, Optional<String>> column) {
    Optional<String> value = column.apply(answer);
    return value.isPresent()
        && first(a -> !a.id().equals(answer.id()) && column.apply(a).equals(value)).isPresent();
  }

  @Override
  public List<Answer> answers(String dossierId) {
    // Sorting keeps the order in which they were asked, which is that of the addressees.
    return all()
        .filter(a -> a.dossierId().equals(dossierId))
        .sorted(Comparator.comparingInt(Answer::round))
        .toList();
  }

  @Override
  public List<Answer> answersWaitingFor(Person person, int atMost) {
    return all().filter(a -> waits(a, person)).sorted(BY_DUE_DAY).limit(atMost).toList();
  }

  @Override
  public long answersWaitingCount(Person person) {
    return answersWaitingFor(person, Integer.MAX_VALUE).size();
  }

  @Override
  public long owedCount(Person reader) {
    return owedAnswers(reader, Integer.MAX_VALUE).size();
  }

  private boolean waits(Answer answer, Person person) {
    if (answer.taskId().isEmpty() || answer.step().isEmpty()) {
      return false;
    }
    return answer.step().get() == AnswerStep.GIVE
        ? rights().mayAnswer(person, answer).isAllowed()
        : rights().may(person, Action.FOLLOW_ANSWERS, dossierOf(answer)).isAllowed();
  }

  @Override
  public List<Answer> answersAsked(String symbol) {
    Set<String> records =
        rows().register.stream()
            .filter(e -> e.symbol().equals(symbol))
            .map(RegisterEntry::recordId)
            .collect(Collectors.toSet());
    return all().filter(a -> records.contains(a.recordId())).toList();
  }

  @Override
  public List<Answer> answersOwedBefore(LocalDate day, int atMost) {
    return all()
        .filter(a -> a.state().owed() && a.dueOn().isBefore(day))
        .sorted(BY_DUE_DAY)
        .limit(atMost)
        .toList();
  }

  @Override
  public List<Answer> owedAnswers(Person reader, int atMost) {
    return all()
        .filter(a -> a.state().owed())
        .filter(a -> rights().may(reader, Action.READ_DOSSIER, dossierOf(a)).isAllowed())
        .sorted(BY_DUE_DAY)
        .limit(atMost)
        .toList();
  }

  @Override
  public void append(AnswerEvent event) {
    requireThere(rows().answers.containsKey(event.answerId()), "answer");
    requireLocked(event.answerId(), "answer");
    requireUnique(
        answerEvents(event.answerId()).stream().anyMatch(e -> e.ordinal() == event.ordinal()),
        "ordinal of an answer's event");
    rows().answerEvents.add(event);
  }

  @Override
  public List<AnswerEvent> answerEventsOf(String dossierId) {
    return rows().answerEvents.stream()
        .filter(e -> rows().answers.get(e.answerId()).dossierId().equals(dossierId))
        .sorted(Comparator.comparing(AnswerEvent::answerId).thenComparingInt(AnswerEvent::ordinal))
        .toList();
  }

  @Override
  public List<AnswerEvent> answerEvents(String answerId) {
    return rows().answerEvents.stream()
        .filter(e -> e.answerId().equals(answerId))
        .sorted(Comparator.comparingInt(AnswerEvent::ordinal))
        .toList();
  }

  private Dossier dossierOf(Answer answer) {
    return rows().dossiers.get(answer.dossierId());
  }

  private Stream<Answer> all() {
    return rows().answers.values().stream();
  }

  private Optional<Answer> first(Predicate<Answer> which) {
    return all().filter(which).findFirst();
  }
}
