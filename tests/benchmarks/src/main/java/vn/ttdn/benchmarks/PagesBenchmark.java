package vn.ttdn.benchmarks;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import vn.ttdn.core.rest.Api;
import vn.ttdn.core.rest.Request;
import vn.ttdn.core.rest.Response;

/**
 * What people look at, on a host that has just begun and on one that has run for years, turn by
 * turn. The first has one page of everything, so that both answer with as much.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PagesBenchmark {
  /** System properties: how much the old host has. */
  static final String RUNNING = "ttdn.running";

  static final String FINISHED = "ttdn.finished";

  /** Of the host that has just begun: a page of tasks for each who takes part in round one. */
  static final int BEGINNING = 200;

  /** What a page shows. */
  private static final String PAGE = "50";

  private static final String HEAD = "truongphong";

  @Param({"H2", "POSTGRESQL"})
  public Database database;

  private Office young;
  private Office old;

  /** Starts and fills both hosts; not measured. */
  @Setup(Level.Trial)
  public void start() {
    Letters letters = new Letters(Path.of(System.getProperty(RoundsBenchmark.SAMPLES)));
    young = new Office(database, letters, BEGINNING, 0);
    old = new Office(database, letters, Integer.getInteger(RUNNING), Integer.getInteger(FINISHED));
  }

  /** Ends both. */
  @TearDown(Level.Trial)
  public void stop() {
    young.host.close();
    old.host.close();
  }

  /** Every page once on each host; who is first changes every time. */
  @Benchmark
  public void turn(Times times) {
    boolean youngFirst = times.turns % 2 == 0;
    if (youngFirst) {
      young(times);
    }
    old(times);
    if (!youngFirst) {
      young(times);
    }
    times.turns++;
  }

  private void young(Times times) {
    times.youngTasks += young.tasks();
    times.youngDossier += young.dossier(times.turns);
    times.youngDossiers += young.dossiers();
    times.youngSearch += young.search();
  }

  private void old(Times times) {
    times.oldTasks += old.tasks();
    times.oldDossier += old.dossier(times.turns);
    times.oldDossiers += old.dossiers();
    times.oldSearch += old.search();
  }

  /** One host with what it has. */
  private static final class Office {
    private final BenchHost host;
    private final Api api;
    private final List<String> running = new ArrayList<>();

    Office(Database database, Letters letters, int dossiers, int finished) {
      host = new BenchHost(database);
      api = new Api(host.host(), host.flow(), host.answerFlow());
      OurRounds rounds = new OurRounds(host, letters);
      if (finished > 0) {
        String whole = rounds.begun(Rounds.TURNS.size());
        new FinishedPlans(host.database()).copy(whole, finished);
      }
      for (int i = 0; i < dossiers; i++) {
        running.add(rounds.begun(i % 4));
      }
    }

    long tasks() {
      return get(Rounds.DRAFTER, "/tasks", Map.of("limit", PAGE))
          + get(HEAD, "/tasks", Map.of("limit", PAGE));
    }

    long dossier(long turn) {
      return get(HEAD, "/dossiers/" + running.get((int) (turn * 7 % running.size())), Map.of());
    }

    long dossiers() {
      return get(HEAD, "/dossiers", Map.of("limit", PAGE));
    }

    /** Words that are in every subject: the most that a search can find. */
    long search() {
      return get(HEAD, "/dossiers", Map.of("limit", PAGE, "q", "ke hoach doi ngoai"));
    }

    private long get(String userName, String path, Map<String, String> query) {
      OurRounds.signIn(userName);
      Request request =
          new Request(
              "GET",
              path,
              query,
              Locale.forLanguageTag("vi"),
              () -> new ByteArrayInputStream(new byte[0]),
              Optional.empty());
      long before = System.nanoTime();
      Response response = api.handle(request);
      if (response.status() != 200) {
        throw new IllegalStateException(path + ": " + response.status());
      }
      return System.nanoTime() - before;
    }
  }

  /** Nanoseconds by page, added up over an iteration. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Times {
    /** What is looked at. */
    static final List<String> PAGES = List.of("Tasks", "Dossier", "Dossiers", "Search");

    public long turns;
    public long youngTasks;
    public long youngDossier;
    public long youngDossiers;
    public long youngSearch;
    public long oldTasks;
    public long oldDossier;
    public long oldDossiers;
    public long oldSearch;
  }
}
