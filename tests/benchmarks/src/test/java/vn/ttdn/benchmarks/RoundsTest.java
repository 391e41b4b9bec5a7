package vn.ttdn.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.answers.AnswerState.COMPLETED;
import static vn.ttdn.core.answers.AnswerState.MISSING;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.ttdn.benchmarks.Rounds.Part;
import vn.ttdn.benchmarks.Rounds.Ran;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerState;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.register.RegisterKey;

/** What is compared is the same work: all rounds go the same way to the same end. */
class RoundsTest {
  private final Letters letters = new Letters(Path.of(System.getProperty("ttdn.samples")));

  @Test
  void allRoundsOnH2() {
    allRounds(Database.H2);
  }

  @Test
  @Tag("server")
  void allRoundsOnPostgresql() {
    allRounds(Database.POSTGRESQL);
  }

  private void allRounds(Database database) {
    try (BenchHost bench = new BenchHost(database)) {
      Ran ours = new OurRounds(bench, letters).run();
      Ran bare = BareRounds.asItComes(bench, letters).run();
      Ran least = BareRounds.keepingNothing(bench, letters).run();

      assertThat(ours.steps())
          .isEqualTo(bare.steps())
          .isEqualTo(least.steps())
          .isEqualTo(
              Arrays.stream(Step.values())
                  .filter(step -> step.procedure() == Procedure.PLAN)
                  .map(Step::id)
                  .toList());
      assertThat(ours.parts())
          .isEqualTo(bare.parts())
          .filteredOn(part -> part != Part.FILE)
          .isEqualTo(least.parts());
      // The plan's, and one of everybody who was asked, in each of two rounds.
      assertThat(List.of(ours, bare, least)).allSatisfy(ran -> hasEnded(bench, ran, 1 + 2 * 3));
      // Drafts, signed files, answers; 14 decisions and two of each answer.
      assertThat(keptByHistory(bench, bare)).containsExactly(7L + 5L + 4L, 14L + 8L, 14L + 8L);
      assertThat(keptByHistory(bench, least)).containsExactly(0L, 0L, 0L);
      assertThat(state(bench, ours)).isEqualTo(DossierState.ISSUED);
      assertThat(answers(bench, ours))
          .containsExactlyInAnyOrder(COMPLETED, COMPLETED, MISSING, COMPLETED, COMPLETED, MISSING);
      assertThat(numbers(bench, "CUC", "CV")).isEqualTo(2);
      assertThat(numbers(bench, "CUC", "PTR")).isEqualTo(1);
      assertThat(numbers(bench, "BO", "QD")).isEqualTo(1);
    }
  }

  private static void hasEnded(BenchHost bench, Ran ran, int processes) {
    assertThat(ran.processIds()).doesNotHaveDuplicates().hasSize(processes);
    assertThat(ran.processIds()).allSatisfy(id -> assertThat(running(bench, id)).isZero());
  }

  private static long running(BenchHost bench, String processId) {
    return bench
        .engine()
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(processId)
        .count();
  }

  /** Files, comments and decided tasks that the engine's own history holds of a plan. */
  private static List<Long> keptByHistory(BenchHost bench, Ran ran) {
    var engine = bench.engineAsItComes();
    return List.of(
        sum(ran, id -> engine.getTaskService().getProcessInstanceAttachments(id).size()),
        sum(ran, id -> engine.getTaskService().getProcessInstanceComments(id, "comment").size()),
        sum(
            ran,
            id ->
                engine
                    .getHistoryService()
                    .createHistoricTaskInstanceQuery()
                    .processInstanceId(id)
                    .taskDeleteReason("completed")
                    .count()));
  }

  private static long sum(Ran ran, ToLongFunction<String> ofProcess) {
    return ran.processIds().stream().mapToLong(ofProcess).sum();
  }

  private static DossierState state(BenchHost bench, Ran ran) {
    return dossier(bench, ran).state();
  }

  private static Dossier dossier(BenchHost bench, Ran ran) {
    String process = ran.processIds().get(0);
    return bench
        .host()
        .unitOfWork()
        .write(() -> bench.host().ledger().lockByProcess(process).orElseThrow());
  }

  private static List<AnswerState> answers(BenchHost bench, Ran ran) {
    String id = dossier(bench, ran).id();
    return bench.host().unitOfWork().read(() -> bench.host().ledger().answers(id)).stream()
        .map(Answer::state)
        .toList();
  }

  private static long numbers(BenchHost bench, String body, String register) {
    var host = bench.host();
    RegisterKey key = new RegisterKey(body, register, host.today().getYear());
    return host.unitOfWork().read(() -> host.ledger().register(key, "", 0, 10).total());
  }
}
