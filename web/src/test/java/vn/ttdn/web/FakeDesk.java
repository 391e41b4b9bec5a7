package vn.ttdn.web;

import static vn.ttdn.web.FakeAgency.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ttdn.web.FakeAgency.Answer;
import vn.ttdn.web.FakeAgency.Call;
import vn.ttdn.web.FakeDossier.Addressee;
import vn.ttdn.web.FakeDossier.Letter;
import vn.ttdn.web.FakeFile.Upload;
import vn.ttdn.web.FakePeople.Person;

/** What is done with dossiers of the {@link FakeAgency}: by the page, and behind its back. */
final class FakeDesk {
  private static final Pattern PUT = Pattern.compile("/(documents|signed)/(\\w+)");
  private static final Pattern WITH_ADDRESS = Pattern.compile("([^<>]*)<([^<>]*)>");

  private final FakeAgency agency;

  FakeDesk(FakeAgency agency) {
    this.agency = agency;
  }

  /** Puts dossiers there that somebody else has opened. */
  void fill(int count) {
    synchronized (agency) {
      for (int i = 1; i <= count; i++) {
        begin("Đề nghị đề xuất nội dung Kế hoạch đợt " + i, "chuyenvien2");
      }
    }
  }

  /** A dossier with a letter to a unit and to a body outside. */
  FakeDossier begin(String subject, String drafter) {
    synchronized (agency) {
      FakeDossier d = agency.add(null, subject, drafter);
      d.year = 2027;
      d.addressees =
          List.of(
              new Addressee("NVDP", "Phòng Nghiệp vụ - Điều phối", null),
              new Addressee(null, "Vụ Hợp tác quốc tế", "htqt@mic.gov.vn"),
              new Addressee(null, "Báo Thế giới và Việt Nam", null));
      return d;
    }
  }

  /** Moves a dossier behind the page's back, as a colleague would. */
  void decide(FakeDossier d, String user, String outcome, String comment) {
    synchronized (agency) {
      Person person = FakePeople.person(user);
      if (outcome.equals("issued")) {
        issued(d, person, 0, agency.today(), "Đỗ Minh Tuấn", "CỤC TRƯỞNG");
      }
      d.decide(person, outcome, comment, agency.tick());
    }
  }

  /** Takes a dossier through its round: drafts, reviews, and issues with a signed file. */
  void round(FakeDossier d) {
    synchronized (agency) {
      int before = d.round;
      draft(d);
      decide(d, d.drafter, "submitted", "");
      decide(d, "truongphong", "accepted", "Đồng ý trình Lãnh đạo Cục.");
      decide(d, "cuctruong", "accepted", "");
      sign(d, "vanthu");
      decide(d, "vanthu", "issued", "");
      if (before == 3) {
        decide(d, "thutruong", "accepted", "");
      }
    }
  }

  /** Hands in whatever the round needs. */
  void draft(FakeDossier d) {
    synchronized (agency) {
      for (String kind : d.needed()) {
        String name = kind.toLowerCase().replace('_', '-') + ".docx";
        d.put(kind, false, name, 40_000, FakePeople.person(d.drafter), agency.tick());
      }
    }
  }

  void sign(FakeDossier d, String user) {
    synchronized (agency) {
      for (String kind : d.toSign()) {
        String name = kind.toLowerCase().replace('_', '-') + "-da-ky.pdf";
        d.put(kind, true, name, 90_000, FakePeople.person(user), agency.tick());
      }
    }
  }

  Answer open(Call call) {
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
    String drafter = body.path("drafter").asText("");
    FakeDossier made =
        agency.add(null, body.path("subject").asText(), drafter.isEmpty() ? call.user() : drafter);
    edit(made, body);
    made.direction = body.path("direction").asText("");
    made.urgency = body.path("urgency").asText("NORMAL");
    made.dueOn = text(body, "dueOn");
    return view(201, made, call);
  }

  private void edit(FakeDossier d, JsonNode body) {
    d.subject = body.path("subject").asText();
    d.year = body.path("planYear").asInt();
    d.answersDueOn = text(body, "answersDueOn");
    List<Addressee> to = new ArrayList<>();
    body.path("addressees").forEach(line -> to.add(addressee(line.asText())));
    d.addressees = to;
  }

  private static Addressee addressee(String line) {
    Matcher m = WITH_ADDRESS.matcher(line);
    if (m.matches()) {
      return new Addressee(null, m.group(1).strip(), m.group(2).strip());
    }
    return FakePeople.units().stream()
        .filter(u -> u.level().equals("UNIT") && u.name().vi().equals(line))
        .findFirst()
        .map(u -> new Addressee(u.code(), line, null))
        .orElse(new Addressee(null, line, null));
  }

  private static String text(JsonNode body, String field) {
    String text = body.path(field).asText("");
    return text.isEmpty() ? null : text;
  }

  Answer route(Call call, FakeDossier d, String rest) {
    Matcher put = PUT.matcher(rest);
    if (put.matches()) {
      Upload upload = Upload.of(call.body());
      FakeFile file =
          d.put(
              put.group(2),
              put.group(1).equals("signed"),
              upload.name(),
              upload.size(),
              call.person(),
              agency.tick());
      Map<String, Object> stored = file.stored(call.english());
      if (put.group(1).equals("signed")) {
        stored.put("comparison", FakeFile.comparison(upload.name(), call.english()));
      }
      return Answer.json(201, stored);
    }
    FakeViews views = new FakeViews(agency, call.english());
    switch (rest) {
      case "" -> {
        edit(d, call.json());
        return view(200, d, call);
      }
      case "/audit" -> {
        return Answer.json(200, views.audit(d));
      }
      case "/seen" -> {
        d.seenBy(call.person());
        return Answer.json(200, views.summary(d));
      }
      case "/assignment" -> {
        return assign(call, d);
      }
      case "/withdrawal" -> d.decide(call.person(), "withdrawn", "", agency.tick());
      case "/cancellation" -> {
        String reason = call.json().path("reason").asText();
        if (reason.isBlank()) {
          return reasonMissing();
        }
        d.decide(call.person(), "cancelled", reason, agency.tick());
        agency.answers().close(d);
      }
      case "/hold" -> {
        return agency.keeping().hold(call, d);
      }
      case "/reminders" -> {
        return remind(call, d);
      }
      default -> {
        return FakeAgency.unknown();
      }
    }
    return Answer.json(200, views.afterDecision(d));
  }

  private Answer view(int status, FakeDossier d, Call call) {
    return Answer.json(status, new FakeViews(agency, call.english()).dossier(d, call.person()));
  }

  private static Answer reasonMissing() {
    return problem(
        400,
        "reason-missing",
        "comment",
        "Thiếu lý do",
        "Trả lại văn bản phải kèm lý do.",
        "Ghi lý do vào ô ý kiến rồi gửi lại.");
  }

  private Answer assign(Call call, FakeDossier d) {
    JsonNode body = call.json();
    LocalDate due = agency.day(body.path("dueOn").asText());
    if (due != null && due.isBefore(agency.today())) {
      return problem(
          400,
          "due-day-past",
          "dueOn",
          "Hạn đã qua",
          due + " đã qua.",
          "Chọn ngày từ hôm nay trở đi.");
    }
    d.assign(
        body.path("drafter").asText(),
        body.path("direction").asText(),
        body.path("urgency").asText(),
        text(body, "dueOn"),
        agency.tick());
    return view(200, d, call);
  }

  private Answer remind(Call call, FakeDossier plan) {
    JsonNode body = call.json();
    List<String> ids = new ArrayList<>();
    body.path("answers").forEach(id -> ids.add(id.asText()));
    List<FakeAnswer> late =
        agency.answers().of(plan).stream()
            .filter(a -> ids.contains(a.id) && a.late(agency.today()))
            .toList();
    Letter letter = new Letter(plan.id, late.get(0).round, "REMINDER", null);
    FakeDossier d = agency.add(letter, body.path("subject").asText(), call.user());
    d.year = plan.year;
    d.addressees = late.stream().map(a -> a.asked).toList();
    return view(201, d, call);
  }

  Answer mend(Call call, String record) {
    JsonNode body = call.json();
    FakeRegisters.Entry entry = agency.registers().byRecord(record).orElseThrow();
    FakeDossier of = entry.dossier();
    String plan = of.letter == null ? of.id : of.letter.planId();
    Letter letter = new Letter(plan, entry.round(), body.path("purpose").asText(), record);
    FakeDossier d = agency.add(letter, body.path("subject").asText(), call.user());
    d.year = of.year;
    d.addressees = entry.addressees();
    return view(201, d, call);
  }

  Answer decide(Call call, String task) {
    FakeAnswer answer = agency.answers().byTask(task);
    if (answer != null) {
      return agency.answers().decide(answer, call);
    }
    FakeDossier d =
        agency.dossiers().stream().filter(o -> task.equals(o.taskId())).findFirst().orElse(null);
    if (d == null) {
      return problem(
          409,
          "task-decided-already",
          null,
          call.english() ? "Decided already" : "Việc đã được xử lý",
          "Nguyễn Thị Hoa đã xử lý việc này: Đạt.",
          "Tải lại danh sách việc để xem bước hiện tại.");
    }
    JsonNode body = call.json();
    String outcome = body.path("outcome").asText();
    if (outcome.equals("issued")) {
      Answer refused = issue(d, body, call.person());
      if (refused != null) {
        return refused;
      }
    }
    d.owing = agency.answers().missing(d);
    d.decide(call.person(), outcome, body.path("comment").asText(), agency.tick());
    if (d.step == null && d.letter == null) {
      agency.answers().close(d);
    }
    return Answer.json(200, new FakeViews(agency, call.english()).afterDecision(d));
  }

  private Answer issue(FakeDossier d, JsonNode body, Person clerk) {
    if (d.toSign().stream().anyMatch(kind -> d.signed(kind) == null)) {
      return problem(
          400,
          "signed-file-missing",
          "signedFile",
          "Thiếu bản đã ký",
          "Chưa đính kèm bản đã ký sau khi Lãnh đạo duyệt.",
          "Đính kèm tệp PDF đã ký hoặc bản quét có dấu rồi phát hành.");
    }
    boolean lacks = d.addressees.stream().anyMatch(a -> a.unit() == null && a.email() == null);
    boolean slip = d.issues().equals("SUBMISSION_SLIP");
    if (lacks && !slip && !body.path("onPaper").asBoolean(false)) {
      return problem(
          400,
          "addressee-without-address",
          "onPaper",
          "Nơi nhận không có địa chỉ",
          "Không có địa chỉ thư điện tử của: Báo Thế giới và Việt Nam.",
          "Thêm địa chỉ trong hồ sơ (Tên <thu@dia.chi>), hoặc xác nhận gửi bản giấy.");
    }
    String typed = body.path("number").asText("").replaceAll("\\D.*", "");
    long number = typed.isEmpty() ? 0 : Long.parseLong(typed);
    if (number > 0 && agency.registers().taken(number)) {
      return problem(
          400,
          "number-taken",
          "number",
          "Số đã dùng",
          "Số " + number + "/QĐ-BTTTT đã được dùng ngày 23/11/2026.",
          "Kiểm tra lại số trên văn bản.");
    }
    LocalDate day = agency.day(body.path("issuedOn").asText());
    issued(
        d,
        clerk,
        number,
        day == null ? agency.today() : day,
        body.path("signerName").asText("Đỗ Minh Tuấn"),
        body.path("signerPosition").asText("CỤC TRƯỞNG"));
    return null;
  }

  /** Gives the number, and asks who is to answer. */
  private void issued(
      FakeDossier d, Person clerk, long number, LocalDate day, String signer, String position) {
    FakeRegisters.Entry entry = agency.registers().issue(d, number, day, signer, position, clerk);
    if (d.letter == null && d.round < 3) {
      agency.answers().ask(d, d.round, entry, clerk);
    }
    if (d.letter != null && d.letter.purpose().equals("REMINDER")) {
      agency.answers().reminded(d, entry, clerk);
    }
  }
}
