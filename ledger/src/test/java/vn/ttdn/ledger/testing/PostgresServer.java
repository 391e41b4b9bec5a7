package vn.ttdn.ledger.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A private PostgreSQL server for tests, from Debian's binaries, in a folder of its own, on the
 * loopback address, stopped with the JVM. Fails with what to install when there are none.
 */
public final class PostgresServer {
  private static final String USER = "ttdn";

  private final Path folder;
  private final Path bin;
  private final int port;
  private final String password = UUID.randomUUID().toString();
  private final AtomicInteger databases = new AtomicInteger();

  private PostgresServer() {
    try {
      this.bin = binaries();
      this.folder = Files.createTempDirectory("ttdn-postgres-");
      this.port = freePort();
      start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Holder {
    private static final PostgresServer SERVER = new PostgresServer();
  }

  /** The one server of this JVM, started at the first call. */
  public static PostgresServer shared() {
    return Holder.SERVER;
  }

  /** Makes an empty database; returns its JDBC address. */
  public String freshDatabase() {
    String name = "ttdn" + databases.incrementAndGet();
    run(
        List.of(
            bin.resolve("createdb").toString(),
            "-h",
            "127.0.0.1",
            "-p",
            Integer.toString(port),
            "-U",
            USER,
            "-E",
            "UTF8",
            name));
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }

  public String userName() {
    return USER;
  }

  public String password() {
    return password;
  }

  private void start() throws IOException {
    Path secret = folder.resolve("secret");
    Files.writeString(secret, password);
    if (isRoot()) {
      run(List.of("chown", "-R", "postgres", folder.toString()));
    }
    Path data = folder.resolve("data");
    run(
        asOwner(
            bin.resolve("initdb").toString(),
            "-D",
            data.toString(),
            "-U",
            USER,
            "-E",
            "UTF8",
            "--no-locale",
            "-A",
            "scram-sha-256",
            "--pwfile=" + secret));
    String options =
        "-p "
            + port
            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
            + folder
            + " -c fsync=off -c max_connections=100";
    run(
        asOwner(
            bin.resolve("pg_ctl").toString(),
            "-D",
            data.toString(),
            "-w",
            "-l",
            folder.resolve("log").toString(),
            "-o",
            options,
            "start"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(data)));
  }

  private void stop(Path data) {
    run(
        asOwner(
            bin.resolve("pg_ctl").toString(), "-D", data.toString(), "-m", "immediate", "stop"));
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** PostgreSQL refuses to run as root. */
  private static List<String> asOwner(String... command) {
    List<String> whole = new ArrayList<>();
    if (isRoot()) {
      whole.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    whole.addAll(List.of(command));
    return whole;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static Path binaries() throws IOException {
    Path versions = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(versions)) {
      try (Stream<Path> found = Files.list(versions)) {
        List<Path> bins =
            found
                .map(v -> v.resolve("bin"))
                .filter(b -> Files.isExecutable(b.resolve("initdb")))
                .sorted(Comparator.reverseOrder())
                .toList();
        if (!bins.isEmpty()) {
          return bins.get(0);
        }
      }
    }
    throw new IllegalStateException(
        "PostgreSQL's server is missing: apt-get install postgresql (bin/test does it)");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void run(List<String> command) {
    try {
      Path log = Files.createTempFile("ttdn-postgres-", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .directory(new File("/"));
      builder.environment().put("PGPASSWORD", password);
      Process process = builder.start();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(command + " failed: " + Files.readString(log));
      }
      Files.delete(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
