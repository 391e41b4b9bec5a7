package vn.ttdn.web;

import static vn.ttdn.web.FakeAgency.object;
import static vn.ttdn.web.FakeAgency.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.ttdn.web.FakeAgency.Answer;
import vn.ttdn.web.FakeAgency.Call;
import vn.ttdn.web.FakeDossier.Addressee;
import vn.ttdn.web.FakeFile.Upload;
import vn.ttdn.web.FakePeople.Person;

/** The answers of the {@link FakeAgency}, and the contract's routes for them. */
final class FakeAnswers {
  private final FakeAgency agency;
  private final List<FakeAnswer> all = new ArrayList<>();

  FakeAnswers(FakeAgency agency) {
    this.agency = agency;
  }

  List<FakeAnswer> of(FakeDossier dossier) {
    return all.stream().filter(a -> a.dossier == dossier).toList();
  }

  List<FakeAnswer> waitingFor(Person person) {
    return all.stream().filter(a -> a.waitsFor(person)).toList();
  }

  List<String> missing(FakeDossier dossier) {
    return of(dossier).stream()
        .filter(a -> a.owed() || a.state.equals("MISSING"))
        .map(a -> a.asked.name())
        .distinct()
        .toList();
  }

  void ask(FakeDossier dossier, int round, FakeRegisters.Entry letter, Person clerk) {
    LocalDate due =
        dossier.answersDueOn == null
            ? letter.issuedOn().plusDays(10)
            : LocalDate.parse(dossier.answersDueOn);
    for (Addressee to : dossier.addressees) {
      FakeAnswer answer = new FakeAnswer("a" + (all.size() + 1), dossier, round, to, letter, due);
      answer.happened("ASKED", due, letter.symbol(), clerk, null, agency.tick());
      all.add(answer);
    }
  }

  void reminded(FakeDossier letter, FakeRegisters.Entry entry, Person clerk) {
    for (FakeAnswer a : all) {
      boolean addressed = letter.addressees.stream().anyMatch(t -> t.name().equals(a.asked.name()));
      if (a.dossier.id.equals(letter.letter.planId()) && a.owed() && addressed) {
        a.happened("REMINDED", entry.issuedOn(), entry.symbol(), clerk, null, agency.tick());
      }
    }
  }

  /** The dossier has ended. */
  void close(FakeDossier dossier) {
    of(dossier).stream().filter(FakeAnswer::owed).forEach(a -> a.state = "MISSING");
  }

  FakeAnswer byTask(String task) {
    return all.stream().filter(a -> task.equals(a.taskId())).findFirst().orElse(null);
  }

  Answer list(Call call) {
    Person person = FakePeople.person(call.user());
    List<Map<String, Object>> owed =
        all.stream()
            .filter(a -> a.owed() && a.dossier.readableBy(person))
            .sorted(Comparator.comparing(a -> a.dueOn))
            .map(a -> a.owed(call.english(), agency.today()))
            .toList();
    return Answer.json(200, object("items", owed, "total", owed.size()));
  }

  Answer route(Call call, String id, String rest) {
    FakeAnswer answer = all.stream().filter(a -> a.id.equals(id)).findFirst().orElse(null);
    Person person = FakePeople.person(call.user());
    if (answer == null || !(answer.dossier.readableBy(person) || answer.givenBy(person))) {
      return FakeAgency.unknown();
    }
    return switch (rest) {
      case "" -> view(200, answer, call);
      case "/file" -> put(answer, call);
      case "/extension" -> extend(answer, call);
      case "/notes" -> note(answer, call);
      case "/incoming" -> register(answer, call);
      default -> FakeAgency.pdf(answer.file.newest().name());
    };
  }

  Answer decide(FakeAnswer answer, Call call) {
    JsonNode body = call.json();
    Person person = FakePeople.person(call.user());
    String comment = body.path("comment").asText().strip();
    String outcome = body.path("outcome").asText();
    LocalDate today = agency.today();
    switch (outcome) {
      case "answered" -> {
        if (answer.file.answerVersions().isEmpty()) {
          return problem(
              400,
              "answer-file-missing",
              "file",
              "Thiếu tệp trả lời",
              "Chưa có tệp trả lời (mới).",
              "Tải tệp trả lời lên, hoặc chọn Không có ý kiến.");
        }
        answer.given(false, today, comment, person, agency.tick());
      }
      case "noComment" -> {
        if (answer.asked.unit() == null && comment.isEmpty()) {
          return problem(
              400,
              "no-comment-needs-source",
              "comment",
              "Thiếu căn cứ",
              "Cơ quan ngoài hệ thống: ghi rõ ai cho biết không có ý kiến, khi nào.",
              "Nhập vào ô ý kiến, hoặc đăng ký văn bản trả lời.");
        }
        answer.given(true, today, comment, person, agency.tick());
      }
      default -> answer.examined(outcome.equals("accepted"), comment, today, person, agency.tick());
    }
    return view(200, answer, call);
  }

  private Answer view(int status, FakeAnswer answer, Call call) {
    return Answer.json(
        status, answer.view(FakePeople.person(call.user()), call.english(), agency.today()));
  }

  private Answer put(FakeAnswer answer, Call call) {
    Upload upload = Upload.of(call.body());
    answer.file.add(upload.name(), upload.size(), FakePeople.person(call.user()), agency.tick());
    return Answer.json(
        201,
        object("name", upload.name(), "version", answer.file.version(), "sha256", FakeFile.HASH));
  }

  private Answer extend(FakeAnswer answer, Call call) {
    JsonNode body = call.json();
    if (body.path("reason").asText().isBlank()) {
      return problem(
          400,
          "extension-reason-missing",
          "reason",
          "Thiếu lý do gia hạn",
          "Gia hạn phải ghi lý do.",
          "Nhập lý do.");
    }
    LocalDate day = agency.day(body.path("dueOn").asText());
    if (day == null || !day.isAfter(answer.dueOn) || day.isBefore(agency.today())) {
      return problem(
          400,
          "extension-invalid",
          "dueOn",
          "Hạn mới không hợp lệ",
          body.path("dueOn").asText() + " không sau hạn hiện tại, hoặc đã qua.",
          "Chọn một ngày muộn hơn hạn hiện tại và chưa qua.");
    }
    answer.dueOn = day;
    answer.happened(
        "EXTENDED",
        day,
        body.path("reason").asText(),
        FakePeople.person(call.user()),
        null,
        agency.tick());
    return view(200, answer, call);
  }

  private Answer note(FakeAnswer answer, Call call) {
    JsonNode body = call.json();
    if (body.path("text").asText().isBlank()) {
      return problem(
          400, "note-missing", "text", "Thiếu nội dung", "Chưa có nội dung.", "Nhập nội dung.");
    }
    answer.happened(
        "NOTE",
        agency.day(body.path("on").asText()),
        body.path("text").asText(),
        FakePeople.person(call.user()),
        null,
        agency.tick());
    return view(201, answer, call);
  }

  private Answer register(FakeAnswer answer, Call call) {
    Upload upload = Upload.of(call.body());
    Map<String, String> fields = upload.fields();
    LocalDate arrived = agency.day(fields.getOrDefault("arrivedOn", ""));
    LocalDate issued = agency.day(fields.getOrDefault("issuedOn", ""));
    if (arrived == null || issued == null) {
      String field = arrived == null ? "arrivedOn" : "issuedOn";
      return problem(
          400,
          "day-invalid",
          field,
          "Ngày không hợp lệ",
          "“" + fields.getOrDefault(field, "") + "” không phải là ngày.",
          "Nhập ngày theo dạng 05/09/2026.");
    }
    Person clerk = FakePeople.person(call.user());
    answer.file.add(upload.name(), upload.size(), clerk, agency.tick());
    FakeRegisters.Incoming entry =
        agency
            .registers()
            .register(
                answer,
                arrived,
                issued,
                fields.getOrDefault("symbol", ""),
                fields.getOrDefault("subject", answer.dossier.subject),
                clerk);
    answer.incoming.add(entry);
    answer.given(false, arrived, "", clerk, agency.tick());
    return Answer.json(201, entry.view());
  }
}
