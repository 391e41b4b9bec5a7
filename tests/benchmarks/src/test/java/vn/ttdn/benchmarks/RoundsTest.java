package vn.ttdn.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.ttdn.benchmarks.Round.Ran;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.register.RegisterKey;

/** What is compared is the same work: both rounds go the same way to the same end. */
class RoundsTest {
  private final Letters letters = new Letters(Path.of(System.getProperty("ttdn.samples")));

  @Test
  void bothRoundsOnH2() {
    bothRounds(Database.H2);
  }

  @Test
  @Tag("server")
  void bothRoundsOnPostgresql() {
    bothRounds(Database.POSTGRESQL);
  }

  private void bothRounds(Database database) {
    try (BenchHost bench = new BenchHost(database)) {
      Ran ours = new OurRound(bench, letters).run();
      Ran bare = new BareRound(bench).run();

      assertThat(ours.steps())
          .isEqualTo(bare.steps())
          .isEqualTo(Arrays.stream(Step.values()).map(Step::id).toList());
      assertThat(running(bench, ours)).isEqualTo(running(bench, bare)).isZero();
      assertThat(ours.nanos()).hasSize(bare.nanos().size() + 1);
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
