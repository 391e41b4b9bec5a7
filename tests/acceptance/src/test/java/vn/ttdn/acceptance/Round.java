package vn.ttdn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.acceptance.Client.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import vn.ttdn.acceptance.HostUnderTest.Who;

/** Moves one dossier through its rounds. */
final class Round {
  private final HostUnderTest host;
  private final String subject;
  private final String id;

  private Round(HostUnderTest host, String subject, String id) {
    this.host = host;
    this.subject = subject;
    this.id = id;
  }

  /** A dossier that is there, as the contract shows it. */
  static Round of(HostUnderTest host, JsonNode dossier) {
    return new Round(host, dossier.path("subject").asText(), dossier.path("id").asText());
  }

  /** A dossier of the Specialist, without a letter. */
  static Round open(HostUnderTest host) {
    String subject = "Đề nghị đề xuất nội dung Kế hoạch thông tin đối ngoại " + UUID.randomUUID();
    Reply reply =
        host.as(Who.SPECIALIST)
            .post(
                "/dossiers",
                object(
                    "subject",
                    subject,
                    "planYear",
                    2027,
                    "unit",
                    "PTTDN",
                    "addressees",
                    List.of("NVDP", "Vụ Hợp tác quốc tế")));
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return new Round(host, subject, reply.json().path("id").asText());
  }

  /** A dossier of the Specialist with a letter. */
  static Round withLetter(HostUnderTest host) {
    Round round = open(host);
    round.upload("Công văn đề nghị.docx", Letters.docx());
    return round;
  }

  String id() {
    return id;
  }

  String subject() {
    return subject;
  }

  JsonNode upload(String name, byte[] content) {
    return put(Who.SPECIALIST, "documents/OFFICIAL_LETTER", name, content);
  }

  /** Hands a file in, a draft in {@code documents/KIND} or a signed one in {@code signed/KIND}. */
  JsonNode put(Who who, String place, String name, byte[] content) {
    Reply reply = host.as(who).upload("/dossiers/" + id + "/" + place, name, content);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json();
  }

  /** The dossier as that person sees it. */
  JsonNode as(Who who) {
    return as(who, host);
  }

  /** The same on another host that was given this one's data. */
  JsonNode as(Who who, HostUnderTest there) {
    Reply reply = there.as(who).get("/dossiers/" + id);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  /** The open task's id, found by who may take it. */
  String task(Who who) {
    JsonNode task = as(who).path("task");
    assertThat(task.isObject()).as("a task for " + who + " in " + as(who)).isTrue();
    return task.path("id").asText();
  }

  Reply tryDecide(Who who, String task, String outcome, String comment) {
    return tryDecide(host.as(who), task, outcome, comment);
  }

  static Reply tryDecide(Client client, String task, String outcome, String comment) {
    return client.post(
        "/tasks/" + Client.encode(task) + "/decision",
        object("outcome", outcome, "comment", comment));
  }

  JsonNode decide(Who who, String outcome, String comment) {
    Reply reply = tryDecide(who, task(who), outcome, comment);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  Round submitted() {
    decide(Who.SPECIALIST, "submitted", "");
    return this;
  }

  Round acceptedByHead() {
    decide(Who.HEAD, "accepted", "");
    return this;
  }

  Round acceptedByLeader() {
    decide(Who.LEADER, "accepted", "");
    return this;
  }

  /** Attaches the signed letter, issues it and answers what the clerk got back. */
  JsonNode issued() {
    return withSignedFile().issue(Who.CLERK, "");
  }

  /** The clerk attaches the signed letter. */
  Round withSignedFile() {
    put(Who.CLERK, "signed/OFFICIAL_LETTER", "Da ky.pdf", Letters.signed("OFFICIAL_LETTER"));
    return this;
  }

  JsonNode issue(Who who, String number) {
    Reply reply = tryIssue(host.as(who), task(who), number);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  /** Issues; on paper to whom nobody has an address of. */
  static Reply tryIssue(Client client, String task, String number) {
    return tryIssue(client, task, number, "");
  }

  /** The same, with why the signed file differs. */
  static Reply tryIssue(Client client, String task, String number, String difference) {
    Map<String, Object> form =
        object("outcome", "issued", "onPaper", true, "difference", difference);
    if (!number.isEmpty()) {
      form.put("number", number);
    }
    return client.post("/tasks/" + Client.encode(task) + "/decision", form);
  }

  /** Whoever has the open step brings the dossier on, with what is still needed for it. */
  void step() {
    JsonNode dossier = as(Who.SPECIALIST);
    Books.Turn turn = Books.turn(dossier.path("step").path("id").asText());
    if (turn.outcome().equals("submitted")) {
      for (JsonNode needed : dossier.path("needed")) {
        String kind = needed.path("kind").path("code").asText();
        if (!needed.path("there").asBoolean()) {
          put(turn.who(), "documents/" + kind, kind + ".docx", Letters.draft(kind));
        }
      }
    }
    if (turn.outcome().equals("issued")) {
      String kind = as(turn.who()).path("task").path("issues").path("code").asText();
      put(turn.who(), "signed/" + kind, kind + ".pdf", Letters.signed(kind));
      if (turn.who() == Who.MINISTRY_CLERK) {
        put(turn.who(), "signed/PLAN", "PLAN.pdf", Letters.signed("PLAN"));
      }
      String number = turn.who() == Who.MINISTRY_CLERK ? ministryNumber() : "";
      Client clerk = host.as(turn.who());
      Reply reply = tryIssue(clerk, task(turn.who()), number);
      if (reply.status() == 400 && reply.problem().equals("signed-file-differs")) {
        // Whoever goes on with somebody's dossier has the sample's signature, not this draft's.
        reply = tryIssue(clerk, task(turn.who()), number, "Ký trên bản in trước đó.");
      }
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    } else {
      decide(turn.who(), turn.outcome(), "");
    }
  }

  /** Brings the dossier on until that step is open. */
  Round until(String stepId) {
    while (!as(Who.SPECIALIST).path("step").path("id").asText().equals(stepId)) {
      step();
    }
    return this;
  }

  /** A number that the Ministry has not given yet. */
  static String ministryNumber() {
    return Integer.toString(ThreadLocalRandom.current().nextInt(1, 999_999_999));
  }

  String state() {
    return as(Who.SPECIALIST).path("state").path("code").asText();
  }
}
