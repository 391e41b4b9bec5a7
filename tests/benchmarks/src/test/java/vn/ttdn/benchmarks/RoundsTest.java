package vn.ttdn.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.ttdn.benchmarks.Round.Ran;
import vn.ttdn.core.plan.DossierState;
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
      Ran ours = new OurRound(bench, letters).run();
      Ran bare = BareRound.asItComes(bench, letters).run();
      Ran least = BareRound.keepingNothing(bench, letters).run();

      assertThat(ours.steps())
          .isEqualTo(bare.steps())
          .isEqualTo(least.steps())
          .isEqualTo(Arrays.stream(Step.values()).map(Step::id).toList());
      assertThat(running(bench, ours)).isZero();
      assertThat(running(bench, bare)).isZero();
      assertThat(running(bench, least)).isZero();
      assertThat(ours.nanos()).hasSameSizeAs(bare.nanos()).hasSize(least.nanos().size() + 1);
      assertThat(keptByHistory(bench, bare)).containsExactly(1L, 4L, 4L);
      assertThat(keptByHistory(bench, least)).containsExactly(0L, 0L, 0L);
      assertThat(state(bench, ours)).isEqualTo(DossierState.ISSUED);
      assertThat(numbers(bench)).isEqualTo(1);
    }
  }

  private static long running(BenchHost bench, Ran ran) {
    return bench
        .engine()
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(ran.processId())
        .count();
  }

  /** Letters, comments and decided tasks that the engine's own history holds of a round. */
  private static List<Long> keptByHistory(BenchHost bench, Ran ran) {
    var engine = bench.engineAsItComes();
    return List.of(
        (long) engine.getTaskService().getProcessInstanceAttachments(ran.processId()).size(),
        (long)
            engine.getTaskService().getProcessInstanceComments(ran.processId(), "comment").size(),
        engine
            .getHistoryService()
            .createHistoricTaskInstanceQuery()
            .processInstanceId(ran.processId())
            .finished()
            .count());
  }

  private static DossierState state(BenchHost bench, Ran ran) {
    return bench
        .host()
        .unitOfWork()
        .write(() -> bench.host().ledger().lockByProcess(ran.processId()).orElseThrow().state());
  }

  private static long numbers(BenchHost bench) {
    var host = bench.host();
    int year = vn.ttdn.core.text.Dates.dayOf(host.clock().instant()).getYear();
    return host.unitOfWork()
        .read(() -> host.ledger().register(new RegisterKey("CUC", "CV", year), "", 0, 10).total());
  }
}
