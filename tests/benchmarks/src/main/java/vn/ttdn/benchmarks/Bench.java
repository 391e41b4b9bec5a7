package vn.ttdn.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import vn.ttdn.benchmarks.HeapRun.Heap;
import vn.ttdn.core.rest.Json;

/** What {@code bin/bench} runs: all benchmarks, a table, and the same as JSON. */
public final class Bench {
  private final Settings settings;
  private final PrintStream out;

  private Bench(Settings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /**
   * What the command line says.
   *
   * @param pages only what people look at, on a young host and on one with years behind it
   * @param finished how many finished plans that one has
   * @param jar the standalone host as it is shipped
   * @param databases H2 or POSTGRESQL, at least one
   */
  record Settings(
      boolean quick,
      boolean pages,
      int finished,
      Path json,
      Path samples,
      Path jar,
      List<Database> databases,
      int threads) {
    static Settings of(String... args) {
      Map<String, String> given = new LinkedHashMap<>();
      for (String arg : args) {
        String[] parts = arg.split("=", 2);
        given.put(parts[0], parts.length == 2 ? parts[1] : "true");
      }
      return new Settings(
          given.containsKey("--quick"),
          given.containsKey("--pages"),
          Integer.parseInt(given.getOrDefault("--finished", "100000")),
          Path.of(given.get("--json")),
          Path.of(given.get("--samples")),
          Path.of(given.get("--jar")),
          List.of(given.get("--databases").split(",")).stream().map(Database::valueOf).toList(),
          Integer.parseInt(given.getOrDefault("--threads", "1")));
    }
  }

  /**
   * Runs everything; ends with 1 only if the host ran out of memory.
   *
   * @param args see {@code bin/bench}
   */
  public static void main(String[] args) throws IOException, RunnerException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    boolean well = new Bench(Settings.of(args), out).run();
    System.exit(well ? 0 : 1);
  }

  private boolean run() throws IOException, RunnerException {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("date", Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString());
    report.put("quick", settings.quick());
    report.put("machine", machine());
    boolean well = settings.pages() ? pages(report) : rounds(report);
    Files.createDirectories(settings.json().toAbsolutePath().getParent());
    Files.writeString(settings.json(), Json.write(report) + "\n");
    out.println();
    out.println("JSON: " + settings.json());
    return well;
  }

  private boolean rounds(Map<String, Object> report) throws IOException, RunnerException {
    out.println(
        "Mười ba bước / thirteen steps: qua lớp của ta và Activiti trần / ours and bare Activiti …");
    List<Comparison> comparisons = compare();
    print(comparisons);
    report.put("thirteenSteps", comparisons.stream().map(Comparison::asMap).toList());
    out.println();
    out.println("Máy chủ độc lập trong 512 MiB / the standalone host in 512 MiB …");
    Heap heap = heap();
    print(heap);
    report.put("standaloneHeap", map(heap));
    return !heap.outOfMemory();
  }

  /** How many plans are on their way on the host with years behind it. */
  private static final int RUNNING = 1_000;

  private boolean pages(Map<String, Object> report) throws RunnerException {
    out.printf(
        "Trang / pages: %d đang chạy / running, %d đã xong / finished; so với / against %d và / and 0 …%n",
        RUNNING, settings.finished(), PagesBenchmark.BEGINNING);
    var options =
        options(PagesBenchmark.class)
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(settings.quick() ? 3 : 8))
            .measurementIterations(settings.quick() ? 4 : 12)
            .measurementTime(TimeValue.seconds(settings.quick() ? 2 : 4))
            .jvmArgsAppend(
                "-Xmx1g",
                "-Duser.timezone=UTC",
                "-D" + RoundsBenchmark.SAMPLES + "=" + settings.samples(),
                "-D" + PagesBenchmark.RUNNING + "=" + RUNNING,
                "-D" + PagesBenchmark.FINISHED + "=" + settings.finished())
            .build();
    out.printf("%-11s %-9s %9s %9s %6s %14s %5s%n", "", "", "young ms", "old ms", "×", "", "≤1.5");
    List<Map<String, Object>> all = new ArrayList<>();
    for (RunResult result : new Runner(options).run()) {
      Pages pages = Pages.of(result);
      pages.pages().forEach((name, page) -> print(pages, name, page));
      all.add(pages.asMap());
    }
    report.put("running", RUNNING);
    report.put("finished", settings.finished());
    report.put("pages", all);
    return true;
  }

  private void print(Pages pages, String name, Pages.Page page) {
    out.printf(
        "%-11s %-9s %9.2f %9.2f %6.2f %6.2f – %4.2f %5s%n",
        pages.database(),
        name,
        page.young().median(),
        page.old().median(),
        page.ratio().median(),
        page.ratio().lowerQuartile(),
        page.ratio().upperQuartile(),
        pages.reached(name) ? "✓" : "✗");
  }

  private ChainedOptionsBuilder options(Class<?> benchmark) {
    return new OptionsBuilder()
        .include(benchmark.getName())
        .param("database", settings.databases().stream().map(Enum::name).toArray(String[]::new))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
  }

  private List<Comparison> compare() throws RunnerException {
    boolean quick = settings.quick();
    var options =
        options(RoundsBenchmark.class)
            .threads(settings.threads())
            .forks(quick ? 1 : 3)
            .warmupIterations(quick ? 2 : 3)
            .warmupTime(TimeValue.seconds(quick ? 6 : 10))
            .measurementIterations(quick ? 4 : 6)
            .measurementTime(TimeValue.seconds(quick ? 3 : 5))
            .jvmArgsAppend(
                "-Xmx" + 512 + "m",
                "-Duser.timezone=UTC",
                "-D" + RoundsBenchmark.SAMPLES + "=" + settings.samples())
            .build();
    List<Comparison> comparisons = new ArrayList<>();
    for (RunResult result : new Runner(options).run()) {
      comparisons.add(Comparison.of(result));
    }
    return comparisons;
  }

  private Heap heap() throws IOException {
    HeapRun run = new HeapRun(settings.jar(), new Letters(settings.samples()));
    return settings.quick() ? run.run(20, 4, 4) : run.run(200, 4, 8);
  }

  private void print(List<Comparison> comparisons) {
    out.printf(
        "%-11s %9s %12s %6s %14s %5s %18s %6s%n",
        "", "ours ms", "baseline ms", "ratio", "quartiles", "≥0.7", "keeping nothing ms", "ratio");
    for (Comparison c : comparisons) {
      out.printf(
          "%-11s %9.2f %12.2f %6.2f %7.2f – %4.2f %5s %18.2f %6.2f%n",
          c.database(),
          c.ourPlan().median(),
          c.barePlan().median(),
          c.throughput().median(),
          c.throughput().lowerQuartile(),
          c.throughput().upperQuartile(),
          c.reached() ? "✓" : "✗",
          c.leastPlan().median(),
          c.againstLeast().median());
    }
    out.println();
    for (Comparison c : comparisons) {
      out.println(c.database() + ", ms of a plan:");
      c.millis().forEach((name, ms) -> out.printf("  %-11s %8.2f%n", name, ms.median()));
    }
  }

  private void print(Heap heap) {
    out.printf("  rounds %d (%.1f/s, 1 MB each)%n", heap.rounds(), heap.roundsPerSecond());
    out.printf("  uploads of 45 MB at once  %d%n", heap.largeUploads());
    out.printf("  heap peak                 %d of %d MiB%n", heap.peakUsed(), heap.limit());
    out.printf("  heap peak after GC        %d MiB%n", heap.peakAfterGc());
    out.printf("  heap held at the end      %d MiB%n", heap.live());
    out.printf("  process peak              %d MiB%n", heap.resident());
    out.println(heap.outOfMemory() ? "  KHÔNG ĐẠT / FAILED: OutOfMemoryError" : "  OK");
  }

  private static Map<String, Object> map(Heap heap) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("heapLimitMiB", heap.limit());
    map.put("rounds", heap.rounds());
    map.put("roundsPerSecond", Spread.rounded(heap.roundsPerSecond()));
    map.put("largeUploadsAtOnce", heap.largeUploads());
    map.put("heapPeakMiB", heap.peakUsed());
    map.put("heapPeakAfterGcMiB", heap.peakAfterGc());
    map.put("heapHeldMiB", heap.live());
    map.put("processPeakMiB", heap.resident());
    map.put("outOfMemory", heap.outOfMemory());
    return map;
  }

  private static Map<String, Object> machine() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("cores", Runtime.getRuntime().availableProcessors());
    machine.put(
        "memoryMiB",
        system instanceof com.sun.management.OperatingSystemMXBean known
            ? known.getTotalMemorySize() >> 20
            : 0);
    machine.put("loadBefore", Spread.rounded(system.getSystemLoadAverage()));
    machine.put("system", system.getName() + " " + system.getArch());
    machine.put("jdk", Runtime.version().toString());
    return machine;
  }
}
