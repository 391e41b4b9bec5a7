package vn.ttdn.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import vn.ttdn.benchmarks.PagesBenchmark.Times;

/**
 * What one run of {@link PagesBenchmark} says.
 *
 * @param pages by what is looked at
 */
record Pages(String database, Map<String, Page> pages) {
  /** What is asked for: the old host's page in at most 1.5 of the young one's time. */
  static final double TARGET = 1.5;

  /** What a task list and a dossier page are measured by; the others are told. */
  private static final List<String> PROMISED = List.of("Tasks", "Dossier");

  /**
   * One page.
   *
   * @param ratio time on the old host divided by that on the young one, by iteration
   * @param young milliseconds
   * @param old milliseconds
   */
  record Page(Spread ratio, Spread young, Spread old) {}

  static Pages of(RunResult result) {
    List<IterationResult> iterations =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .toList();
    Map<String, Page> pages = new LinkedHashMap<>();
    for (String page : Times.PAGES) {
      pages.put(
          page,
          new Page(
              spread(iterations, i -> count(i, "old" + page) / count(i, "young" + page)),
              spread(iterations, i -> count(i, "young" + page) / count(i, "turns") / 1e6),
              spread(iterations, i -> count(i, "old" + page) / count(i, "turns") / 1e6)));
    }
    return new Pages(result.getParams().getParam("database"), pages);
  }

  private static Spread spread(
      List<IterationResult> iterations, ToDoubleFunction<IterationResult> figure) {
    return Spread.of(iterations.stream().map(figure::applyAsDouble).toList());
  }

  private static double count(IterationResult iteration, String counter) {
    return iteration.getSecondaryResults().get(counter).getScore();
  }

  /** Whether that page keeps what was promised; empty promises are kept. */
  boolean reached(String page) {
    return !PROMISED.contains(page) || pages.get(page).ratio().median() <= TARGET;
  }

  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("database", database);
    map.put("target", TARGET);
    pages.forEach(
        (name, page) -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("promised", PROMISED.contains(name));
          one.put("ratio", page.ratio().asMap());
          one.put("youngMillis", page.young().asMap());
          one.put("oldMillis", page.old().asMap());
          map.put(name, one);
        });
    return map;
  }
}
