package vn.ttdn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import vn.ttdn.acceptance.HostUnderTest.Who;

/**
 * All that a host holds, read over the contract: dossiers, their documents and histories, records
 * and the register must tell one story, each thing of it once.
 */
final class Books {
  private static final Map<String, String> STATE_OF_CLAUSE =
      Map.of(
          "6.2.1", "DRAFTING",
          "6.2.2", "DEPARTMENT_HEAD_REVIEW",
          "6.2.3", "AGENCY_LEADER_REVIEW",
          "6.2.4", "ISSUING",
          "end", "ISSUED");

  /** Who takes the step of a clause, and what he decides to bring the dossier on. */
  private record Turn(Who who, String outcome, String next) {}

  private static final Map<String, Turn> TURNS =
      Map.of(
          "DRAFTING", new Turn(Who.SPECIALIST, "submitted", "6.2.2"),
          "DEPARTMENT_HEAD_REVIEW", new Turn(Who.HEAD, "accepted", "6.2.3"),
          "AGENCY_LEADER_REVIEW", new Turn(Who.LEADER, "accepted", "6.2.4"),
          "ISSUING", new Turn(Who.CLERK, "issued", "end"));

  private final HostUnderTest host;

  Books(HostUnderTest host) {
    this.host = host;
  }

  /** Every dossier that the department's head may read: all of his department. */
  List<JsonNode> dossiers() {
    List<JsonNode> all = new ArrayList<>();
    JsonNode page;
    do {
      page = get(Who.HEAD, "/dossiers?limit=200&offset=" + all.size());
      items(page).forEach(d -> all.add(get(Who.HEAD, "/dossiers/" + d.path("id").asText())));
    } while (all.size() < page.path("total").asInt());
    return all;
  }

  /** Nothing is there by half or twice. */
  void requireWhole() {
    List<JsonNode> dossiers = dossiers();
    List<JsonNode> issued = new ArrayList<>();
    for (JsonNode dossier : dossiers) {
      requireStory(dossier);
      requireDocuments(dossier);
      requireAudit(dossier);
      if (state(dossier).equals("ISSUED")) {
        requireRecord(dossier);
        issued.add(dossier);
      } else {
        assertThat(dossier.path("records")).as("not issued: %s", dossier).isEmpty();
      }
    }
    requireRegister(issued);
  }

  /** Each decision comes from where the one before it led, and the dossier stands at the end. */
  private static void requireStory(JsonNode dossier) {
    String at = "6.2.1";
    int ordinal = 0;
    for (JsonNode decision : dossier.path("decisions")) {
      String outcome = decision.path("outcome").path("code").asText();
      assertThat(decision.path("ordinal").asInt()).isEqualTo(++ordinal);
      assertThat(decision.path("step").path("clause").asText()).as("%s", dossier).isEqualTo(at);
      if (outcome.equals("returned")) {
        at = "6.2.1";
      } else {
        Turn turn = TURNS.get(STATE_OF_CLAUSE.get(at));
        assertThat(outcome).isEqualTo(turn.outcome());
        at = turn.next();
      }
    }
    assertThat(state(dossier)).as("%s", dossier).isEqualTo(STATE_OF_CLAUSE.get(at));
  }

  /** Versions 1…n of one letter, each readable and what its checksum says. */
  private void requireDocuments(JsonNode dossier) {
    assertThat(dossier.path("documents").size()).as("%s", dossier).isLessThanOrEqualTo(1);
    for (JsonNode document : dossier.path("documents")) {
      int older = document.path("versions").size();
      for (JsonNode version : document.path("versions")) {
        assertThat(version.path("version").asText()).isEqualTo(older + ".0");
        older--;
        requireContent(
            version,
            "/dossiers/%s/documents/%s/versions/%s/content"
                .formatted(
                    dossier.path("id").asText(),
                    version.path("id").asText(),
                    version.path("version").asText()));
      }
    }
  }

  private void requireContent(JsonNode said, String path) {
    Reply content = host.as(Who.HEAD).get(path);
    assertThat(content.status()).as("%s", said).isEqualTo(200);
    assertThat(content.bytes().length).as("%s", said).isEqualTo(said.path("size").asInt());
    assertThat(sha256(content.bytes())).as("%s", said).isEqualTo(said.path("sha256").asText());
  }

  /** The chain is whole, and has an entry for each thing that is there and for nothing else. */
  private void requireAudit(JsonNode dossier) {
    JsonNode audit = get(Who.HEAD, "/dossiers/" + dossier.path("id").asText() + "/audit");
    assertThat(audit.path("whole").asBoolean()).as("%s", audit).isTrue();
    List<String> actions = items(audit).stream().map(e -> e.path("action").asText()).toList();
    List<String> expected = new ArrayList<>(List.of("dossier.opened"));
    dossier
        .path("documents")
        .forEach(d -> d.path("versions").forEach(v -> expected.add("document.put")));
    dossier
        .path("decisions")
        .forEach(d -> expected.add("step." + d.path("outcome").path("code").asText()));
    dossier.path("records").forEach(r -> expected.add("document.issued"));
    assertThat(actions).as("%s", dossier).containsExactlyInAnyOrderElementsOf(expected);
  }

  private void requireRecord(JsonNode dossier) {
    assertThat(dossier.path("records").size()).as("%s", dossier).isEqualTo(1);
    JsonNode record = dossier.path("records").path(0);
    JsonNode approved =
        dossier.path("decisions").path(dossier.path("decisions").size() - 1).path("document");
    assertThat(record.path("sha256").asText()).isEqualTo(approved.path("sha256").asText());
    requireContent(record, "/records/" + record.path("id").asText() + "/content");
  }

  /** Numbers 1…n of each year, and an entry for each dossier that is issued and for no other. */
  private void requireRegister(List<JsonNode> issued) {
    List<String> entered = new ArrayList<>();
    for (JsonNode register : items(get(Who.CLERK, "/registers"))) {
      for (JsonNode year : register.path("years")) {
        List<JsonNode> entries = entries(register.path("code").asText(), year.asText());
        assertThat(entries.stream().map(e -> e.path("number").asLong()).toList())
            .containsExactlyElementsOf(LongStream.rangeClosed(1, entries.size()).boxed().toList());
        entries.forEach(e -> entered.add(e.path("dossierId").asText()));
      }
    }
    assertThat(entered)
        .containsExactlyInAnyOrderElementsOf(
            issued.stream().map(d -> d.path("id").asText()).toList());
  }

  private List<JsonNode> entries(String register, String year) {
    List<JsonNode> all = new ArrayList<>();
    JsonNode page;
    do {
      page =
          get(
              Who.CLERK,
              "/registers/%s/%s?limit=200&offset=%d".formatted(register, year, all.size()));
      all.addAll(items(page));
    } while (all.size() < page.path("total").asInt());
    return all;
  }

  /** Everybody takes what waits for him, until every dossier is issued. */
  void carryOn() {
    for (JsonNode dossier : dossiers()) {
      Round round = Round.of(host, dossier);
      if (state(dossier).equals("DRAFTING") && dossier.path("documents").isEmpty()) {
        round.upload("Công văn đề nghị.docx", Letters.docx());
      }
      for (Turn turn = TURNS.get(state(dossier));
          turn != null;
          turn = TURNS.get(STATE_OF_CLAUSE.get(turn.next()))) {
        round.decide(turn.who(), turn.outcome(), "");
      }
    }
  }

  /** How many notices such dossiers have caused, one for each person of each step and issue. */
  int notices() {
    int notices = 0;
    for (JsonNode dossier : dossiers()) {
      notices += 1;
      for (JsonNode decision : dossier.path("decisions")) {
        String clause = decision.path("step").path("clause").asText();
        switch (decision.path("outcome").path("code").asText()) {
          case "issued" -> notices += addressed(dossier) + 1;
          // Two leaders may take 6.2.3.
          case "accepted" -> notices += clause.equals("6.2.2") ? 2 : 1;
          default -> notices += 1;
        }
      }
    }
    return notices;
  }

  /** The addressees that the host has an address of. */
  private static int addressed(JsonNode dossier) {
    return (int)
        StreamSupport.stream(dossier.path("addressees").spliterator(), false)
            .filter(a -> a.path("unit").isTextual())
            .count();
  }

  private JsonNode get(Who who, String path) {
    Reply reply = host.as(who).get(path);
    assertThat(reply.status()).as(path + " " + reply.text()).isEqualTo(200);
    return reply.json();
  }

  private static String state(JsonNode dossier) {
    return dossier.path("state").path("code").asText();
  }

  private static List<JsonNode> items(JsonNode list) {
    return StreamSupport.stream(list.path("items").spliterator(), false).toList();
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
