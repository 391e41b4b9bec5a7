package vn.ttdn.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The standalone host, as it is shipped, in 512 MiB of heap under load: how much of it is used.
 * Heap figures are the collector's own log.
 */
final class HeapRun {
  private static final int HEAP_MIB = 512;
  private static final int SMALL = 1 << 20;
  private static final int LARGE = 45 << 20;
  private static final Duration START = Duration.ofMinutes(2);
  private static final Pattern PAUSE =
      Pattern.compile("GC\\(\\d+\\) Pause (\\w+).* (\\d+)M->(\\d+)M\\((\\d+)M\\)");

  private final Path jar;
  private final Letters letters;

  HeapRun(Path jar, Letters letters) {
    this.jar = jar;
    this.letters = letters;
  }

  /**
   * How it went; sizes in MiB.
   *
   * @param rounds issued letters
   * @param roundsPerSecond over REST, several people at once
   * @param peakUsed most heap used at any collection's beginning, garbage included
   * @param peakAfterGc most heap used at any collection's end
   * @param live used after a full collection when all is done
   * @param resident most memory of the whole process; 0 where the system does not tell
   * @param outOfMemory whether the host ran out of heap
   */
  record Heap(
      int limit,
      int rounds,
      double roundsPerSecond,
      int largeUploads,
      int peakUsed,
      int peakAfterGc,
      int live,
      long resident,
      boolean outOfMemory) {}

  /** Starts the host, loads it, ends it. */
  Heap run(int rounds, int roundsAtOnce, int uploadsAtOnce) throws IOException {
    Path folder = Files.createTempDirectory("ttdn-bench-heap-");
    Path gcLog = folder.resolve("gc.log");
    Path log = folder.resolve("host.log");
    int port = freePort();
    Process host =
        new ProcessBuilder(
                java("java"),
                "-Xmx" + HEAP_MIB + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:gc:file=" + gcLog,
                "-jar",
                jar.toString(),
                "--port=" + port,
                "--data=" + folder.resolve("data"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      String origin = "http://127.0.0.1:" + port;
      awaitReady(host, origin, log);
      Load load = new Load(origin, letters, folder);
      long before = System.nanoTime();
      int issued = load.rounds(rounds, roundsAtOnce, SMALL).size();
      double seconds = (System.nanoTime() - before) / 1e9;
      load.uploads(uploadsAtOnce, LARGE);
      collect(host);
      return heap(gcLog, issued, issued / seconds, uploadsAtOnce, resident(host), false);
    } catch (IllegalStateException e) {
      if (Files.readString(log).contains("java.lang.OutOfMemoryError")) {
        return heap(gcLog, 0, 0, uploadsAtOnce, 0, true);
      }
      throw e;
    } finally {
      stop(host);
      delete(folder);
    }
  }

  private static Heap heap(
      Path gcLog, int rounds, double perSecond, int uploads, long resident, boolean outOfMemory)
      throws IOException {
    int used = 0;
    int after = 0;
    int last = 0;
    for (String line : Files.readAllLines(gcLog)) {
      Matcher pause = PAUSE.matcher(line);
      if (pause.find()) {
        used = Math.max(used, Integer.parseInt(pause.group(2)));
        last = Integer.parseInt(pause.group(3));
        after = Math.max(after, last);
      }
    }
    return new Heap(HEAP_MIB, rounds, perSecond, uploads, used, after, last, resident, outOfMemory);
  }

  /** A full collection, so that what is left is what is held. */
  private static void collect(Process host) throws IOException {
    Process jcmd =
        new ProcessBuilder(java("jcmd"), String.valueOf(host.pid()), "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    waitFor(jcmd, 60);
  }

  private static long resident(Process host) throws IOException {
    Path status = Path.of("/proc", String.valueOf(host.pid()), "status");
    if (Files.notExists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .findFirst()
        .orElse(0);
  }

  private static void awaitReady(Process host, String origin, Path log) throws IOException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest health = HttpRequest.newBuilder(URI.create(origin + "/api/health")).build();
    long deadline = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < deadline && !waitFor(host, 1)) {
      try {
        if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // Not listening yet.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("the host did not start:\n" + Files.readString(log));
  }

  private static void stop(Process host) {
    host.destroy();
    if (!waitFor(host, 30)) {
      host.destroyForcibly();
      waitFor(host, 30);
    }
  }

  private static boolean waitFor(Process process, int seconds) {
    try {
      return process.waitFor(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String java(String program) {
    return Path.of(System.getProperty("java.home"), "bin", program).toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
      all.stream().map(Path::toFile).forEach(File::delete);
    }
  }
}
