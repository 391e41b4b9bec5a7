package vn.ttdn.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ttdn.web.FakePeople.Person;

/**
 * An agency in memory that answers the REST contract's shapes, as much of them as the page needs.
 * It decides nothing that core decides; what is right is shown by the acceptance suite on the real
 * hosts.
 */
final class FakeAgency {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Pattern PATH =
      Pattern.compile(
          "/(dossiers|tasks|answers|records|registers|incoming|processes|delegations|retention|import)"
              + "(?:/([^/]+))?(/.*)?");

  private final Map<String, String> drawings;
  private final List<FakeDossier> dossiers = new ArrayList<>();
  private final FakeAnswers answers = new FakeAnswers(this);
  private final FakeRegisters registers = new FakeRegisters(this);
  private final FakeDesk desk = new FakeDesk(this);
  private final FakeDelegations delegations = new FakeDelegations(this);
  private final FakeKeeping keeping = new FakeKeeping(this);
  private final FakeImport golive = new FakeImport(this);
  private Instant now = Instant.parse("2026-11-23T02:05:00Z");
  private int ids;

  /** What a test makes the next write answer; null for the usual. */
  private Answer next;

  record Answer(int status, String contentType, byte[] body, String fileName) {
    static Answer json(int status, Object value) {
      try {
        return new Answer(
            status, "application/json;charset=UTF-8", JSON.writeValueAsBytes(value), "");
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }

    static Answer file(String contentType, String name, byte[] body) {
      return new Answer(200, contentType, body, name);
    }
  }

  /** A request as it reached the server. */
  record Call(
      String method,
      String path,
      Map<String, String> query,
      boolean english,
      String user,
      byte[] body) {
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (java.io.IOException e) {
        throw new IllegalStateException(e);
      }
    }

    Person person() {
      return FakePeople.person(user);
    }
  }

  /**
   * An agency without dossiers.
   *
   * @param drawings the processes' drawings, by the names of their files
   */
  FakeAgency(Map<String, String> drawings) {
    this.drawings = drawings;
  }

  /** Makes the next write fail like this. */
  synchronized void refuseNext(int status, String field, String title) {
    next = problem(status, "test", field, title, "Chi tiết của lỗi.", "Cách xử lý.");
  }

  /** Lets days go by. */
  synchronized void wait(int days) {
    now = now.plus(Duration.ofDays(days));
  }

  /** What a test arranges behind the page's back. */
  FakeDesk desk() {
    return desk;
  }

  FakeAnswers answers() {
    return answers;
  }

  FakeRegisters registers() {
    return registers;
  }

  FakeDelegations delegations() {
    return delegations;
  }

  FakeKeeping keeping() {
    return keeping;
  }

  FakeImport golive() {
    return golive;
  }

  List<FakeDossier> dossiers() {
    return dossiers;
  }

  synchronized Answer handle(Call call) {
    boolean asked = call.method().equals("GET") || call.path().endsWith("/seen");
    if (next != null && !asked) {
      Answer answer = next;
      next = null;
      return answer;
    }
    return switch (call.path()) {
      case "/me" -> Answer.json(200, call.person().view(call.english(), today().toString()));
      case "/organisation" -> Answer.json(200, FakePeople.organisation(call.english()));
      case "/people" ->
          Answer.json(200, FakePeople.holders(call.query().get("role"), call.query().get("unit")));
      default -> deeper(call);
    };
  }

  private Answer deeper(Call call) {
    Matcher path = PATH.matcher(call.path());
    if (!path.matches()) {
      return unknown();
    }
    String id = Objects.requireNonNullElse(path.group(2), "");
    String rest = Objects.requireNonNullElse(path.group(3), "");
    return switch (path.group(1)) {
      case "tasks" -> id.isEmpty() ? tasks(call) : desk.decide(call, id);
      case "dossiers" -> id.isEmpty() ? dossiers(call) : dossier(call, id, rest);
      case "answers" -> id.isEmpty() ? answers.list(call) : answers.route(call, id, rest);
      case "records" ->
          rest.equals("/letters") ? desk.mend(call, id) : registers.record(call, id, rest);
      case "registers" -> id.isEmpty() ? registers.list(call) : registers.outgoing(call, id, rest);
      case "incoming" -> registers.incoming(call, rest);
      case "delegations" -> delegations.route(call, id);
      case "retention" -> keeping.list(call);
      case "import" -> golive.route(call, id);
      default ->
          new Answer(
              200, "application/json", drawings.get(id).getBytes(StandardCharsets.UTF_8), "");
    };
  }

  private Answer tasks(Call call) {
    Person person = call.person();
    FakeViews views = new FakeViews(this, call.english());
    List<Map<String, Object>> items = new ArrayList<>();
    dossiers.stream().filter(d -> d.waitsFor(person)).forEach(d -> items.add(views.task(d)));
    answers.waitingFor(person).forEach(a -> items.add(a.task(call.english(), today())));
    items.sort(Comparator.comparing(t -> (String) t.get("dueOn")));
    return page(List.copyOf(items), call);
  }

  private Answer dossiers(Call call) {
    if (call.method().equals("POST")) {
      return desk.open(call);
    }
    FakeViews views = new FakeViews(this, call.english());
    String state = call.query().getOrDefault("state", "");
    return page(
        dossiers.stream()
            .filter(d -> d.readableBy(call.person()) && found(call, d.subject))
            .filter(d -> state.isEmpty() || d.state().equals(state))
            .map(d -> (Object) views.summary(d))
            .toList(),
        call);
  }

  private Answer dossier(Call call, String id, String rest) {
    FakeDossier dossier = dossiers.stream().filter(d -> d.id.equals(id)).findFirst().orElse(null);
    if (dossier == null || !dossier.readableBy(call.person())) {
      return unknown();
    }
    if (call.method().equals("GET") && rest.isEmpty()) {
      return Answer.json(200, new FakeViews(this, call.english()).dossier(dossier, call.person()));
    }
    if (rest.endsWith("/content")) {
      return pdf("van-ban.pdf");
    }
    return desk.route(call, dossier, rest);
  }

  FakeDossier add(FakeDossier.Letter letter, String subject, String drafter) {
    FakeDossier dossier = new FakeDossier(id("d"), letter, subject, drafter, tick());
    dossiers.add(0, dossier);
    return dossier;
  }

  String id(String prefix) {
    ids += 1;
    return prefix + ids;
  }

  Instant tick() {
    now = now.plus(7, ChronoUnit.MINUTES);
    return now;
  }

  LocalDate today() {
    return dayOf(now);
  }

  static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }

  /** A day as the page writes it; null if it is none. */
  LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  Answer page(List<Object> all, Call call) {
    int offset = Integer.parseInt(call.query().getOrDefault("offset", "0"));
    int limit = Integer.parseInt(call.query().getOrDefault("limit", "50"));
    List<Object> items =
        all.subList(Math.min(offset, all.size()), Math.min(offset + limit, all.size()));
    return Answer.json(200, object("items", items, "total", all.size()));
  }

  /** Whether the texts have all that is searched for, with or without diacritics. */
  static boolean found(Call call, String... texts) {
    String text = fold(String.join(" ", texts));
    return Arrays.stream(fold(call.query().getOrDefault("q", "")).split("\\s+"))
        .allMatch(text::contains);
  }

  private static String fold(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd');
  }

  static Answer pdf(String name) {
    return Answer.file("application/pdf", name, new byte[] {'%', 'P', 'D', 'F'});
  }

  static Answer unknown() {
    return problem(
        404,
        "unknown",
        null,
        "Không có hồ sơ này",
        "Hồ sơ không tồn tại.",
        "Kiểm tra lại đường dẫn.");
  }

  static Answer problem(
      int status, String code, String field, String title, String detail, String remedy) {
    Map<String, Object> body =
        object(
            "type", "urn:ttdn:problem:" + code,
            "title", title,
            "status", status,
            "detail", detail,
            "remedy", remedy);
    if (field != null) {
      body.put("field", field);
    }
    return Answer.json(status, body);
  }

  static Map<String, Object> object(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
