package vn.ttdn.benchmarks;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.ttdn.core.Host;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerOutcome;
import vn.ttdn.core.answers.Answers;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Dossiers;
import vn.ttdn.core.plan.Handling;
import vn.ttdn.core.plan.NewDossier;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.plan.TaskVariables;
import vn.ttdn.core.schema.DocumentSlot;

/**
 * The plan through our layer: opening the dossier, taking its files in, the decisions and the
 * answers, with ledger, audit chain, mails, registers, content store and the frozen records.
 */
final class OurRounds implements Rounds {
  private static final int YEAR = 2027;

  private final Host host;
  private final Dossiers dossiers;
  private final Answers answers;
  private final Letters letters;
  private final AtomicLong plans = new AtomicLong();
  private final AtomicLong files = new AtomicLong();

  OurRounds(BenchHost bench, Letters letters) {
    this.host = bench.host();
    this.dossiers = new Dossiers(host, bench.flow());
    this.answers = new Answers(host, bench.answerFlow());
    this.letters = letters;
  }

  @Override
  public Ran run() {
    Watch watch = new Watch(host.unitOfWork());
    List<String> steps = new ArrayList<>();
    Dossier dossier = go(watch, TURNS, steps);
    List<String> processes = new ArrayList<>(List.of(dossier.processId().orElseThrow()));
    asked(dossier.id()).forEach(answer -> processes.add(answer.processId().orElseThrow()));
    return new Ran(watch.transactions(), steps, processes);
  }

  /**
   * A plan that has come some way and waits there.
   *
   * @param turns how many steps of {@link Rounds#TURNS} were taken
   * @return the dossier's id
   */
  String begun(int turns) {
    return go(new Watch(host.unitOfWork()), TURNS.subList(0, turns), new ArrayList<>()).id();
  }

  private Dossier go(Watch watch, List<Turn> turns, List<String> steps) {
    long n = plans.incrementAndGet();
    signIn(DRAFTER);
    Dossier dossier = watch.timed(Part.OPEN, () -> dossiers.open(contents(n), Optional.empty()));
    String id = dossier.id();
    for (Turn turn : turns) {
      steps.add(dossier.step().map(Step::id).orElse("none"));
      signIn(turn.person());
      for (DocumentSlot slot : turn.files()) {
        IncomingFile file = file();
        watch.timed(Part.FILE, () -> dossiers.put(id, slot, file));
      }
      String task = dossier.taskId().orElseThrow();
      dossier = watch.timed(turn.part(), () -> dossiers.decide(task, variables(turn, n)));
      if (turn.asks()) {
        answer(watch, id, turn.step().round());
      }
    }
    return dossier;
  }

  private static Map<String, String> variables(Turn turn, long n) {
    return switch (turn.part()) {
      case ISSUE ->
          Map.of(
              TaskVariables.OUTCOME,
              turn.outcome(),
              TaskVariables.COMMENT,
              COMMENT,
              TaskVariables.ON_PAPER,
              "true",
              // The Ministry's; nobody asks for it where the agency has a register of its own.
              TaskVariables.NUMBER,
              Long.toString(n));
      default -> Map.of(TaskVariables.OUTCOME, turn.outcome(), TaskVariables.COMMENT, COMMENT);
    };
  }

  private void answer(Watch watch, String dossierId, int round) {
    for (Answer asked : asked(dossierId)) {
      Optional<String> person = asked.asked().unit().map(ANSWERING::get);
      if (asked.round() != round || person.isEmpty()) {
        continue;
      }
      IncomingFile file = file();
      signIn(person.get());
      watch.timed(Part.FILE, () -> answers.put(asked.id(), file));
      Answer given =
          watch.timed(Part.ANSWER, () -> answers.decide(asked, variables(AnswerOutcome.ANSWERED)));
      signIn(DRAFTER);
      watch.timed(Part.ANSWER, () -> answers.decide(given, variables(AnswerOutcome.ACCEPTED)));
    }
  }

  private static Map<String, String> variables(AnswerOutcome outcome) {
    return Map.of(TaskVariables.OUTCOME, outcome.code(), TaskVariables.COMMENT, COMMENT);
  }

  /** Whoever answers knows his task: the look-up is no part of what is compared. */
  private List<Answer> asked(String dossierId) {
    return host.unitOfWork().read(() -> host.ledger().answers(dossierId));
  }

  private IncomingFile file() {
    byte[] letter = letters.unlike(files.incrementAndGet());
    return new IncomingFile(FILE_NAME, letter.length, () -> new ByteArrayInputStream(letter));
  }

  private NewDossier contents(long n) {
    return NewDossier.checked(
        "Kế hoạch thông tin đối ngoại của Bộ, lần " + n,
        YEAR,
        "PTTDN",
        ADDRESSEES,
        Handling.USUAL,
        host.organisation().get());
  }

  static void signIn(String userName) {
    SecurityContextHolder.getContext()
        .setAuthentication(new UsernamePasswordAuthenticationToken(userName, null, List.of()));
  }
}
