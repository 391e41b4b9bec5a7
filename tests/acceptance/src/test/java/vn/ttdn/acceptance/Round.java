package vn.ttdn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.acceptance.Client.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import vn.ttdn.acceptance.HostUnderTest.Who;

/** Moves one dossier through the first round. */
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
    Reply reply = host.as(Who.SPECIALIST).upload("/dossiers/" + id + "/letter", name, content);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json();
  }

  /** The dossier as that person sees it. */
  JsonNode as(Who who) {
    Reply reply = host.as(who).get("/dossiers/" + id);
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

  /** Issues and answers what the clerk got back. */
  JsonNode issued() {
    return decide(Who.CLERK, "issued", "");
  }

  String state() {
    return as(Who.SPECIALIST).path("state").path("code").asText();
  }
}
