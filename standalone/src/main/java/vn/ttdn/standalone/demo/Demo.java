package vn.ttdn.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ttdn.core.audit.Sha256;
import vn.ttdn.core.text.Dates;

/**
 * A plan through all its steps (QT.TTĐN.03, 6.2.1–6.2.13) on the sample documents and by the sample
 * people: a return at each review, one refusal by the Ministry, one late answer and one unit that
 * never answers. A line for each step; then it looks whether everything really is issued, numbered
 * and frozen.
 */
public final class Demo {
  private static final String LINE = "%-6s %-16s %-18s %-14s %s%n";
  private static final String LATE = "Trung tâm Báo chí và Hợp tác truyền thông quốc tế";
  private static final String MISSING = "Vụ Hợp tác quốc tế";

  private final String origin;
  private final String password;
  private final Path samples;
  private final DemoClock clock;
  private final PrintStream out;
  private final Map<String, Visitor> visitors = new HashMap<>();
  private final Map<String, Path> signed = new HashMap<>();
  private String dossier;

  /**
   * A demo against a running host.
   *
   * @param origin where the host listens, e.g. {@code http://127.0.0.1:8080}
   * @param password the sample people's
   * @param samples the folder of the sample documents
   * @param clock the host's
   */
  public Demo(String origin, String password, Path samples, DemoClock clock, PrintStream out) {
    this.origin = origin;
    this.password = password;
    this.samples = samples;
    this.clock = clock;
    this.out = out;
  }

  /** Runs it; false if anything went otherwise, with the reason printed. */
  public boolean run() {
    try {
      play();
      return true;
    } catch (DemoFailure | IOException e) {
      out.println("KHÔNG ĐẠT / FAILED: " + e.getMessage());
      return false;
    }
  }

  private void play() throws IOException {
    out.printf(LINE, "Bước", "Vai trò", "Người", "Kết quả", "");
    open();
    roundOne();
    answersToRoundOne();
    roundTwo();
    answersToRoundTwo();
    roundThree();
    verify();
  }

  private void open() {
    int year = Dates.dayOf(clock.instant()).getYear() + 1;
    dossier =
        as("chuyenvien")
            .create(
                "/dossiers",
                Map.of(
                    "subject",
                    "Đề nghị đề xuất nội dung Kế hoạch thông tin đối ngoại của Bộ năm " + year,
                    "planYear",
                    year,
                    "unit",
                    "PTTDN",
                    "answersDueOn",
                    today().plusDays(2).toString(),
                    "addressees",
                    List.of("NVDP", "TTBC", MISSING + " <htqt@bo.example>")))
            .path("id")
            .asText();
  }

  private void roundOne() throws IOException {
    hand("OFFICIAL_LETTER", "cong-van-de-nghi-de-xuat.docx");
    decide("chuyenvien", "submitted", "");
    decide("truongphong", "returned", "Bổ sung thời hạn các đơn vị gửi đề xuất.");
    hand("OFFICIAL_LETTER", "cong-van-de-nghi-de-xuat-lan-2.docx");
    decide("chuyenvien", "submitted", "");
    decide("truongphong", "accepted", "Đồng ý trình Lãnh đạo Cục.");
    decide("cuctruong", "returned", "Nêu rõ đầu mối tiếp nhận đề xuất.");
    hand("OFFICIAL_LETTER", "cong-van-de-nghi-de-xuat.pdf");
    decide("chuyenvien", "submitted", "");
    decide("truongphong", "accepted", "");
    decide("cuctruong", "accepted", "Đồng ý ban hành.");
    decide("vanthu", "returned", "Sai thể thức phần nơi nhận.");
    hand("OFFICIAL_LETTER", "cong-van-de-nghi-de-xuat-lan-2.docx");
    reviewed();
    issue("vanthu", "OFFICIAL_LETTER", "cong-van-de-nghi-de-xuat-da-ky.pdf", Map.of());
  }

  private void answersToRoundOne() throws IOException {
    answer("cvnghiepvu", "answered");
    clock.pass(Duration.ofDays(4));
    answer("cvbaochi", "answered");
    clock.pass(Duration.ofDays(1));
    for (JsonNode answer : as("chuyenvien").get(path()).path("answers")) {
      if (answer.path("state").path("code").asText().equals("RECEIVED")) {
        decideAnswer("chuyenvien", answer.path("id").asText(), "accepted");
      }
    }
  }

  private void roundTwo() throws IOException {
    hand("DECISION", "quyet-dinh.docx");
    hand("PLAN", "ke-hoach.docx");
    hand("COMMENT_LETTER", "cong-van-xin-y-kien.docx");
    decide("chuyenvien", "submitted", "Chưa có đề xuất của " + MISSING + ".");
    decide("truongphong", "returned", "Rà lại phân công nhiệm vụ.");
    decide("chuyenvien", "submitted", "");
    decide("truongphong", "accepted", "");
    decide("cuctruong", "returned", "Làm rõ thời hạn góp ý.");
    reviewed();
    decide("vanthu", "returned", "Thiếu nơi nhận.");
    reviewed();
    issue("vanthu", "COMMENT_LETTER", "cong-van-xin-y-kien-da-ky.pdf", Map.of());
  }

  private void answersToRoundTwo() throws IOException {
    answer("tpnghiepvu", "noComment");
    answer("gdbaochi", "noComment");
  }

  private void roundThree() throws IOException {
    clock.pass(Duration.ofDays(2));
    hand("SUBMISSION_SLIP", "phieu-trinh.docx");
    decide("chuyenvien", "submitted", "");
    decide("truongphong", "returned", "Nêu rõ tiếp thu ý kiến.");
    decide("chuyenvien", "submitted", "");
    decide("truongphong", "accepted", "");
    decide("cuctruong", "returned", "Bổ sung căn cứ.");
    reviewed();
    decide("vanthu", "returned", "Thiếu trang phụ lục.");
    reviewed();
    issue("vanthu", "SUBMISSION_SLIP", "phieu-trinh-da-ky.pdf", Map.of());
    decide("thutruong", "returned", "Làm rõ nguồn kinh phí.");
    hand("SUBMISSION_SLIP", "phieu-trinh-lan-2.docx");
    reviewed();
    issue("vanthu", "SUBMISSION_SLIP", "phieu-trinh-lan-2-da-ky.pdf", Map.of());
    decide("thutruong", "accepted", "Đồng ý ban hành.");
    attach("vanthubo", "PLAN", "ke-hoach-da-ky.pdf");
    issue(
        "vanthubo",
        "DECISION",
        "quyet-dinh-da-ky.pdf",
        Map.of("number", freeNumber(), "issuedOn", today().toString()));
  }

  /** The Ministry's clerk reads it off the paper; in a demo that ran here before it is taken. */
  private String freeNumber() {
    Set<Long> taken = new HashSet<>();
    JsonNode register = as("vanthu").get("/registers/QD/" + today().getYear() + "?limit=200");
    register.path("items").forEach(e -> taken.add(e.path("number").asLong()));
    long number = 1495;
    while (taken.contains(number)) {
      number++;
    }
    return Long.toString(number);
  }

  /** Handed in, accepted by the head, accepted by the leader. */
  private void reviewed() {
    decide("chuyenvien", "submitted", "");
    decide("truongphong", "accepted", "");
    decide("cuctruong", "accepted", "");
  }

  private void hand(String kind, String name) throws IOException {
    JsonNode stored = as("chuyenvien").upload(path() + "/documents/" + kind, samples.resolve(name));
    out.printf("       %s, v%s%n", name, stored.path("version").asText());
  }

  private void attach(String userName, String kind, String name) throws IOException {
    Path file = samples.resolve(name);
    JsonNode stored = as(userName).upload(path() + "/signed/" + kind, file);
    String verdict = stored.path("comparison").path("verdict").path("code").asText();
    require(verdict.equals("SAME"), "đúng văn bản đã duyệt / what was approved: " + name);
    signed.put(kind, file);
  }

  private void issue(String userName, String kind, String name, Map<String, Object> form)
      throws IOException {
    attach(userName, kind, name);
    decide(userName, "issued", "", form);
  }

  private void decide(String userName, String outcome, String comment) {
    decide(userName, outcome, comment, Map.of());
  }

  private void decide(String userName, String outcome, String comment, Map<String, Object> form) {
    Visitor visitor = as(userName);
    String task = visitor.get(path()).path("task").path("id").asText();
    Map<String, Object> body = new HashMap<>(form);
    body.put("outcome", outcome);
    body.put("comment", comment);
    JsonNode after = visitor.create("/tasks/" + task + "/decision", body);
    JsonNode decisions = as("chuyenvien").get(path()).path("decisions");
    JsonNode last = decisions.path(decisions.size() - 1);
    out.printf(
        LINE,
        last.path("step").path("clause").asText(),
        last.path("role").path("label").asText(),
        last.path("person").path("fullName").asText(),
        last.path("outcome").path("label").asText(),
        outcome.equals("issued") ? lastSymbol(after) : comment);
  }

  private static String lastSymbol(JsonNode dossier) {
    String symbol = "";
    for (JsonNode record : dossier.path("records")) {
      String here = record.path("register").path("symbol").asText();
      symbol = here.isEmpty() ? symbol : here;
    }
    return symbol;
  }

  /** An asked unit answers: with a file, or without comment. */
  private void answer(String userName, String outcome) throws IOException {
    Visitor visitor = as(userName);
    for (JsonNode task : visitor.get("/tasks").path("items")) {
      JsonNode answer = task.path("answer");
      if (answer.path("dossierId").asText().equals(dossier)) {
        String id = answer.path("id").asText();
        if (outcome.equals("answered")) {
          visitor.upload("/answers/" + id + "/file", samples.resolve("tra-loi-don-vi.docx"));
        }
        decideAnswer(userName, id, outcome);
        return;
      }
    }
    throw new DemoFailure("không có yêu cầu trả lời / nothing to answer: " + userName);
  }

  private void decideAnswer(String userName, String id, String outcome) {
    Visitor visitor = as(userName);
    String task = visitor.get("/answers/" + id).path("task").path("id").asText();
    JsonNode after = visitor.create("/tasks/" + task + "/decision", Map.of("outcome", outcome));
    out.printf(
        "       %s: %s%s%n",
        after.path("asked").path("name").asText(),
        after.path("state").path("label").asText(),
        after.path("late").asBoolean() ? " (trễ hạn / late)" : "");
  }

  /** Believes nothing that was answered on the way: asks again, as somebody else. */
  private void verify() throws IOException {
    JsonNode found = as("truongphong").get(path());
    require(found.path("state").path("code").asText().equals("ISSUED"), "đã phát hành / issued");
    verifyNumbers(found);
    verifyContents(found);
    verifyAnswers(found);
    require(refused(), "đã khoá, không nhận phiên bản mới / frozen");
    require(
        as("truongphong").get(path() + "/audit").path("whole").asBoolean(),
        "nhật ký toàn vẹn / audit chain intact");
  }

  private void verifyNumbers(JsonNode found) {
    List<String> symbols = new ArrayList<>();
    for (JsonNode record : found.path("records")) {
      JsonNode entry = record.path("register");
      if (!entry.isMissingNode()) {
        String symbol = entry.path("symbol").asText();
        symbols.add(symbol);
        String register =
            "/registers/" + entry.path("register").asText() + "/" + entry.path("year").asText();
        long listed = 0;
        for (JsonNode item : as("vanthu").get(register + "?limit=200").path("items")) {
          listed += item.path("symbol").asText().equals(symbol) ? 1 : 0;
        }
        require(listed == 1, "có số trong sổ / numbered: " + symbol);
      }
    }
    require(
        symbols.size() == 5 && new HashSet<>(symbols).size() == 5,
        "năm số khác nhau, phiếu trình hai số / five numbers, two of them of slips");
  }

  private void verifyContents(JsonNode found) throws IOException {
    Map<String, JsonNode> last = new HashMap<>();
    for (JsonNode record : found.path("records")) {
      last.put(record.path("kind").path("code").asText(), record);
    }
    for (Map.Entry<String, Path> issued : signed.entrySet()) {
      byte[] original = Files.readAllBytes(issued.getValue());
      JsonNode record = last.get(issued.getKey());
      byte[] content =
          as("truongphong").bytes("/records/" + record.path("id").asText() + "/content");
      require(
          Arrays.equals(content, original)
              && record.path("sha256").asText().equals(Sha256.hex(original)),
          "đúng từng byte đã ký / the bytes that were signed: " + issued.getKey());
    }
  }

  private void verifyAnswers(JsonNode found) {
    boolean late = false;
    for (JsonNode answer : found.path("answers")) {
      late |=
          answer.path("round").asInt() == 1
              && answer.path("asked").path("name").asText().equals(LATE)
              && answer.path("late").asBoolean();
    }
    require(late, "một trả lời trễ hạn / one late answer: " + LATE);
    JsonNode missing = found.path("withoutAnswer");
    require(
        missing.size() == 1 && missing.path(0).asText().equals(MISSING),
        "một nơi không trả lời / one that never answered: " + MISSING);
  }

  private boolean refused() throws IOException {
    try {
      as("chuyenvien").upload(path() + "/documents/PLAN", samples.resolve("ke-hoach.docx"));
      return false;
    } catch (DemoFailure e) {
      return e.getMessage().contains("not-in-this-state");
    }
  }

  private void require(boolean holds, String what) {
    if (!holds) {
      throw new DemoFailure(what);
    }
    out.println("ĐẠT / OK  " + what);
  }

  private String path() {
    return "/dossiers/" + dossier;
  }

  private LocalDate today() {
    return Dates.dayOf(clock.instant());
  }

  private Visitor as(String userName) {
    return visitors.computeIfAbsent(userName, name -> new Visitor(origin, name, password));
  }
}
