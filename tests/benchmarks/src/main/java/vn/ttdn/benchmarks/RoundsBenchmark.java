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
import vn.ttdn.benchmarks.Rounds.Part;
import vn.ttdn.benchmarks.Rounds.Ran;

/**
 * A whole plan through our layer and on bare Activiti, turn by turn: whatever the machine does
 * meanwhile, it does to all. JMH counts turns; the times of each side are counted beside.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RoundsBenchmark {
  /** System property: the folder of the sample letters. */
  static final String SAMPLES = "ttdn.samples";

  private static final int SIDES = 3;

  @Param({"H2", "POSTGRESQL"})
  public Database database;

  private BenchHost host;
  private Rounds ours;
  private Rounds bare;
  private Rounds least;

  /** Starts the host; not measured. */
  @Setup(Level.Trial)
  public void start() {
    host = new BenchHost(database);
    Letters letters = new Letters(Path.of(System.getProperty(SAMPLES)));
    ours = new OurRounds(host, letters);
    bare = BareRounds.asItComes(host, letters);
    least = BareRounds.keepingNothing(host, letters);
  }

  /** Ends the host. */
  @TearDown(Level.Trial)
  public void stop() {
    host.close();
  }

  /** One plan each; who is first changes every time. */
  @Benchmark
  public void turn(Times times) {
    for (int i = 0; i < SIDES; i++) {
      switch ((int) ((times.plans + i) % SIDES)) {
        case 0 -> times.ours(ours.run());
        case 1 -> times.bare(bare.run());
        default -> times.least(least.run());
      }
    }
    times.plans++;
  }

  /** Nanoseconds by what a transaction was for, added up over an iteration. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Times {
    /** Names of the counters of our transactions. */
    static final List<String> OURS =
        List.of("oursOpen", "oursFile", "oursSubmit", "oursReview", "oursIssue", "oursAnswer");

    /** Names of the counters of Activiti as it comes. */
    static final List<String> BARE =
        List.of("bareOpen", "bareFile", "bareSubmit", "bareReview", "bareIssue", "bareAnswer");

    /** Names of the counters of the engine that keeps nothing. */
    static final List<String> LEAST =
        List.of("leastOpen", "leastSubmit", "leastReview", "leastIssue", "leastAnswer");

    public long plans;
    public long oursOpen;
    public long oursFile;
    public long oursSubmit;
    public long oursReview;
    public long oursIssue;
    public long oursAnswer;
    public long bareOpen;
    public long bareFile;
    public long bareSubmit;
    public long bareReview;
    public long bareIssue;
    public long bareAnswer;
    public long leastOpen;
    public long leastSubmit;
    public long leastReview;
    public long leastIssue;
    public long leastAnswer;

    void ours(Ran ran) {
      oursOpen += ran.nanos(Part.OPEN);
      oursFile += ran.nanos(Part.FILE);
      oursSubmit += ran.nanos(Part.SUBMIT);
      oursReview += ran.nanos(Part.REVIEW);
      oursIssue += ran.nanos(Part.ISSUE);
      oursAnswer += ran.nanos(Part.ANSWER);
    }

    void bare(Ran ran) {
      bareOpen += ran.nanos(Part.OPEN);
      bareFile += ran.nanos(Part.FILE);
      bareSubmit += ran.nanos(Part.SUBMIT);
      bareReview += ran.nanos(Part.REVIEW);
      bareIssue += ran.nanos(Part.ISSUE);
      bareAnswer += ran.nanos(Part.ANSWER);
    }

    void least(Ran ran) {
      leastOpen += ran.nanos(Part.OPEN);
      leastSubmit += ran.nanos(Part.SUBMIT);
      leastReview += ran.nanos(Part.REVIEW);
      leastIssue += ran.nanos(Part.ISSUE);
      leastAnswer += ran.nanos(Part.ANSWER);
    }
  }
}
