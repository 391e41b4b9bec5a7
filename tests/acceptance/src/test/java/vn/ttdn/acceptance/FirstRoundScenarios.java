package vn.ttdn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ttdn.acceptance.HostUnderTest.Who;

/** QT.TTĐN.03, 6.2.1–6.2.4, from draft to record. */
class FirstRoundScenarios {
  private final HostUnderTest host = HostUnderTest.get();

  @Test
  void theWholeRoundWithAReturnAtEachReview() throws Exception {
    Round round = Round.open(host);
    round.upload("Công văn đề nghị.docx", Letters.earlier());
    round.submitted();
    round.decide(Who.HEAD, "returned", "Thiếu thời hạn gửi đề xuất.");
    assertThat(round.state()).isEqualTo("DRAFTING");
    round.upload("Công văn đề nghị.odt", Letters.odt());
    round.submitted().acceptedByHead();
    round.decide(Who.LEADER, "returned", "Bổ sung nơi nhận.");
    assertThat(round.state()).as("back to the department").isEqualTo("DRAFTING");
    round.submitted();
    assertThat(round.state()).as("the head reviews again").isEqualTo("DEPARTMENT_HEAD_REVIEW");
    round.acceptedByHead().acceptedByLeader();
    round.decide(Who.CLERK, "returned", "Sai thể thức phần nơi nhận.");
    assertThat(round.state()).isEqualTo("DRAFTING");
    JsonNode version = round.upload("Công văn đề nghị (sửa).docx", Letters.docx());
    round.submitted().acceptedByHead().acceptedByLeader();
    JsonNode record = round.issued().path("records").path(0);

    assertThat(record.path("sha256").asText())
        .as("the signed file is what is kept")
        .isEqualTo(sha256(Letters.signed("OFFICIAL_LETTER")));
    assertThat(version.path("sha256").asText()).isEqualTo(sha256(Letters.docx()));
    JsonNode entry = record.path("register");
    assertThat(entry.path("symbol").asText())
        .matches("\\d{2,}/TTĐN-PTTĐN")
        .startsWith(entry.path("number").asLong() < 10 ? "0" : entry.path("number").asText());
    assertThat(entry.path("signer").path("fullName").asText()).isNotBlank();
    assertThat(texts(entry.path("addressees"), "name"))
        .containsExactly("Phòng Nghiệp vụ - Điều phối", "Vụ Hợp tác quốc tế");

    JsonNode dossier = round.as(Who.SPECIALIST);
    assertThat(dossier.path("state").path("code").asText()).isEqualTo("DRAFTING");
    assertThat(dossier.path("round").asInt()).as("on to 6.2.5").isEqualTo(2);
    List<String> story = new ArrayList<>();
    for (JsonNode d : dossier.path("decisions")) {
      story.add(
          d.path("step").path("clause").asText() + " " + d.path("outcome").path("code").asText());
    }
    assertThat(story)
        .containsExactly(
            "6.2.1 submitted",
            "6.2.2 returned",
            "6.2.1 submitted",
            "6.2.2 accepted",
            "6.2.3 returned",
            "6.2.1 submitted",
            "6.2.2 accepted",
            "6.2.3 accepted",
            "6.2.4 returned",
            "6.2.1 submitted",
            "6.2.2 accepted",
            "6.2.3 accepted",
            "6.2.4 issued");
    assertThat(dossier.path("decisions").path(1).path("comment").asText())
        .isEqualTo("Thiếu thời hạn gửi đề xuất.");
  }

  @Test
  void theRecordIsWhatWasSignedAndCannotBeChanged() throws Exception {
    Round round = Round.withLetter(host);
    JsonNode record =
        round.submitted().acceptedByHead().acceptedByLeader().issued().path("records").path(0);
    String path = "/records/" + record.path("id").asText();
    Reply content = host.as(Who.SPECIALIST).get(path + "/content");
    assertThat(content.status()).isEqualTo(200);
    assertThat(content.bytes()).isEqualTo(Letters.signed("OFFICIAL_LETTER"));
    assertThat(content.header("content-disposition"))
        .startsWith("attachment")
        .contains("filename*=UTF-8''Da%20ky.pdf");
    assertThat(content.header("x-content-type-options")).isEqualTo("nosniff");
    for (Who who : List.of(Who.CLERK, Who.SPECIALIST)) {
      assertThat(host.as(who).put(path, Client.object()).status()).isGreaterThanOrEqualTo(400);
      assertThat(host.as(who).delete(path).status()).isGreaterThanOrEqualTo(400);
      assertThat(host.as(who).upload(path + "/content", "x.pdf", Letters.pdf()).status())
          .isGreaterThanOrEqualTo(400);
    }
    assertThat(
            host.as(Who.SPECIALIST)
                .upload(
                    "/dossiers/" + round.id() + "/documents/OFFICIAL_LETTER",
                    "x.pdf",
                    Letters.pdf())
                .problem())
        .isEqualTo("document-not-of-this-step");
    assertThat(host.as(Who.SPECIALIST).get(path + "/content").bytes())
        .isEqualTo(Letters.signed("OFFICIAL_LETTER"));
  }

  @Test
  void theRegisterShowsAndExportsIt() {
    Round round = Round.withLetter(host);
    JsonNode entry =
        round
            .submitted()
            .acceptedByHead()
            .acceptedByLeader()
            .issued()
            .path("records")
            .path(0)
            .path("register");
    String year = entry.path("year").asText();
    Client clerk = host.as(Who.CLERK);
    assertThat(clerk.get("/registers").json().path("items").path(0).path("years").toString())
        .contains(year);
    String id = round.subject().substring(round.subject().length() - 36);
    JsonNode found =
        clerk
            .get("/registers/CV/" + year + "?q=" + Client.encode("de xuat noi dung ke hoach " + id))
            .json();
    assertThat(found.path("total").asInt()).isEqualTo(1);
    assertThat(found.path("items").path(0).path("symbol").asText())
        .isEqualTo(entry.path("symbol").asText());
    Reply csv = clerk.get("/registers/CV/" + year + "/export?format=csv");
    assertThat(csv.text()).startsWith("\uFEFF").contains(entry.path("symbol").asText(), id);
    Reply xlsx = clerk.get("/registers/CV/" + year + "/export?format=xlsx");
    assertThat(xlsx.header("content-type")).contains("spreadsheetml");
    assertThat(xlsx.bytes()).startsWith('P', 'K');
  }

  @Test
  void whoeverIsEntitledFindsIt() {
    Round round = Round.withLetter(host);
    String id = round.subject().substring(round.subject().length() - 36);
    String words = Client.encode("ke hoach thong tin " + id);
    assertThat(total(Who.SPECIALIST, words)).isEqualTo(1);
    assertThat(total(Who.HEAD, Client.encode("Kế hoạch " + id))).isEqualTo(1);
    assertThat(total(Who.STRANGER, words)).as("not yet his").isZero();
    assertThat(host.as(Who.STRANGER).get("/dossiers/" + round.id()).problem())
        .isEqualTo("dossier-unknown");
    round.submitted().acceptedByHead().acceptedByLeader().issued();
    assertThat(total(Who.STRANGER, words)).as("addressed, but not its own").isZero();
    String record = round.as(Who.SPECIALIST).path("records").path(0).path("id").asText();
    assertThat(host.as(Who.STRANGER).get("/records/" + record + "/content").status())
        .as("it reads what was addressed to it")
        .isEqualTo(200);
    assertThat(host.as(Who.PRESS).get("/records/" + record + "/content").status()).isEqualTo(404);
  }

  @Test
  void tasksWaitForWhoTakesTheStepAndNobodyElse() {
    Round round = Round.withLetter(host);
    assertThat(waiting(Who.SPECIALIST, round)).isTrue();
    assertThat(waiting(Who.COLLEAGUE, round)).isFalse();
    round.submitted();
    assertThat(waiting(Who.SPECIALIST, round)).isFalse();
    assertThat(waiting(Who.HEAD, round)).isTrue();
    assertThat(waiting(Who.LEADER, round)).isFalse();
    round.acceptedByHead();
    assertThat(waiting(Who.LEADER, round)).isTrue();
    assertThat(waiting(Who.DEPUTY, round)).as("any leader may take it").isTrue();
    round.acceptedByLeader();
    assertThat(waiting(Who.CLERK, round)).isTrue();
    assertThat(waiting(Who.STRANGER, round)).isFalse();
  }

  @Test
  void theAuditChainIsWhole() {
    Round round = Round.withLetter(host);
    round.submitted().acceptedByHead().acceptedByLeader().issued();
    JsonNode audit = host.as(Who.CLERK).get("/dossiers/" + round.id() + "/audit").json();
    assertThat(audit.path("whole").asBoolean()).isTrue();
    assertThat(texts(audit.path("items"), "action"))
        .startsWith("dossier.opened", "document.put", "step.submitted")
        .contains("step.issued", "document.issued");
  }

  @Test
  void thePictureHasEveryStep() {
    JsonNode picture = host.as(Who.CLERK).get("/processes/plan-approval").json();
    assertThat(texts(picture.path("shapes"), "id"))
        .contains(
            "s6_2_1_draftLetter",
            "s6_2_2_departmentHeadReview",
            "s6_2_3_agencyLeaderReview",
            "s6_2_4_agencyClerkIssue");
    assertThat(texts(picture.path("arrows"), "name")).contains("Đạt", "Không đạt");
  }

  private boolean waiting(Who who, Round round) {
    for (JsonNode task : host.as(who).get("/tasks").json().path("items")) {
      if (task.path("dossier").path("id").asText().equals(round.id())) {
        return true;
      }
    }
    return false;
  }

  private int total(Who who, String encodedWords) {
    return host.as(who).get("/dossiers?q=" + encodedWords).json().path("total").asInt();
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.path(field).asText()));
    return texts;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
