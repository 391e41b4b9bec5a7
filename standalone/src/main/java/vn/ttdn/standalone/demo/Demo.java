package vn.ttdn.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ttdn.core.audit.Sha256;
import vn.ttdn.core.text.Dates;

/**
 * Round one of a plan (QT.TTĐN.03, 6.2.1–6.2.4) with a return at each review, on the sample letters
 * and by the sample people. A line for each step; then it looks whether the letter really is
 * issued, numbered and frozen.
 */
public final class Demo {
  private static final String LINE = "%-6s %-16s %-18s %-12s %s%n";

  private final String origin;
  private final String password;
  private final Path samples;
  private final Clock clock;
  private final PrintStream out;
  private final Map<String, Visitor> visitors = new HashMap<>();
  private String dossier;

  /**
   * A demo against a running host.
   *
   * @param origin where the host listens, e.g. {@code http://127.0.0.1:8080}
   * @param password the sample people's
   * @param samples the folder of the sample letters
   */
  public Demo(String origin, String password, Path samples, Clock clock, PrintStream out) {
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
    Path first = samples.resolve("cong-van-de-nghi-de-xuat.docx");
    Path second = samples.resolve("cong-van-de-nghi-de-xuat-lan-2.docx");
    Path third = samples.resolve("cong-van-de-nghi-de-xuat.pdf");
    out.printf(LINE, "Bước", "Vai trò", "Người", "Kết quả", "");
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
                    "addressees",
                    List.of("NVDP", "TTBC", "Vụ Hợp tác quốc tế")))
            .path("id")
            .asText();
    hand(first);
    decide("chuyenvien", "submitted", "");
    decide("truongphong", "returned", "Bổ sung thời hạn các đơn vị gửi đề xuất.");
    hand(second);
    decide("chuyenvien", "submitted", "");
    decide("truongphong", "accepted", "Đồng ý trình Lãnh đạo Cục.");
    decide("cuctruong", "returned", "Nêu rõ đầu mối tiếp nhận đề xuất.");
    hand(third);
    decide("chuyenvien", "submitted", "");
    decide("truongphong", "accepted", "");
    decide("cuctruong", "accepted", "Đồng ý ban hành.");
    decide("vanthu", "returned", "Sai thể thức phần nơi nhận.");
    hand(second);
    decide("chuyenvien", "submitted", "");
    decide("truongphong", "accepted", "");
    decide("cuctruong", "accepted", "");
    decide("vanthu", "issued", "");
    verify(second);
  }

  private void hand(Path letter) throws IOException {
    JsonNode stored = as("chuyenvien").upload("/dossiers/" + dossier + "/letter", letter);
    out.printf("       %s, v%s%n", letter.getFileName(), stored.path("version").asText());
  }

  private void decide(String userName, String outcome, String comment) {
    Visitor visitor = as(userName);
    String task = visitor.get("/dossiers/" + dossier).path("task").path("id").asText();
    JsonNode after =
        visitor.create(
            "/tasks/" + task + "/decision", Map.of("outcome", outcome, "comment", comment));
    JsonNode decisions = as("chuyenvien").get("/dossiers/" + dossier).path("decisions");
    JsonNode last = decisions.path(decisions.size() - 1);
    String symbol = after.path("records").path(0).path("register").path("symbol").asText();
    out.printf(
        LINE,
        last.path("step").path("clause").asText(),
        last.path("role").path("label").asText(),
        last.path("person").path("fullName").asText(),
        last.path("outcome").path("label").asText(),
        symbol.isEmpty() ? comment : symbol);
  }

  /** Believes nothing that was answered on the way: asks again, as somebody else. */
  private void verify(Path letter) throws IOException {
    byte[] original = Files.readAllBytes(letter);
    JsonNode found = as("truongphong").get("/dossiers/" + dossier);
    require(found.path("state").path("code").asText().equals("ISSUED"), "đã phát hành / issued");
    require(found.path("records").size() == 1, "một văn bản / one record");
    JsonNode record = found.path("records").path(0);
    JsonNode entry = record.path("register");
    String symbol = entry.path("symbol").asText();
    JsonNode register =
        as("vanthu").get("/registers/CV/" + entry.path("year").asText() + "?limit=200");
    long listed = 0;
    for (JsonNode item : register.path("items")) {
      listed += item.path("symbol").asText().equals(symbol) ? 1 : 0;
    }
    require(!symbol.isEmpty() && listed == 1, "có số trong sổ / numbered: " + symbol);
    String content = "/records/" + record.path("id").asText() + "/content";
    require(
        Arrays.equals(as("truongphong").bytes(content), original)
            && record.path("sha256").asText().equals(Sha256.hex(original)),
        "đúng từng byte đã duyệt / the bytes that were approved");
    require(refused(letter), "đã khoá, không nhận phiên bản mới / frozen");
    require(
        as("truongphong").get("/dossiers/" + dossier + "/audit").path("whole").asBoolean(),
        "nhật ký toàn vẹn / audit chain intact");
  }

  private boolean refused(Path letter) throws IOException {
    try {
      as("chuyenvien").upload("/dossiers/" + dossier + "/letter", letter);
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

  private Visitor as(String userName) {
    return visitors.computeIfAbsent(userName, name -> new Visitor(origin, name, password));
  }
}
