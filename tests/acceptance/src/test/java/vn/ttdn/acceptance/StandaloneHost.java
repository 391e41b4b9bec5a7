package vn.ttdn.acceptance;

import static vn.ttdn.acceptance.Client.object;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The standalone host: sign-in by session, CSRF by cookie and header. */
final class StandaloneHost implements HostUnderTest {
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
    HostProcess.Data data = HostProcess.Data.fresh(database, "host");
    HostProcess process = HostProcess.start(data);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  process.stop();
                  data.delete();
                }));
    return at(process.origin());
  }

  @Override
  public Client as(Who who) {
    return clients.computeIfAbsent(who, this::signIn);
  }

  @Override
  public Client inAnotherWindow(Who who) {
    return signIn(who);
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
