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
   * @param jar the standalone host as it is shipped
   * @param databases H2 or POSTGRESQL, at least one
   */
  record Settings(
      boolean quick, Path json, Path samples, Path jar, List<Database> databases, int threads) {
    static Settings of(String... args) {
      Map<String, String> given = new LinkedHashMap<>();
      for (String arg : args) {
        String[] parts = arg.split("=", 2);
        given.put(parts[0], parts.length == 2 ? parts[1] : "true");
      }
      return new Settings(
          given.containsKey("--quick"),
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
    Files.createDirectories(settings.json().toAbsolutePath().getParent());
    Files.writeString(settings.json(), Json.write(report) + "\n");
    out.println();
    out.println("JSON: " + settings.json());
    return !heap.outOfMemory();
  }

  private List<Comparison> compare() throws RunnerException {
    boolean quick = settings.quick();
    var options =
        new OptionsBuilder()
            .include(RoundsBenchmark.class.getName())
            .param("database", settings.databases().stream().map(Enum::name).toArray(String[]::new))
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
            .verbosity(VerboseMode.SILENT)
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
