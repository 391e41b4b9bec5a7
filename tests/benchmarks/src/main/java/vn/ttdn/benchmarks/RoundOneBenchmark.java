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
 * meanwhile, it does to all. JMH counts turns; the times of each side are counted beside.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RoundOneBenchmark {
  /** System property: the folder of the sample letters. */
  static final String SAMPLES = "ttdn.samples";

  private static final int SIDES = 3;

  @Param({"H2", "POSTGRESQL"})
  public Database database;

  private BenchHost host;
  private Round ours;
  private Round bare;
  private Round least;

  /** Starts the host; not measured. */
  @Setup(Level.Trial)
  public void start() {
    host = new BenchHost(database);
    Letters letters = new Letters(Path.of(System.getProperty(SAMPLES)));
    ours = new OurRound(host, letters);
    bare = BareRound.asItComes(host, letters);
    least = BareRound.keepingNothing(host, letters);
  }

  /** Ends the host. */
  @TearDown(Level.Trial)
  public void stop() {
    host.close();
  }

  /** One round each; who is first changes every time. */
  @Benchmark
  public void turn(Times times) {
    for (int i = 0; i < SIDES; i++) {
      switch ((int) ((times.rounds + i) % SIDES)) {
        case 0 -> times.ours(ours.run());
        case 1 -> times.bare(bare.run());
        default -> times.least(least.run());
      }
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

    /** Names of the counters of Activiti as it comes, in the order of its transactions. */
    static final List<String> BARE =
        List.of("bareStart", "bareLetter", "bareSubmit", "bareHead", "bareLeader", "bareIssue");

    /** Names of the counters of the engine that keeps nothing. */
    static final List<String> LEAST =
        List.of("leastStart", "leastSubmit", "leastHead", "leastLeader", "leastIssue");

    public long rounds;
    public long oursOpen;
    public long oursLetter;
    public long oursSubmit;
    public long oursHead;
    public long oursLeader;
    public long oursIssue;
    public long bareStart;
    public long bareLetter;
    public long bareSubmit;
    public long bareHead;
    public long bareLeader;
    public long bareIssue;
    public long leastStart;
    public long leastSubmit;
    public long leastHead;
    public long leastLeader;
    public long leastIssue;

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
      bareLetter += n.get(1);
      bareSubmit += n.get(2);
      bareHead += n.get(3);
      bareLeader += n.get(4);
      bareIssue += n.get(5);
    }

    void least(Ran ran) {
      List<Long> n = ran.nanos();
      leastStart += n.get(0);
      leastSubmit += n.get(1);
      leastHead += n.get(2);
      leastLeader += n.get(3);
      leastIssue += n.get(4);
    }
  }
}
