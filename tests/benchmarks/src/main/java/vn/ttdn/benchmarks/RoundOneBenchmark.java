package vn.ttdn.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import vn.ttdn.benchmarks.Round.Ran;

/**
 * Round one through our layer and on bare Activiti, turn by turn: whatever the machine does
 * meanwhile, it does to both. JMH counts pairs; the times of each side are counted beside.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RoundOneBenchmark {
  /** System property: the folder of the sample letters. */
  static final String SAMPLES = "ttdn.samples";

  @Param({"H2", "POSTGRESQL"})
  public Database database;

  private BenchHost host;
  private Round ours;
  private Round bare;

  /** Starts the host; not measured. */
  @Setup(Level.Trial)
  public void start() {
    host = new BenchHost(database);
    ours = new OurRound(host, new Letters(Path.of(System.getProperty(SAMPLES))));
    bare = new BareRound(host);
  }

  /** Ends the host. */
  @TearDown(Level.Trial)
  public void stop() {
    host.close();
  }

  /** One round each; who is first changes every time. */
  @Benchmark
  public void pair(Times times) {
    if (times.rounds % 2 == 0) {
      times.ours(ours.run());
      times.bare(bare.run());
    } else {
      times.bare(bare.run());
      times.ours(ours.run());
    }
    times.rounds++;
  }

  /** Nanoseconds by transaction, added up over an iteration. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Times {
    /** Names of the counters of our transactions, in their order. */
    static final List<String> OURS =
        List.of("oursOpen", "oursLetter", "oursSubmit", "oursHead", "oursLeader", "oursIssue");

    /** Names of the counters of the baseline's transactions, in their order. */
    static final List<String> BARE =
        List.of("bareStart", "bareSubmit", "bareHead", "bareLeader", "bareIssue");

    public long rounds;
    public long oursOpen;
    public long oursLetter;
    public long oursSubmit;
    public long oursHead;
    public long oursLeader;
    public long oursIssue;
    public long bareStart;
    public long bareSubmit;
    public long bareHead;
    public long bareLeader;
    public long bareIssue;

    void ours(Ran ran) {
      List<Long> n = ran.nanos();
      oursOpen += n.get(0);
      oursLetter += n.get(1);
      oursSubmit += n.get(2);
      oursHead += n.get(3);
      oursLeader += n.get(4);
      oursIssue += n.get(5);
    }

    void bare(Ran ran) {
      List<Long> n = ran.nanos();
      bareStart += n.get(0);
      bareSubmit += n.get(1);
      bareHead += n.get(2);
      bareLeader += n.get(3);
      bareIssue += n.get(4);
    }
  }
}
