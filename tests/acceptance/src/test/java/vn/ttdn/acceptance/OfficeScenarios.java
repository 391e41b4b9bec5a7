package vn.ttdn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.acceptance.Client.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ttdn.acceptance.HostUnderTest.Who;

/**
 * What the office does beside its dossiers: roles given over, and the spreadsheet of going live.
 */
class OfficeScenarios {
  private final HostUnderTest host = HostUnderTest.get();

  @Test
  void aDeputyDecidesInsteadAndTheDossierSaysForWhom() {
    LocalDate today = LocalDate.parse(host.as(Who.HEAD).get("/me").json().path("today").asText());
    Client head = host.as(Who.HEAD);
    Map<String, Object> form =
        object(
            "to",
            Who.COLLEAGUE.userName(),
            "role",
            "DEPARTMENT_HEAD",
            "unit",
            "PTTDN",
            "firstDay",
            today.toString(),
            "lastDay",
            today.plusDays(1).toString(),
            "reason",
            "Đi công tác");
    Round own = Round.withLetter(host);
    Reply drafting = host.as(Who.SPECIALIST).post("/delegations", form);
    assertThat(drafting.status()).as("not his to give").isGreaterThanOrEqualTo(400);
    form.put("lastDay", today.minusDays(1).toString());
    assertThat(head.post("/delegations", form).problem()).isEqualTo("delegation-period");
    form.put("lastDay", today.plusDays(1).toString());
    Reply given = head.post("/delegations", form);
    assertThat(given.status()).as(given.text()).isEqualTo(201);
    String id = given.json().path("id").asText();
    try {
      own.submitted();
      own.decide(Who.COLLEAGUE, "accepted", "Thay trưởng phòng.");
      JsonNode decisions = own.as(Who.HEAD).path("decisions");
      JsonNode last = decisions.path(decisions.size() - 1);
      assertThat(last.path("person").path("userName").asText()).isEqualTo(Who.COLLEAGUE.userName());
      assertThat(last.path("insteadOf").asText()).isNotBlank();
    } finally {
      assertThat(head.delete("/delegations/" + id).status()).isEqualTo(200);
    }
    Round next = Round.withLetter(host).submitted();
    assertThat(host.as(Who.COLLEAGUE).get("/dossiers/" + next.id()).json().path("task").isNull())
        .as("ended at once")
        .isTrue();
    next.acceptedByHead();
  }

  @Test
  void theTemplateOfGoingLiveIsASpreadsheetForTheClerkAlone() {
    Reply template = host.as(Who.CLERK).get("/import/template");
    assertThat(template.status()).isEqualTo(200);
    assertThat(template.bytes()).startsWith('P', 'K');
    assertThat(host.as(Who.SPECIALIST).get("/import/template").status())
        .isGreaterThanOrEqualTo(400);
    Reply empty = host.as(Who.CLERK).upload("/import?dryRun=true", "Mẫu.xlsx", template.bytes());
    assertThat(empty.text()).isNotBlank();
    assertThat(empty.status()).as(empty.text()).isIn(200, 400, 422);
    Reply broken = host.as(Who.CLERK).upload("/import", "Hỏng.xlsx", new byte[] {'P', 'K', 3, 4});
    assertThat(broken.status()).as(broken.text()).isBetween(400, 499);
    assertThat(broken.problem()).startsWith("import-");
  }
}
