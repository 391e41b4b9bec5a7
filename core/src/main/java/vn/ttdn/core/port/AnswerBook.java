package vn.ttdn.core.port;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerEvent;
import vn.ttdn.core.org.Person;

/** The part of the ledger that knows what asked units owe. Runs in the host's transaction. */
public interface AnswerBook {
  void insert(Answer answer);

  /** Reads without locking. */
  Optional<Answer> answer(String id);

  /** The answer of a process instance, not locked. */
  Optional<Answer> answerByProcess(String processId);

  /** The answer whose open task this is, not locked; empty once it has been decided. */
  Optional<Answer> answerByTask(String taskId);

  /** Reads and locks until the transaction ends; its dossier is locked before it, always. */
  Optional<Answer> lockAnswer(String id);

  /** Writes every column of a locked answer. */
  void update(Answer answer);

  /** A dossier's answers, by round and then in the order of the letter's addressees. */
  List<Answer> answers(String dossierId);

  /** The answers whose open step waits for the person, by due day. */
  List<Answer> answersWaitingFor(Person person, int atMost);

  /** How many these are. */
  long answersWaitingCount(Person person);

  /** The answers that the issued letter with that symbol asks for. */
  List<Answer> answersAsked(String symbol);

  /** Answers that are owed and whose last day is before a day, by due day. */
  List<Answer> answersOwedBefore(LocalDate day, int atMost);

  /**
   * What is owed to the dossiers that a person may read, the earliest due day first.
   *
   * @param reader whose reading rights restrict the list
   */
  List<Answer> owedAnswers(Person reader, int atMost);

  /** How many these are. */
  long owedCount(Person reader);

  void append(AnswerEvent event);

  /** The stories of all that a dossier has asked, each in order. */
  List<AnswerEvent> answerEventsOf(String dossierId);

  /** An answer's story in order. */
  List<AnswerEvent> answerEvents(String answerId);
}
