package vn.ttdn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import vn.ttdn.acceptance.HostUnderTest.Who;

/**
 * All that a host holds, read over the contract: dossiers, their documents and histories, records
 * and the register must tell one story, each thing of it once.
 */
final class Books {
  /**
   * Who takes a step, and what he decides to bring the dossier on.
   *
   * @param back where a return leads, as a place in the order of the steps
   * @param records how many records come of it
   */
  record Turn(String step, Who who, String outcome, int back, int records) {}

  private static final List<Turn> TURNS =
      List.of(
          new Turn("s6_2_1_draftLetter", Who.SPECIALIST, "submitted", 0, 0),
          new Turn("s6_2_2_departmentHeadReview", Who.HEAD, "accepted", 0, 0),
          new Turn("s6_2_3_agencyLeaderReview", Who.LEADER, "accepted", 0, 0),
          new Turn("s6_2_4_agencyClerkIssue", Who.CLERK, "issued", 0, 1),
          new Turn("s6_2_5_draftPlan", Who.SPECIALIST, "submitted", 4, 0),
          new Turn("s6_2_6_departmentHeadReview", Who.HEAD, "accepted", 4, 0),
          new Turn("s6_2_7_agencyLeaderReview", Who.LEADER, "accepted", 4, 0),
          new Turn("s6_2_8_agencyClerkIssue", Who.CLERK, "issued", 4, 3),
          new Turn("s6_2_9_finishPlan", Who.SPECIALIST, "submitted", 8, 0),
          new Turn("s6_2_10_departmentHeadReview", Who.HEAD, "accepted", 8, 0),
          new Turn("s6_2_11_agencyLeaderReview", Who.LEADER, "accepted", 8, 0),
          new Turn("s6_2_12_agencyClerkDispatch", Who.CLERK, "issued", 8, 3),
          new Turn("s6_2_12_ministryLeaderDecision", Who.MINISTRY_LEADER, "accepted", 8, 0),
          new Turn("s6_2_13_ministryClerkIssue", Who.MINISTRY_CLERK, "issued", 8, 2));

  private final HostUnderTest host;

  Books(HostUnderTest host) {
    this.host = host;
  }

  /** The turn of that step. */
  static Turn turn(String step) {
    return TURNS.stream().filter(t -> t.step().equals(step)).findFirst().orElseThrow();
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
      requireRecords(dossier);
      decided(dossier, "issued").forEach(d -> issued.add(dossier));
    }
    requireRegister(issued);
  }

  /** Each decision comes from where the one before it led, and the dossier stands at the end. */
  private static void requireStory(JsonNode dossier) {
    int at = 0;
    int ordinal = 0;
    for (JsonNode decision : dossier.path("decisions")) {
      String outcome = decision.path("outcome").path("code").asText();
      Turn turn = TURNS.get(at);
      assertThat(decision.path("ordinal").asInt()).isEqualTo(++ordinal);
      assertThat(decision.path("step").path("id").asText())
          .as("%s", dossier)
          .isEqualTo(turn.step());
      if (outcome.equals("returned")) {
        at = turn.back();
      } else {
        assertThat(outcome).isEqualTo(turn.outcome());
        at++;
      }
    }
    if (at == TURNS.size()) {
      assertThat(state(dossier)).as("%s", dossier).isEqualTo("ISSUED");
    } else {
      assertThat(dossier.path("step").path("id").asText())
          .as("%s", dossier)
          .isEqualTo(TURNS.get(at).step());
    }
  }

  /** Versions 1…n of one document of each kind, each readable and what its checksum says. */
  private void requireDocuments(JsonNode dossier) {
    List<String> places = new ArrayList<>();
    dossier.path("documents").forEach(d -> places.add(d.path("kind") + " " + d.path("signed")));
    assertThat(places).as("%s", dossier).doesNotHaveDuplicates();
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
    decided(dossier, "issued").forEach(d -> expected.add("document.issued"));
    for (JsonNode answer : answers(dossier)) {
      answer.path("versions").forEach(v -> expected.add("document.put"));
    }
    List<String> ofTheDossier = actions.stream().filter(a -> !a.startsWith("answer.")).toList();
    assertThat(ofTheDossier).as("%s", dossier).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** As many as were issued, each a version of a document of the dossier, byte by byte. */
  private void requireRecords(JsonNode dossier) {
    int expected =
        decided(dossier, "issued").stream()
            .mapToInt(d -> turn(d.path("step").path("id").asText()).records())
            .sum();
    assertThat(dossier.path("records").size()).as("%s", dossier).isEqualTo(expected);
    List<String> versions = new ArrayList<>();
    dossier
        .path("documents")
        .forEach(d -> d.path("versions").forEach(v -> versions.add(v.path("sha256").asText())));
    for (JsonNode record : dossier.path("records")) {
      assertThat(versions).as("%s", record).contains(record.path("sha256").asText());
      requireContent(record, "/records/" + record.path("id").asText() + "/content");
    }
  }

  private static List<JsonNode> decided(JsonNode dossier, String outcome) {
    return StreamSupport.stream(dossier.path("decisions").spliterator(), false)
        .filter(d -> d.path("outcome").path("code").asText().equals(outcome))
        .toList();
  }

  private List<JsonNode> answers(JsonNode dossier) {
    return StreamSupport.stream(dossier.path("answers").spliterator(), false)
        .map(a -> get(Who.HEAD, "/answers/" + a.path("id").asText()))
        .toList();
  }

  /**
   * Numbers 1…n of each year, the Ministry's apart, and an entry for each time that something was
   * issued and for no other.
   */
  private void requireRegister(List<JsonNode> issued) {
    List<String> entered = new ArrayList<>();
    for (JsonNode register : items(get(Who.CLERK, "/registers"))) {
      for (JsonNode year : register.path("years")) {
        List<JsonNode> entries = entries(register.path("code").asText(), year.asText());
        List<Long> numbers = entries.stream().map(e -> e.path("number").asLong()).toList();
        if (register.path("keptElsewhere").asBoolean()) {
          assertThat(numbers).doesNotHaveDuplicates();
        } else {
          assertThat(numbers)
              .containsExactlyElementsOf(
                  LongStream.rangeClosed(1, entries.size()).boxed().toList());
        }
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

  /** Everybody takes what waits for him, until every plan is issued. */
  void carryOn() {
    for (JsonNode dossier : dossiers()) {
      Round round = Round.of(host, dossier);
      while (!round.state().equals("ISSUED")) {
        round.step();
      }
    }
  }

  /** How many notices such dossiers have caused: of each step, issue and answer. */
  int notices() {
    int notices = 0;
    for (JsonNode dossier : dossiers()) {
      notices += 1;
      for (JsonNode decision : dossier.path("decisions")) {
        Turn turn = turn(decision.path("step").path("id").asText());
        boolean returned = decision.path("outcome").path("code").asText().equals("returned");
        int next = returned ? turn.back() : TURNS.indexOf(turn) + 1;
        if (next < TURNS.size()) {
          // Two leaders may take a step of theirs.
          notices += TURNS.get(next).who() == Who.LEADER ? 2 : 1;
        }
        if (turn.outcome().equals("issued") && !returned) {
          // The slip goes to the Ministry, whose people work here.
          notices += 1 + (turn.step().contains("Dispatch") ? 0 : addressed(dossier));
        }
      }
      for (JsonNode answer : answers(dossier)) {
        for (JsonNode event : answer.path("events")) {
          notices += noticesOf(event.path("kind").path("code").asText(), answer);
        }
      }
    }
    return notices;
  }

  /** A unit's head and Specialist are told, or the clerk for who has no account. */
  private static int noticesOf(String event, JsonNode answer) {
    return switch (event) {
      case "ASKED", "NOT_AS_ASKED", "EXTENDED" ->
          answer.path("asked").path("unit").isTextual() ? 2 : 1;
      case "RECEIVED", "NO_COMMENT" -> 1;
      default -> 0;
    };
  }

  /** The addressees that the host has an address of. */
  private static int addressed(JsonNode dossier) {
    return (int)
        StreamSupport.stream(dossier.path("addressees").spliterator(), false)
            .filter(a -> a.path("unit").isTextual() || a.path("email").isTextual())
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
