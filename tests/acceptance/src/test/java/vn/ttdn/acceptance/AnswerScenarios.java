package vn.ttdn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.acceptance.Client.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.ttdn.acceptance.HostUnderTest.Who;

/** What is asked of units after 6.2.4 and 6.2.8, and what comes of it. */
class AnswerScenarios {
  private static final String OUTSIDE = "Vụ Hợp tác quốc tế";

  private final HostUnderTest host = HostUnderTest.get();

  @Test
  void aUnitOfTheHouseAnswersInItsOwnTasksWithAFile() throws Exception {
    Round round = asked();
    String answer = answer(round, "Phòng Nghiệp vụ - Điều phối");
    assertThat(host.as(Who.PRESS).get("/answers/" + answer).status()).isEqualTo(404);
    String task = task(Who.STRANGER, answer);
    assertThat(decide(Who.STRANGER, task, "answered", "").problem())
        .isEqualTo("answer-file-missing");
    Reply stored =
        host.as(Who.STRANGER)
            .upload("/answers/" + answer + "/file", "Trả lời.docx", Letters.answer());
    assertThat(stored.status()).as(stored.text()).isEqualTo(201);
    Reply answered = decide(Who.STRANGER, task, "answered", "Gửi đề xuất.");
    assertThat(answered.status()).as(answered.text()).isEqualTo(200);
    assertThat(state(answer)).isEqualTo("RECEIVED");
    String version = stored.json().path("version").asText();
    assertThat(
            host.as(Who.SPECIALIST)
                .get("/answers/" + answer + "/versions/" + version + "/content")
                .bytes())
        .isEqualTo(Letters.answer());

    String judged = task(Who.SPECIALIST, answer);
    assertThat(decide(Who.SPECIALIST, judged, "returned", "").problem())
        .isEqualTo("reason-missing");
    decide(Who.SPECIALIST, judged, "returned", "Thiếu kinh phí dự kiến.");
    assertThat(state(answer)).isEqualTo("NOT_AS_ASKED");
    assertThat(story(answer).path("reason").asText()).isEqualTo("Thiếu kinh phí dự kiến.");
    host.as(Who.STRANGER).upload("/answers/" + answer + "/file", "Lần 2.docx", Letters.answer());
    decide(Who.STRANGER, task(Who.STRANGER, answer), "answered", "");
    decide(Who.SPECIALIST, task(Who.SPECIALIST, answer), "accepted", "");
    assertThat(state(answer)).isEqualTo("COMPLETED");
    assertThat(story(answer).path("versions")).hasSize(2);
  }

  @Test
  void noCommentIsOneDecisionAndNeedsNoFile() {
    Round round = asked().until("s6_2_9_finishPlan");
    String answer = answer(round, "Phòng Nghiệp vụ - Điều phối", 2);
    Reply reply = decide(Who.STRANGERS_HEAD, task(Who.STRANGERS_HEAD, answer), "noComment", "");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(story(answer).path("noComment").asBoolean()).isTrue();
    assertThat(state(answer)).isIn("RECEIVED", "COMPLETED");
  }

  @Test
  void theClerkRegistersTheAnswerOfABodyWithoutAccount() {
    Round round = asked();
    String answer = answer(round, OUTSIDE);
    String today = host.as(Who.CLERK).get("/me").json().path("today").asText();
    String place = "/answers/" + answer + "/incoming?symbol=12/HTQT&subject=Tra%20loi&round=";
    String days = "&arrivedOn=" + today + "&issuedOn=" + today;
    assertThat(incoming(Who.SPECIALIST, place + 1 + days).status()).isGreaterThanOrEqualTo(400);
    assertThat(incoming(Who.CLERK, place + 2 + days).problem())
        .isEqualTo("answer-of-another-round");
    String tomorrow = LocalDate.parse(today).plusDays(1).toString();
    assertThat(
            incoming(Who.CLERK, place + "1&arrivedOn=" + tomorrow + "&issuedOn=" + today).problem())
        .isEqualTo("arrival-day-invalid");
    Reply registered = incoming(Who.CLERK, place + 1 + days);
    assertThat(registered.status()).as(registered.text()).isEqualTo(201);
    long number = registered.json().path("number").asLong();
    assertThat(number).isPositive();
    String book =
        host.as(Who.CLERK)
            .get("/incoming/" + today.substring(0, 4) + "?q=" + Client.encode("12/HTQT"))
            .text();
    assertThat(book).contains("\"number\":" + number, "12/HTQT", round.id());
    assertThat(state(answer)).isEqualTo("RECEIVED");
  }

  @Test
  void theDayIsMovedWithAReasonAndTheFirstOneStays() {
    Round round = asked();
    String answer = answer(round, OUTSIDE);
    String first = story(answer).path("dueOn").asText();
    String path = "/answers/" + answer + "/extension";
    Client specialist = host.as(Who.SPECIALIST);
    assertThat(specialist.post(path, object("dueOn", "2020-01-01", "reason", "x")).problem())
        .isEqualTo("extension-invalid");
    String later = LocalDate.parse(first).plusDays(7).toString();
    assertThat(specialist.post(path, object("dueOn", later, "reason", "")).problem())
        .isEqualTo("extension-reason-missing");
    Reply moved = specialist.post(path, object("dueOn", later, "reason", "Đơn vị đề nghị."));
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    JsonNode story = story(answer);
    assertThat(story.path("dueOn").asText()).isEqualTo(later);
    assertThat(story.path("firstDueOn").asText()).isEqualTo(first);
    assertThat(story.path("events").toString())
        .contains("Đơn vị đề nghị.", Who.SPECIALIST.userName());
    Reply note = specialist.post("/answers/" + answer + "/notes", object("text", "Đã gọi điện."));
    assertThat(note.status()).as(note.text()).isEqualTo(201);
    assertThat(story(answer).path("events").toString()).contains("Đã gọi điện.");
    for (JsonNode one : round.as(Who.SPECIALIST).path("answers")) {
      assertThat(one.path("notes").asInt())
          .as("noted once, of one of the two")
          .isEqualTo(one.path("id").asText().equals(answer) ? 1 : 0);
    }
  }

  @Test
  void theSpecialistGoesOnWithoutThemAndTheDossierSaysSo() {
    Round round = asked().until("s6_2_6_departmentHeadReview");
    JsonNode dossier = round.as(Who.HEAD);
    assertThat(dossier.path("withoutAnswer").toString())
        .contains("Phòng Nghiệp vụ - Điều phối", OUTSIDE);
    String answer = answer(round, "Phòng Nghiệp vụ - Điều phối");
    host.as(Who.STRANGER).upload("/answers/" + answer + "/file", "Muộn.docx", Letters.answer());
    Reply late = decide(Who.STRANGER, task(Who.STRANGER, answer), "answered", "");
    assertThat(late.status()).as("still taken in: " + late.text()).isEqualTo(200);
    assertThat(round.as(Who.HEAD).path("withoutAnswer").toString())
        .doesNotContain("Phòng Nghiệp vụ");
  }

  /** A dossier whose letter of the first round is out. */
  private Round asked() {
    return Round.withLetter(host).until("s6_2_5_draftPlan");
  }

  private String answer(Round round, String asked) {
    return answer(round, asked, 1);
  }

  private String answer(Round round, String asked, int number) {
    for (JsonNode answer : round.as(Who.SPECIALIST).path("answers")) {
      if (answer.path("asked").path("name").asText().equals(asked)
          && answer.path("round").asInt() == number) {
        return answer.path("id").asText();
      }
    }
    throw new AssertionError(asked + " is not asked in round " + number);
  }

  private JsonNode story(String answer) {
    Reply reply = host.as(Who.SPECIALIST).get("/answers/" + answer);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private String state(String answer) {
    return story(answer).path("state").path("code").asText();
  }

  private String task(Who who, String answer) {
    JsonNode task = host.as(who).get("/answers/" + answer).json().path("task");
    assertThat(task.isObject()).as("a task for " + who).isTrue();
    return task.path("id").asText();
  }

  private Reply decide(Who who, String task, String outcome, String comment) {
    return Round.tryDecide(host.as(who), task, outcome, comment);
  }

  private Reply incoming(Who who, String place) {
    return host.as(who).upload(place, "Công văn đến.docx", Letters.answer());
  }
}
