package vn.ttdn.ledger.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of the tests' own: made in a temporary folder, listening on a free port of
 * 127.0.0.1, without care for crashes, gone with the JVM that started it (even if that is killed).
 * Its collation is Vietnamese, so that nothing relies on the order of bytes.
 */
public final class PostgresServer {
  private static final String MISSING =
      "PostgreSQL's server programs (initdb, pg_ctl) are missing. Install them: "
          + "sudo apt-get install postgresql   (bin/test does it)";
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private static final String USER = "ttdn";
  private static final int STARTS = 5;
  private static final long PATIENCE_SECONDS = 120;

  private static PostgresServer shared;

  private final Path folder;
  private final Path programs;
  private final boolean asRoot;
  private final int port;
  private final String password = UUID.randomUUID().toString();
  private final AtomicInteger databases = new AtomicInteger();
  // Held until this JVM ends: its standard input is what keeps the server alive.
  private final Process keeper;

  private PostgresServer() throws IOException {
    this.programs = programs();
    this.asRoot = "root".equals(System.getProperty("user.name"));
    this.folder = Files.createTempDirectory("ttdn-postgres-");
    makeCluster();
    this.port = start();
    this.keeper = keep();
  }

  /**
   * The server of this JVM, started at the first call.
   *
   * @throws IllegalStateException if PostgreSQL is not installed or does not start; the message
   *     says what to do
   */
  public static synchronized PostgresServer shared() {
    if (shared == null || !shared.keeper.isAlive()) {
      try {
        shared = new PostgresServer();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  /** Makes an empty database; its JDBC URL. Needs no driver: not every room's tests have one. */
  public String freshDatabase() {
    String name = "ttdn" + databases.incrementAndGet();
    try {
      run(
          List.of(
              programs.resolve("createdb").toString(),
              "--host=127.0.0.1",
              "--port=" + port,
              "--username=" + USER,
              name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }

  /** The role that owns every database of this server. */
  public String userName() {
    return USER;
  }

  /** The role's password: another one every time. */
  public String password() {
    return password;
  }

  private static Path programs() throws IOException {
    if (!Files.isDirectory(DEBIAN)) {
      throw new IllegalStateException(MISSING);
    }
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      return versions
          .map(v -> v.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .filter(bin -> Files.isExecutable(bin.resolve("pg_ctl")))
          // Debian 12 has 15, which is what we are verified with; else the newest there is.
          .max(
              Comparator.<Path, Boolean>comparing(bin -> bin.getParent().endsWith("15"))
                  .thenComparing(Path::toString))
          .orElseThrow(() -> new IllegalStateException(MISSING));
    }
  }

  private void makeCluster() throws IOException {
    Path secret = Files.writeString(folder.resolve("password"), password);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    if (asRoot) {
      run(List.of("chown", "-R", "postgres:", folder.toString()));
    }
    run(
        asServer(
            programs.resolve("initdb").toString(),
            "--pgdata=" + data(),
            "--username=" + USER,
            "--pwfile=" + secret,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--locale-provider=icu",
            "--icu-locale=vi",
            "--no-sync"));
  }

  /** A port that is free now may be taken a moment later: then the next one. */
  private int start() throws IOException {
    IllegalStateException last = null;
    for (int i = 0; i < STARTS; i++) {
      int free;
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        free = socket.getLocalPort();
      }
      try {
        run(
            asServer(
                programs.resolve("pg_ctl").toString(),
                "--pgdata=" + data(),
                "--log=" + folder.resolve("server.log"),
                "--silent",
                "--wait",
                "--options=-c port=" + free + " " + options(),
                "start"));
        return free;
      } catch (IllegalStateException e) {
        last = e;
      }
    }
    throw last;
  }

  private String options() {
    return "-c listen_addresses=127.0.0.1 -c unix_socket_directories="
        + folder
        + " -c max_connections=200 -c shared_buffers=64MB -c fsync=off"
        + " -c synchronous_commit=off -c full_page_writes=off";
  }

  /** Waits for the end of its standard input, which comes with the end of this JVM. */
  private Process keep() throws IOException {
    String stop =
        "trap '' INT TERM HUP; cat >/dev/null; "
            + programs.resolve("pg_ctl")
            + " --pgdata="
            + data()
            + " --silent --mode=immediate stop; rm -rf "
            + folder;
    return builder(asServer("sh", "-c", stop))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private Path data() {
    return folder.resolve("data");
  }

  /** PostgreSQL refuses to run as root. */
  private List<String> asServer(String... command) {
    List<String> whole = new ArrayList<>();
    if (asRoot) {
      whole.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    whole.addAll(List.of(command));
    return whole;
  }

  private ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("PGPASSWORD", password);
    return builder;
  }

  private void run(List<String> command) throws IOException {
    Path output = Files.createTempFile("ttdn-postgres-", ".log");
    try {
      Process process =
          builder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(command + " takes too long");
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException(
            command + " ended with " + process.exitValue() + ": " + Files.readString(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
