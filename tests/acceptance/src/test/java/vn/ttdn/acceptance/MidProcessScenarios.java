package vn.ttdn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.ttdn.acceptance.Client.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ttdn.acceptance.HostUnderTest.Who;

/**
 * Dossiers on their way in Alfresco, while somebody moves their nodes, makes such nodes by hand or
 * takes people away: they go on. Other hosts have nothing of it.
 */
class MidProcessScenarios {
  private static final String API = AlfrescoHost.API;

  private static AlfrescoHost host;
  private static Map<String, Client> everybody;

  @BeforeAll
  static void onAlfresco() {
    HostUnderTest under = HostUnderTest.get();
    assumeTrue(under instanceof AlfrescoHost, "only Alfresco has nodes and groups");
    host = (AlfrescoHost) under;
    everybody =
        Map.of(
            "specialist", host.stock(Who.SPECIALIST),
            "clerk", host.stock(Who.CLERK),
            "administrator", host.administrator());
  }

  @Test
  void aPlanEndsWhileAnAnswerIsStillOwed() {
    Round round = Round.withLetter(host).until("s6_2_13_ministryClerkIssue");
    round.step();
    JsonNode ended = round.as(Who.SPECIALIST);
    assertThat(ended.path("state").path("code").asText()).isEqualTo("ISSUED");
    assertThat(ended.path("withoutAnswer").size()).isPositive();
    for (JsonNode record : ended.path("records")) {
      byte[] content =
          host.as(Who.SPECIALIST)
              .get("/records/" + record.path("id").asText() + "/content")
              .bytes();
      assertThat(Books.sha256(content)).isEqualTo(record.path("sha256").asText());
    }
  }

  @Test
  void aHalfEmptyNodeOfOursIsNotMadeByHand() {
    Round round = Round.withLetter(host);
    List<String> passed = new ArrayList<>();
    for (Map.Entry<String, Client> who : everybody.entrySet()) {
      Client api = who.getValue().below(API);
      for (String type : List.of("ttdn:dossier", "ttdn:draft", "ttdn:record")) {
        for (String parent : List.of("-my-", round.id())) {
          note(
              passed,
              who.getKey() + " makes a " + type + " in " + parent,
              api.post(
                  "/nodes/" + parent + "/children",
                  object("name", type.substring(5) + UUID.randomUUID(), "nodeType", type)));
        }
      }
    }
    assertThat(passed).isEmpty();
    assertThat(round.submitted().state()).isEqualTo("DEPARTMENT_HEAD_REVIEW");
  }

  @Test
  void aDraftStaysInItsDossierAndTheDossierIsFoundWhereverItsFolderIsMoved() {
    Round round = Round.withLetter(host);
    String draft = round.as(Who.SPECIALIST).path("documents").path(0).path("id").asText();
    List<String> passed = new ArrayList<>();
    for (Map.Entry<String, Client> who : everybody.entrySet()) {
      note(
          passed,
          who.getKey() + " moves the draft",
          who.getValue()
              .below(API)
              .post("/nodes/" + draft + "/move", object("targetParentId", "-my-")));
    }
    assertThat(passed).isEmpty();
    Client admin = host.administrator().below(API);
    Reply moved =
        admin.post("/nodes/" + round.id() + "/move", object("targetParentId", "-shared-"));
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    assertThat(host.stock(Who.STRANGER).below(API).get("/nodes/" + round.id()).status())
        .as("the new place's readers read no more of it than before")
        .isEqualTo(403);
    round.submitted().acceptedByHead().acceptedByLeader().issued();
    assertThat(round.as(Who.SPECIALIST).path("step").path("id").asText())
        .isEqualTo("s6_2_5_draftPlan");
  }

  @Test
  void aDossierOfSomebodyWhoWasRemovedGoesOnWithWhoItIsAssignedTo() {
    String gone = "cv" + UUID.randomUUID().toString().substring(0, 8);
    Client admin = host.administrator().below(API);
    admin.post(
        "/people",
        object(
            "id",
            gone,
            "firstName",
            "x",
            "email",
            gone + "@ttdn.example",
            "password",
            "ttdn-2026"));
    admin.post(
        "/groups/GROUP_" + Who.SPECIALIST.group() + "/members",
        object("id", gone, "memberType", "PERSON"));
    Reply opened =
        host.as(gone)
            .post(
                "/dossiers",
                object(
                    "subject",
                    gone,
                    "planYear",
                    2027,
                    "unit",
                    "PTTDN",
                    "addressees",
                    List.of("NVDP")));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    Round round = Round.of(host, opened.json());
    assertThat(host.administrator().delete("/s/api/people/" + gone).status()).isEqualTo(200);
    assertThat(round.as(Who.HEAD).path("state").path("code").asText()).isEqualTo("DRAFTING");
    Reply given =
        host.as(Who.HEAD)
            .post(
                "/dossiers/" + round.id() + "/assignment",
                object("drafter", Who.SPECIALIST.userName()));
    assertThat(given.status()).as(given.text()).isEqualTo(200);
    round.upload("Công văn.docx", Letters.docx());
    assertThat(round.submitted().acceptedByHead().state()).isEqualTo("AGENCY_LEADER_REVIEW");
  }

  private static void note(List<String> passed, String what, Reply reply) {
    if (reply.status() < 400) {
      passed.add(what + ": " + reply.status());
    }
  }
}
