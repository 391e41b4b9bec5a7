package vn.ttdn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.acceptance.Client.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import vn.ttdn.acceptance.HostUnderTest.Who;

/** QT.TTĐN.03, 6.2.1–6.2.13: the plan's whole way, and the ways off it. */
class ThreeRoundsScenarios {
  private static final String PLAN = "s6_2_5_draftPlan";
  private static final String FINISH = "s6_2_9_finishPlan";

  private final HostUnderTest host = HostUnderTest.get();

  @Test
  void thePlanGoesItsWholeWayWithAReturnAtEachReviewAndARefusalByTheMinistry() {
    Round round = Round.withLetter(host).until(PLAN);
    for (String drafting : List.of(PLAN, FINISH)) {
      round.until(drafting);
      hand(round, drafting.equals(PLAN) ? "COMMENT_LETTER" : "SUBMISSION_SLIP");
      for (Who reviewer : List.of(Who.HEAD, Who.LEADER, Who.CLERK)) {
        while (round.as(reviewer).path("task").isNull()) {
          round.step();
        }
        round.decide(reviewer, "returned", "Chưa đạt: " + reviewer);
        assertThat(step(round)).as("returned by " + reviewer).isEqualTo(drafting);
      }
    }
    round.until("s6_2_12_ministryLeaderDecision");
    JsonNode slip = last(round, "SUBMISSION_SLIP");
    round.decide(Who.MINISTRY_LEADER, "returned", "Làm rõ nguồn kinh phí.");
    assertThat(step(round)).as("back to the plan's last drafting").isEqualTo(FINISH);
    String task = round.task(Who.SPECIALIST);
    assertThat(round.tryDecide(Who.SPECIALIST, task, "submitted", "").problem())
        .as("the slip that has its number is not sent twice")
        .isEqualTo("document-issued-already");
    round.put(Who.SPECIALIST, "documents/SUBMISSION_SLIP", "Phiếu trình.docx", Letters.nextSlip());
    round.submitted().acceptedByHead().acceptedByLeader();
    round.put(Who.CLERK, "signed/SUBMISSION_SLIP", "Phiếu trình.pdf", Letters.nextSlipSigned());
    round.issue(Who.CLERK, "");
    JsonNode nextSlip = last(round, "SUBMISSION_SLIP");
    assertThat(symbol(nextSlip)).matches("\\d{2,}/PTr-TTĐN").isNotEqualTo(symbol(slip));
    round.decide(Who.MINISTRY_LEADER, "accepted", "");
    round.put(Who.MINISTRY_CLERK, "signed/PLAN", "Kế hoạch.pdf", Letters.signed("PLAN"));
    round.put(Who.MINISTRY_CLERK, "signed/DECISION", "Quyết định.pdf", Letters.signed("DECISION"));
    String number = Round.ministryNumber();
    JsonNode issued = round.issue(Who.MINISTRY_CLERK, number);

    assertThat(issued.path("state").path("code").asText()).isEqualTo("ISSUED");
    assertThat(issued.path("step").isNull()).isTrue();
    assertThat(symbol(last(round, "DECISION"))).startsWith(number + "/");
    JsonNode plan = last(round, "PLAN");
    assertThat(plan.path("enclosureOf").asText())
        .isEqualTo(last(round, "DECISION").path("id").asText());
    assertThat(host.as(Who.HEAD).get("/records/" + plan.path("id").asText() + "/content").bytes())
        .isEqualTo(Letters.signed("PLAN"));
    JsonNode audit = host.as(Who.HEAD).get("/dossiers/" + round.id() + "/audit").json();
    assertThat(audit.path("whole").asBoolean()).isTrue();
    keptForAYear(round);
  }

  /** Trigger, not before and must by, each with its reason; nothing of it is deleted. */
  private void keptForAYear(Round round) {
    JsonNode keep = round.as(Who.CLERK).path("keep");
    String trigger = keep.path("trigger").asText();
    assertThat(keep.path("notBefore").asText())
        .isEqualTo(LocalDate.parse(trigger).plusYears(1).toString());
    assertThat(keep.path("mustBy").asText())
        .isGreaterThanOrEqualTo(keep.path("notBefore").asText());
    assertThat(keep.path("why").asText()).isNotBlank();
    List<String> kept = new ArrayList<>();
    JsonNode page;
    int offset = 0;
    do {
      page = host.as(Who.CLERK).get("/retention?limit=200&offset=" + offset).json();
      page.path("items").forEach(k -> kept.add(k.toString()));
      offset += 200;
    } while (offset < page.path("total").asInt());
    assertThat(kept).anySatisfy(k -> assertThat(k).contains(round.id()));
    Client clerk = host.as(Who.CLERK);
    String hold = "/dossiers/" + round.id() + "/hold";
    assertThat(clerk.post(hold, object("reason", " ")).problem()).isEqualTo("hold-reason-missing");
    assertThat(clerk.post(hold, object("reason", "Đang thanh tra")).status()).isEqualTo(201);
    assertThat(round.as(Who.CLERK).path("keep").path("hold").path("reason").asText())
        .isEqualTo("Đang thanh tra");
    assertThat(clerk.delete(hold).status()).isEqualTo(200);
  }

  @Test
  void eachStepSaysWhichDocumentsItLacks() {
    Round round = Round.withLetter(host).until(PLAN);
    hand(round, "PLAN");
    Reply reply = round.tryDecide(Who.SPECIALIST, round.task(Who.SPECIALIST), "submitted", "");
    assertThat(reply.problem()).isEqualTo("documents-missing");
    assertThat(reply.json().path("detail").asText())
        .contains("Quyết định", "Công văn")
        .doesNotContain("Kế hoạch,");
    assertThat(step(round)).isEqualTo(PLAN);
    round.until("s6_2_8_agencyClerkIssue");
    reply = Round.tryIssue(host.as(Who.CLERK), round.task(Who.CLERK), "");
    assertThat(reply.problem()).as("nothing was signed").isEqualTo("signed-file-missing");
  }

  @Test
  void theSignedFileOfAnotherDocumentNeedsAReason() {
    Round round = Round.withLetter(host).submitted().acceptedByHead().acceptedByLeader();
    round.put(Who.CLERK, "signed/OFFICIAL_LETTER", "Nhầm.docx", Letters.draft("SUBMISSION_SLIP"));
    String task = round.task(Who.CLERK);
    Reply reply = Round.tryIssue(host.as(Who.CLERK), task, "");
    assertThat(reply.problem()).isEqualTo("signed-file-differs");
    assertThat(reply.json().path("field").asText()).isEqualTo("difference");
    reply = Round.tryIssue(host.as(Who.CLERK), task, "", "Ký trên bản in lại.");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  @Test
  void anAddresseeWithoutAddressIsSentPaperKnowingly() {
    Round round =
        Round.withLetter(host).submitted().acceptedByHead().acceptedByLeader().withSignedFile();
    Reply reply = Round.tryDecide(host.as(Who.CLERK), round.task(Who.CLERK), "issued", "");
    assertThat(reply.problem()).isEqualTo("addressee-without-address");
    assertThat(reply.json().path("detail").asText()).contains("Vụ Hợp tác quốc tế");
    JsonNode record = round.issue(Who.CLERK, "").path("records").path(0);
    JsonNode dispatches =
        host.as(Who.CLERK).get("/records/" + record.path("id").asText()).json().path("dispatches");
    assertThat(dispatches).hasSize(2);
    assertThat(dispatches.toString()).contains("PAPER");
  }

  @Test
  void theMinistrysNumberIsItsOwnAndTakenOnce() {
    Round first = Round.withLetter(host).until("s6_2_13_ministryClerkIssue");
    Round second = Round.withLetter(host).until("s6_2_13_ministryClerkIssue");
    for (Round round : List.of(first, second)) {
      round.put(Who.MINISTRY_CLERK, "signed/DECISION", "QĐ.pdf", Letters.signed("DECISION"));
    }
    Client clerk = host.as(Who.MINISTRY_CLERK);
    assertThat(Round.tryIssue(clerk, first.task(Who.MINISTRY_CLERK), "1").problem())
        .as("the Plan is signed as the Decision is")
        .isEqualTo("signed-file-missing");
    for (Round round : List.of(first, second)) {
      round.put(Who.MINISTRY_CLERK, "signed/PLAN", "KH.pdf", Letters.signed("PLAN"));
    }
    String task = first.task(Who.MINISTRY_CLERK);
    assertThat(Round.tryIssue(clerk, task, "").problem()).isEqualTo("number-missing");
    assertThat(Round.tryIssue(clerk, task, "muời hai").problem())
        .isEqualTo("number-not-of-register");
    String number = Round.ministryNumber();
    first.issue(Who.MINISTRY_CLERK, number);
    Reply taken = Round.tryIssue(clerk, second.task(Who.MINISTRY_CLERK), number);
    assertThat(taken.problem()).isEqualTo("number-taken");
    assertThat(taken.json().path("field").asText()).isEqualTo("number");
    assertThat(second.state()).isEqualTo("MINISTRY_ISSUING");
  }

  @Test
  void whatNobodyOpenedIsTakenBackByWhoSentIt() {
    Round round = Round.withLetter(host).submitted();
    String back = "/dossiers/" + round.id() + "/withdrawal";
    assertThat(host.as(Who.COLLEAGUE).post(back, Client.object()).status())
        .isGreaterThanOrEqualTo(400);
    assertThat(host.as(Who.SPECIALIST).post(back, Client.object()).status()).isEqualTo(200);
    assertThat(step(round)).isEqualTo("s6_2_1_draftLetter");
    round.submitted();
    assertThat(host.as(Who.HEAD).post("/dossiers/" + round.id() + "/seen", object()).status())
        .isBetween(200, 204);
    assertThat(host.as(Who.SPECIALIST).post(back, Client.object()).problem())
        .isEqualTo("not-withdrawable");
  }

  @Test
  void theHeadAssignsWithDirectionUrgencyAndDay() {
    Round round = Round.withLetter(host);
    String path = "/dossiers/" + round.id() + "/assignment";
    Map<String, Object> form =
        object(
            "drafter",
            Who.COLLEAGUE.userName(),
            "direction",
            "Làm gấp, bám hướng dẫn của Bộ.",
            "urgency",
            "URGENT",
            "dueOn",
            host.as(Who.HEAD).get("/me").json().path("today").asText());
    assertThat(host.as(Who.SPECIALIST).post(path, form).status()).isGreaterThanOrEqualTo(400);
    Reply reply = host.as(Who.HEAD).post(path, form);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    JsonNode seen = round.as(Who.COLLEAGUE);
    assertThat(seen.path("task").isObject()).as("%s", seen).isTrue();
    assertThat(seen.toString()).contains("Làm gấp, bám hướng dẫn của Bộ.", "URGENT");
    assertThat(host.as(Who.SPECIALIST).get("/dossiers/" + round.id()).json().path("task").isNull())
        .isTrue();
    round.decide(Who.COLLEAGUE, "submitted", "");
    assertThat(round.state()).isEqualTo("DEPARTMENT_HEAD_REVIEW");
    // Who has a draft on its way to the head cannot act for him: other scenarios need her free.
    assertThat(cancel(Who.COLLEAGUE, round, "Chỉ là thử.").status()).isEqualTo(200);
  }

  @Test
  void theSpecialistCancelsBeforeIssueAndTheLeaderLaterAndAllStaysOnFile() {
    Round early = Round.withLetter(host).submitted();
    assertThat(cancel(Who.SPECIALIST, early, " ").problem()).isEqualTo("reason-missing");
    assertThat(cancel(Who.HEAD, early, "Không phải tôi").status()).isGreaterThanOrEqualTo(400);
    assertThat(cancel(Who.SPECIALIST, early, "Bộ hoãn việc lập kế hoạch.").status()).isEqualTo(200);
    assertThat(early.state()).isEqualTo("CANCELLED");
    JsonNode file = early.as(Who.SPECIALIST);
    assertThat(file.path("documents")).hasSize(1);
    assertThat(file.path("decisions").toString()).contains("Bộ hoãn việc lập kế hoạch.");
    assertThat(file.path("task").isNull()).isTrue();

    Round late = Round.withLetter(host).until(PLAN);
    assertThat(cancel(Who.SPECIALIST, late, "Đã muộn").status()).isGreaterThanOrEqualTo(400);
    assertThat(cancel(Who.LEADER, late, "Bộ giao đơn vị khác.").status()).isEqualTo(200);
    assertThat(late.state()).isEqualTo("CANCELLED");
    assertThat(late.as(Who.SPECIALIST).path("records")).hasSize(1);
    assertThat(waiting(Who.STRANGER, late)).as("nobody is asked any more").isFalse();
  }

  @Test
  void aMistakeAfterIssueIsMendedByALetterOfItsOwnLinkedInTheRegister() {
    Round round = Round.withLetter(host).until(PLAN);
    JsonNode record = round.as(Who.SPECIALIST).path("records").path(0);
    Reply begun =
        host.as(Who.SPECIALIST)
            .post(
                "/records/" + record.path("id").asText() + "/letters",
                object("purpose", "CORRECTION", "reason", "Sai thời hạn ở trang 1."));
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    Round letter = Round.of(host, begun.json());
    assertThat(
            begun.json().path("documents").path(0).path("versions").path(0).path("name").asText())
        .as("drafted as a real document")
        .endsWith(".docx");
    letter.submitted().acceptedByHead().acceptedByLeader();
    String kind = letter.as(Who.CLERK).path("task").path("issues").path("code").asText();
    letter.put(Who.CLERK, "signed/" + kind, "Đính chính.pdf", Letters.signed("OFFICIAL_LETTER"));
    Reply issued = Round.tryIssue(host.as(Who.CLERK), letter.task(Who.CLERK), "", "Bản quét.");
    assertThat(issued.status()).as(issued.text()).isEqualTo(200);
    JsonNode mended = host.as(Who.CLERK).get("/records/" + record.path("id").asText()).json();
    JsonNode by = mended.path("register").path("mendedBy");
    assertThat(by).hasSize(1);
    assertThat(by.path(0).path("purpose").path("code").asText()).isEqualTo("CORRECTION");
    assertThat(letter.state()).isEqualTo("ISSUED");
  }

  private Reply cancel(Who who, Round round, String reason) {
    return host.as(who).post("/dossiers/" + round.id() + "/cancellation", object("reason", reason));
  }

  private void hand(Round round, String kind) {
    round.put(Who.SPECIALIST, "documents/" + kind, kind + ".docx", Letters.draft(kind));
  }

  private boolean waiting(Who who, Round round) {
    return StreamSupport.stream(
            host.as(who).get("/tasks?limit=200").json().path("items").spliterator(), false)
        .anyMatch(t -> t.toString().contains(round.id()));
  }

  private static String step(Round round) {
    return round.as(Who.SPECIALIST).path("step").path("id").asText();
  }

  private static JsonNode last(Round round, String kind) {
    JsonNode last = null;
    for (JsonNode record : round.as(Who.SPECIALIST).path("records")) {
      if (record.path("kind").path("code").asText().equals(kind)) {
        last = record;
      }
    }
    assertThat(last).as("a record of " + kind).isNotNull();
    return last;
  }

  private static String symbol(JsonNode record) {
    return record.path("register").path("symbol").asText();
  }
}
