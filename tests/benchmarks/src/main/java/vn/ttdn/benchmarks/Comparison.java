package vn.ttdn.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import vn.ttdn.benchmarks.RoundsBenchmark.Times;

/**
 * What one run of {@link RoundsBenchmark} says.
 *
 * @param throughput ours divided by the baseline's (Activiti as it comes), by iteration
 * @param againstLeast ours divided by that of the engine that keeps nothing
 * @param millis milliseconds that a plan takes, by what its transactions are for
 */
record Comparison(
    String database,
    int threads,
    Spread throughput,
    Spread againstLeast,
    Spread ourPlan,
    Spread barePlan,
    Spread leastPlan,
    Map<String, Spread> millis) {
  /** What is asked for: ours at 0.7 of the baseline's throughput. */
  static final double TARGET = 0.7;

  static final String BASELINE =
      "the same BPMN files without anything of ours, on bare Activiti 5.23.0 as it comes, with the"
          + " same files, comments and answers, on the same database, pool and transactions";

  static final String LEAST =
      "the same engine and BPMN files moved and nothing kept: no files, no comments, no history";

  static Comparison of(RunResult result) {
    List<IterationResult> iterations =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .toList();
    Map<String, Spread> millis = new LinkedHashMap<>();
    List<String> counters = new ArrayList<>(Times.OURS);
    counters.addAll(Times.BARE);
    counters.addAll(Times.LEAST);
    for (String counter : counters) {
      millis.put(counter, spread(iterations, i -> millis(i, List.of(counter))));
    }
    return new Comparison(
        result.getParams().getParam("database"),
        result.getParams().getThreads(),
        spread(iterations, i -> millis(i, Times.BARE) / millis(i, Times.OURS)),
        spread(iterations, i -> millis(i, Times.LEAST) / millis(i, Times.OURS)),
        spread(iterations, i -> millis(i, Times.OURS)),
        spread(iterations, i -> millis(i, Times.BARE)),
        spread(iterations, i -> millis(i, Times.LEAST)),
        millis);
  }

  private static Spread spread(
      List<IterationResult> iterations, ToDoubleFunction<IterationResult> figure) {
    return Spread.of(iterations.stream().map(figure::applyAsDouble).toList());
  }

  private static double millis(IterationResult iteration, List<String> counters) {
    double nanos = 0;
    for (String counter : counters) {
      nanos += count(iteration, counter);
    }
    return nanos / count(iteration, "plans") / 1e6;
  }

  private static double count(IterationResult iteration, String counter) {
    return iteration.getSecondaryResults().get(counter).getScore();
  }

  boolean reached() {
    return throughput.median() >= TARGET;
  }

  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("database", database);
    map.put("threads", threads);
    map.put("baseline", BASELINE);
    map.put("throughputRatio", throughput.asMap());
    map.put("target", TARGET);
    map.put("reached", reached());
    map.put("oursMillis", ourPlan.asMap());
    map.put("baselineMillis", barePlan.asMap());
    map.put("least", LEAST);
    map.put("leastThroughputRatio", againstLeast.asMap());
    map.put("leastMillis", leastPlan.asMap());
    Map<String, Object> parts = new LinkedHashMap<>();
    millis.forEach((name, spread) -> parts.put(name, Spread.rounded(spread.median())));
    map.put("partMedianMillis", parts);
    return map;
  }
}
