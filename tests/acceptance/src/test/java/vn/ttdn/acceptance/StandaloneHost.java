package vn.ttdn.acceptance;

import static vn.ttdn.acceptance.Client.object;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The standalone host: sign-in by session, CSRF by cookie and header. */
final class StandaloneHost implements HostUnderTest {
  private static final Duration START = Duration.ofMinutes(2);

  private final String origin;
  private final Map<Who, Client> clients = new ConcurrentHashMap<>();

  private StandaloneHost(String origin) {
    this.origin = origin;
  }

  /** A host that runs already; {@code url} is the contract's root. */
  static StandaloneHost at(String url) {
    return new StandaloneHost(url.replaceFirst("/api/ttdn/v1/?$", ""));
  }

  /** Starts the built jar on a free port with data of its own. */
  static StandaloneHost start(String database) {
    try {
      int port = freePort();
      Path data = Files.createTempDirectory("ttdn-acceptance-");
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx512m",
                  "-jar",
                  System.getProperty("ttdn.jar"),
                  "--port=" + port,
                  "--data=" + data));
      if (database.equals("postgresql")) {
        command.addAll(PostgresArguments.ofFreshDatabase());
      }
      Path log = Path.of("target", "host-" + database + ".log");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, data)));
      StandaloneHost host = new StandaloneHost("http://127.0.0.1:" + port);
      host.awaitReady(process, log);
      return host;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady(Process process, Path log) throws IOException {
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
      pause(process);
    }
    throw new IllegalStateException(
        "the standalone host did not start; its log:\n" + Files.readString(log));
  }

  private static void pause(Process process) {
    try {
      if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void stop(Process process, Path data) {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      try (var files = Files.walk(data)) {
        files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public Client as(Who who) {
    return clients.computeIfAbsent(who, this::signIn);
  }

  @Override
  public Client signedOut() {
    return new Client(HttpClient.newHttpClient(), origin + "/api/ttdn/v1", Map::of);
  }

  @Override
  public String page() {
    return origin + "/";
  }

  private Client signIn(Who who) {
    CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    Client session = new Client(http, origin, () -> csrf(cookies));
    session.get("/api/session");
    Reply reply =
        session.post("/api/session", object("userName", who.userName(), "password", PASSWORD));
    if (reply.status() != 204) {
      throw new IllegalStateException(who + " cannot sign in: " + reply.text());
    }
    session.get("/api/session");
    return new Client(http, origin + "/api/ttdn/v1", () -> csrf(cookies));
  }

  private static Map<String, String> csrf(CookieManager cookies) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(c -> c.getName().equals("XSRF-TOKEN"))
        .findFirst()
        .map(HttpCookie::getValue)
        .map(token -> Map.of("X-XSRF-TOKEN", token))
        .orElse(Map.of());
  }
}
