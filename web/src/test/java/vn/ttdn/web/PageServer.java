package vn.ttdn.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.ttdn.web.FakeAgency.Answer;
import vn.ttdn.web.FakeAgency.Call;

/**
 * Serves the page as both hosts do: at {@code /} with sign-in and the strict content security
 * policy of the standalone host, and at {@code /share} as Share's page carries it.
 */
final class PageServer implements AutoCloseable {
  static final String TOKEN = "a token/with+odd=signs";
  static final String SHARE_TOKEN = "share token+/=";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "svg", "image/svg+xml");

  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(4);
  private final FakeAgency agency;

  /** What happens to uploads that arrive: they are answered, wait, or lose their connection. */
  private volatile Uploads uploads = Uploads.ANSWERED;

  private final CountDownLatch end = new CountDownLatch(1);

  enum Uploads {
    ANSWERED,
    WAIT,
    CUT
  }

  PageServer() throws IOException {
    agency =
        new FakeAgency(
            Map.of(
                "plan-approval", drawing("plan-approval"),
                "letter-approval", drawing("letter-approval")));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext(
        "/", guarded(exchange -> file(exchange, exchange.getRequestURI().getPath())));
    server.createContext("/api/session", guarded(this::session));
    server.createContext("/api/ttdn/v1", guarded(this::standalone));
    server.createContext("/share", guarded(this::share));
    server.start();
  }

  FakeAgency agency() {
    return agency;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void uploads(Uploads how) {
    uploads = how;
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    workers.shutdownNow();
  }

  private interface Handler {
    void handle(HttpExchange exchange) throws IOException;
  }

  private static com.sun.net.httpserver.HttpHandler guarded(Handler handler) {
    return exchange -> {
      try (exchange) {
        handler.handle(exchange);
      } catch (RuntimeException e) {
        e.printStackTrace();
        throw e;
      }
    };
  }

  private void file(HttpExchange exchange, String path) throws IOException {
    String name = path.equals("/") ? "/ttdn/index.html" : path;
    if (path.equals("/stranger.css")) {
      send(exchange, 200, TYPES.get("css"), resource("/vn/ttdn/web/stranger.css"));
      return;
    }
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    try (InputStream in = PageServer.class.getResourceAsStream("/META-INF/resources" + name)) {
      if (in == null || type == null) {
        send(exchange, 404, "text/plain", new byte[0]);
        return;
      }
      send(exchange, 200, type, in.readAllBytes());
    }
  }

  private void session(HttpExchange exchange) throws IOException {
    exchange
        .getResponseHeaders()
        .add("Set-Cookie", "XSRF-TOKEN=" + encode(TOKEN) + "; Path=/; SameSite=Strict");
    switch (exchange.getRequestMethod()) {
      case "GET" ->
          send(exchange, Answer.json(200, Map.of("signedIn", user(exchange).isPresent())));
      case "POST" -> {
        if (lacksToken(exchange, "X-XSRF-TOKEN", TOKEN)) {
          return;
        }
        var body = new ObjectMapper().readTree(exchange.getRequestBody());
        String user = body.path("userName").asText();
        if (!FakePeople.known(user) || !body.path("password").asText().equals("ttdn-2026")) {
          send(
              exchange,
              FakeAgency.problem(
                  401,
                  "sign-in-failed",
                  null,
                  "Không đăng nhập được",
                  "Tên đăng nhập hoặc mật khẩu không đúng.",
                  "Kiểm tra lại."));
          return;
        }
        exchange
            .getResponseHeaders()
            .add("Set-Cookie", "WHO=" + user + "; Path=/; HttpOnly; SameSite=Strict");
        send(exchange, 204, "text/plain", new byte[0]);
      }
      default -> {
        exchange.getResponseHeaders().add("Set-Cookie", "WHO=; Path=/; Max-Age=0");
        send(exchange, 204, "text/plain", new byte[0]);
      }
    }
  }

  private void standalone(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("GET") && lacksToken(exchange, "X-XSRF-TOKEN", TOKEN)) {
      return;
    }
    answer(exchange, "/api/ttdn/v1", user(exchange));
  }

  /** Share's page, and its proxy with Share's way of checking the token. */
  private void share(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/share/page")) {
      exchange
          .getResponseHeaders()
          .add("Set-Cookie", "Alfresco-CSRFToken=\"" + encode(SHARE_TOKEN) + "\"; Path=/share");
      send(exchange, 200, TYPES.get("html"), resource("/vn/ttdn/web/share.html"));
      return;
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      boolean multipart = multipart(exchange);
      String given = query(exchange).getOrDefault("Alfresco-CSRFToken", "");
      if (multipart && !given.equals(SHARE_TOKEN)) {
        send(exchange, 403, "text/html", "<h1>CSRF</h1>".getBytes(StandardCharsets.UTF_8));
        return;
      }
      if (!multipart && lacksToken(exchange, "Alfresco-CSRFToken", SHARE_TOKEN)) {
        return;
      }
    }
    answer(exchange, "/share/proxy/alfresco/ttdn/v1", Optional.of("chuyenvien"));
  }

  private void answer(HttpExchange exchange, String base, Optional<String> user)
      throws IOException {
    if (user.isEmpty()) {
      send(
          exchange,
          FakeAgency.problem(
              401, "signed-out", null, "Chưa đăng nhập", "", "Đăng nhập rồi thử lại."));
      return;
    }
    if (multipart(exchange) && uploads != Uploads.ANSWERED) {
      if (uploads == Uploads.WAIT) {
        await();
      }
      exchange.close();
      return;
    }
    String language = exchange.getRequestHeaders().getFirst("Accept-Language");
    send(
        exchange,
        agency.handle(
            new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath().substring(base.length()),
                query(exchange),
                "en".equals(language),
                user.get(),
                exchange.getRequestBody().readAllBytes())));
  }

  private static boolean multipart(HttpExchange exchange) {
    List<String> type = exchange.getRequestHeaders().getOrDefault("Content-Type", List.of(""));
    return type.get(0).startsWith("multipart/");
  }

  /** Until the test is over. */
  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean lacksToken(HttpExchange exchange, String header, String token)
      throws IOException {
    if (token.equals(exchange.getRequestHeaders().getFirst(header))) {
      return false;
    }
    exchange.getRequestBody().readAllBytes();
    send(exchange, FakeAgency.problem(403, "csrf", null, "CSRF", "", ""));
    return true;
  }

  private static Optional<String> user(HttpExchange exchange) {
    for (String header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
      for (String pair : header.split(";")) {
        if (pair.trim().startsWith("WHO=") && pair.trim().length() > 4) {
          return Optional.of(pair.trim().substring(4));
        }
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    if (raw != null) {
      for (String pair : raw.split("&")) {
        int at = pair.indexOf('=');
        query.put(
            URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static String encode(String token) {
    return java.net.URLEncoder.encode(token, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    if (!answer.fileName().isEmpty()) {
      exchange
          .getResponseHeaders()
          .set("Content-Disposition", "attachment; filename*=UTF-8''" + answer.fileName());
    }
    send(exchange, answer.status(), answer.contentType(), answer.body());
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static String drawing(String process) throws IOException {
    return new String(resource("/vn/ttdn/web/" + process + ".json"), StandardCharsets.UTF_8);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = PageServer.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
