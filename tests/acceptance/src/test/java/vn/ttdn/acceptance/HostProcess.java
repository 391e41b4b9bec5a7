package vn.ttdn.acceptance;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The built jar of the standalone host as a child process; its data outlives it. */
final class HostProcess {
  private static final Duration START = Duration.ofMinutes(2);

  private final Process process;
  private final String origin;

  private HostProcess(Process process, String origin) {
    this.process = process;
    this.origin = origin;
  }

  /**
   * What a host keeps, and where it logs.
   *
   * @param folder its {@code --data}
   * @param database the arguments that name its database; none for the one in the folder
   */
  record Data(Path folder, List<String> database, Path log) {
    /** An empty folder and an empty database, {@code h2} or {@code postgresql}. */
    static Data fresh(String database, String name) {
      try {
        Path log = Path.of("target", name + "-" + database + ".log");
        Files.deleteIfExists(log);
        return new Data(
            Files.createTempDirectory("ttdn-acceptance-"),
            database.equals("postgresql") ? PostgresArguments.ofFreshDatabase() : List.of(),
            log);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void delete() {
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Starts a host on a free port and waits until it answers. */
  static HostProcess start(Data data, String... settings) {
    try {
      int port = freePort();
      Process process =
          new ProcessBuilder(command(data, port, settings))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(data.log().toFile()))
              .start();
      HostProcess host = new HostProcess(process, "http://127.0.0.1:" + port);
      host.endsWithThisJvm();
      host.awaitReady(data.log());
      return host;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts the host's demo and kills it, as {@code kill -9} does.
   *
   * @param afterLine how many lines the demo says before; 0 is when it is only starting
   * @param thenMillis how long it goes on after that line
   * @return everything that it said until its end
   */
  static List<String> killedDemo(Data data, int afterLine, long thenMillis) {
    try {
      Process process =
          new ProcessBuilder(
                  command(
                      data, 0, "--demo", "--ttdn.samples=" + System.getProperty("ttdn.samples")))
              .redirectErrorStream(true)
              .start();
      new HostProcess(process, "").endsWithThisJvm();
      List<String> said = new ArrayList<>();
      try (BufferedReader out = process.inputReader(java.nio.charset.StandardCharsets.UTF_8)) {
        String line = null;
        while (said.size() < afterLine && (line = out.readLine()) != null) {
          said.add(line);
        }
        process.waitFor(thenMillis, TimeUnit.MILLISECONDS);
        // The handle leaves the pipe open: what was said before the end is still in it.
        process.toHandle().destroyForcibly();
        while ((line = out.readLine()) != null) {
          said.add(line);
        }
      }
      process.waitFor();
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Starts a host on empty data and kills it while it makes its tables.
   *
   * @param millis how long after it first touched its folder
   */
  static void killedFirstStart(Data data, long millis) {
    try {
      Process process =
          new ProcessBuilder(command(data, 0))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(data.log().toFile()))
              .start();
      HostProcess host = new HostProcess(process, "");
      host.endsWithThisJvm();
      while (process.isAlive() && isEmpty(data.folder())) {
        process.waitFor(5, TimeUnit.MILLISECONDS);
      }
      process.waitFor(millis, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static List<String> command(Data data, int port, String... settings) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Not for long enough to be worth the second compiler.
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-jar",
                System.getProperty("ttdn.jar"),
                "--port=" + port,
                "--data=" + data.folder()));
    command.addAll(data.database());
    command.addAll(List.of(settings));
    return command;
  }

  /** Where it listens, without a slash at the end. */
  String origin() {
    return origin;
  }

  /** Ends it in good order, or after a while in none. */
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void endsWithThisJvm() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  private void awaitReady(Path log) throws IOException {
    HttpClient http = HttpClient.newHttpClient();
    long deadline = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < deadline && process.isAlive()) {
      try {
        Reply reply =
            Client.exchange(
                http, HttpRequest.newBuilder(URI.create(origin + "/api/health")).build());
        if (reply.status() == 200) {
          return;
        }
      } catch (UncheckedIOException e) {
        // Not listening yet.
      }
      pause();
    }
    throw new IllegalStateException(
        "the standalone host did not start; its log:\n" + Files.readString(log));
  }

  private void pause() {
    try {
      process.waitFor(200, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
