package vn.ttdn.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An agency in memory that answers the REST contract's shapes, as much of them as the page needs.
 * It decides nothing that core decides; what is right is shown by the acceptance suite on the real
 * hosts.
 */
final class FakeAgency {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PATH =
      Pattern.compile("/(dossiers|tasks|records|registers)(?:/([^/]+))?(/.*)?");

  /** What a test makes the next write answer; empty for the usual. */
  private Answer next;

  private final List<FakeDossier> dossiers = new ArrayList<>();
  private final String picture;
  private Instant now = Instant.parse("2026-11-23T02:05:00Z");
  private int ids;

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

  /** A text in both languages. */
  record Words(String vi, String en) {
    String in(boolean english) {
      return english ? en : vi;
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
  }

  FakeAgency(String picture) {
    this.picture = picture;
  }

  /** Makes the next write fail like this. */
  synchronized void refuseNext(int status, String field, String title) {
    next = problem(status, "test", field, title, "Chi tiết của lỗi.", "Cách xử lý.");
  }

  /** Puts dossiers there that somebody else has opened. */
  synchronized void fill(int count) {
    for (int i = 1; i <= count; i++) {
      add("Đề nghị đề xuất nội dung Kế hoạch đợt " + i, 2027, "chuyenvien2", List.of());
    }
  }

  /** Moves a dossier behind the page's back, as a colleague would. */
  synchronized void decideElsewhere(String subject, String user, String outcome, String comment) {
    FakeDossier dossier =
        dossiers.stream().filter(d -> d.subject.equals(subject)).findFirst().orElseThrow();
    dossier.decide(person(user), outcome, comment, tick());
  }

  synchronized Answer handle(Call call) {
    if (next != null && !call.method().equals("GET")) {
      Answer answer = next;
      next = null;
      return answer;
    }
    return switch (call.path()) {
      case "/me" -> Answer.json(200, person(call.user()).view(call.english()));
      case "/organisation" -> Answer.json(200, FakePeople.organisation(call.english()));
      case "/processes/plan-approval" ->
          new Answer(
              200,
              "application/json",
              picture.getBytes(java.nio.charset.StandardCharsets.UTF_8),
              "");
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
      case "tasks" -> id.isEmpty() ? tasks(call) : decide(call, id);
      case "dossiers" -> id.isEmpty() ? dossiers(call) : dossier(call, id, rest);
      case "records" -> record(call, id, rest);
      default -> id.isEmpty() ? registers() : register(call, rest);
    };
  }

  private Answer tasks(Call call) {
    List<Object> items =
        dossiers.stream()
            .filter(d -> d.waitsFor(person(call.user())))
            .map(d -> (Object) d.task(call.english()))
            .toList();
    return page(items, items.size());
  }

  private Answer dossiers(Call call) {
    if (call.method().equals("POST")) {
      JsonNode body = call.json();
      if (body.path("subject").asText().isBlank()) {
        return problem(
            400,
            "subject-missing",
            "subject",
            call.english() ? "The subject is missing" : "Thiếu trích yếu",
            call.english() ? "A dossier needs one." : "Hồ sơ phải có trích yếu nội dung.",
            call.english() ? "Type it." : "Nhập trích yếu rồi gửi lại.");
      }
      FakeDossier made =
          add(
              body.path("subject").asText(),
              body.path("planYear").asInt(),
              call.user(),
              lines(body.path("addressees")));
      return Answer.json(201, made.view(person(call.user()), call.english()));
    }
    String words = fold(call.query().getOrDefault("q", ""));
    String state = call.query().getOrDefault("state", "");
    List<FakeDossier> found =
        dossiers.stream()
            .filter(d -> fold(d.subject).contains(words))
            .filter(d -> state.isEmpty() || d.state().equals(state))
            .toList();
    return page(
        window(found, call).stream().map(d -> (Object) d.summary(call.english())).toList(),
        found.size());
  }

  private Answer dossier(Call call, String id, String rest) {
    FakeDossier dossier = dossiers.stream().filter(d -> d.id.equals(id)).findFirst().orElse(null);
    if (dossier == null) {
      return unknown();
    }
    if (call.method().equals("PUT")) {
      JsonNode body = call.json();
      dossier.edit(
          body.path("subject").asText(),
          body.path("planYear").asInt(),
          lines(body.path("addressees")));
    }
    if (rest.equals("/letter")) {
      return Answer.json(201, dossier.put(call.body(), person(call.user()), tick()));
    }
    if (rest.equals("/audit")) {
      return Answer.json(200, dossier.audit(person(dossier.drafter)));
    }
    if (rest.startsWith("/documents/")) {
      return Answer.file("application/pdf", "cong-van.pdf", new byte[] {'%', 'P', 'D', 'F'});
    }
    return Answer.json(200, dossier.view(person(call.user()), call.english()));
  }

  private Answer decide(Call call, String task) {
    FakeDossier dossier =
        dossiers.stream().filter(d -> task.equals(d.taskId())).findFirst().orElse(null);
    if (dossier == null) {
      return problem(
          409,
          "task-decided-already",
          null,
          call.english() ? "Decided already" : "Việc đã được xử lý",
          "Nguyễn Thị Hoa đã xử lý việc này: Đạt.",
          "Tải lại danh sách việc để xem bước hiện tại.");
    }
    JsonNode body = call.json();
    dossier.decide(
        person(call.user()), body.path("outcome").asText(), body.path("comment").asText(), tick());
    return Answer.json(200, dossier.afterDecision(call.english()));
  }

  private Answer record(Call call, String id, String rest) {
    return dossiers.stream()
        .filter(d -> id.equals(d.recordId()))
        .findFirst()
        .map(
            d ->
                rest.equals("/content")
                    ? Answer.file(
                        "application/pdf", "cong-van.pdf", new byte[] {'%', 'P', 'D', 'F'})
                    : Answer.json(200, d.record(call.english())))
        .orElseGet(FakeAgency::unknown);
  }

  private Answer registers() {
    boolean any = dossiers.stream().anyMatch(d -> d.recordId() != null);
    return Answer.json(
        200,
        object(
            "items",
            List.of(object("code", "CV", "years", any ? List.of(2026, 2025) : List.of()))));
  }

  private Answer register(Call call, String rest) {
    if (rest.endsWith("/export")) {
      String format = call.query().get("format");
      String text = call.english() ? "Number" : "Số, ký hiệu";
      return Answer.file(
          "application/octet-stream",
          "so-van-ban-di-CV-2026." + format,
          text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    String words = fold(call.query().getOrDefault("q", ""));
    List<FakeDossier> found =
        dossiers.stream()
            .filter(d -> d.recordId() != null && rest.equals("/2026"))
            .filter(d -> fold(d.subject).contains(words))
            .toList();
    return page(
        window(found, call).stream().map(d -> (Object) d.entry(call.english())).toList(),
        found.size());
  }

  private FakeDossier add(String subject, int year, String drafter, List<String> addressees) {
    ids += 1;
    FakeDossier dossier = new FakeDossier("d" + ids, subject, year, drafter, addressees, tick());
    dossiers.add(0, dossier);
    return dossier;
  }

  private Instant tick() {
    now = now.plus(7, ChronoUnit.MINUTES);
    return now;
  }

  private static FakePeople.Person person(String user) {
    return FakePeople.person(user);
  }

  private static <T> List<T> window(List<T> all, Call call) {
    int offset = Integer.parseInt(call.query().getOrDefault("offset", "0"));
    int limit = Integer.parseInt(call.query().getOrDefault("limit", "50"));
    return all.subList(Math.min(offset, all.size()), Math.min(offset + limit, all.size()));
  }

  private static List<String> lines(JsonNode list) {
    List<String> lines = new ArrayList<>();
    list.forEach(line -> lines.add(line.asText()));
    return lines;
  }

  private static String fold(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd');
  }

  private static Answer page(List<Object> items, int total) {
    return Answer.json(200, object("items", items, "total", total));
  }

  private static Answer unknown() {
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
