package vn.ttdn.core.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.fakes.FakeFiles;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.golive.ImportTemplate;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Step;

/** Whatever the contract answers on a plan's way is described, member by member. */
class ContractAnswersTest {
  private final FakeHost host = FakeHost.standing();
  private final Client client = new Client(host);

  @Test
  void everyRouteAnswersAsItIsDescribed() throws IOException {
    String dossier = roundOne();
    answers(dossier);
    letters(dossier);
    registers(dossier);
    delegation();
    toTheEnd(dossier);
    goingLive();
    assertThat(client.called())
        .containsExactlyInAnyOrderElementsOf(host.api().all().stream().map(Route::id).toList());
  }

  private String roundOne() {
    client.get("chuyenvien", "/me");
    client.get("chuyenvien", "/organisation");
    client.get("truongphong", "/people?role=SPECIALIST&unit=PTTDN");
    client.get("chuyenvien", "/processes/plan-approval");
    String contents =
        "{\"subject\":\"V/v đề xuất\",\"planYear\":2027,\"unit\":\"PTTDN\","
            + "\"addressees\":[\"NVDP\",\"Văn phòng Bộ\",\"Bộ Ngoại giao <a@mofa.example>\"]}";
    String dossier = client.post("chuyenvien", "/dossiers", contents).get("id").asText();
    String path = "/dossiers/" + dossier;
    client.put("chuyenvien", path, contents);
    client.post(
        "truongphong",
        path + "/assignment",
        "{\"drafter\":\"chuyenvien\",\"direction\":\"Khẩn\",\"urgency\":\"URGENT\","
            + "\"dueOn\":\"2027-01-31\"}");
    JsonNode document =
        client.upload("chuyenvien", path + "/documents/OFFICIAL_LETTER", FakeFiles.next());
    client.get(
        "chuyenvien", path + "/documents/" + document.get("id").asText() + "/versions/1.0/content");
    decide("chuyenvien", dossier, "submitted");
    client.post("chuyenvien", path + "/withdrawal", "");
    decide("chuyenvien", dossier, "submitted");
    client.post("truongphong", path + "/seen", "");
    client.post("truongphong", "/tasks/" + task(dossier) + "/seen", "");
    decide("truongphong", dossier, "accepted");
    decide("cuctruong", dossier, "accepted");
    client.upload("vanthu", path + "/signed/OFFICIAL_LETTER", FakeFiles.nextSigned());
    decide("vanthu", dossier, "issued");
    client.get("chuyenvien", "/tasks");
    client.get("chuyenvien", "/dossiers?q=de xuat&state=DRAFTING");
    client.get("chuyenvien", path);
    client.get("chuyenvien", path + "/audit");
    return dossier;
  }

  private void answers(String dossier) {
    List<String> ids =
        host.work().answers(dossier).stream().map(a -> "/answers/" + a.id()).toList();
    client.get("cvnghiepvu", "/tasks");
    client.get("cvnghiepvu", ids.get(0));
    client.upload("cvnghiepvu", ids.get(0) + "/file", FakeFiles.next());
    client.get("cvnghiepvu", ids.get(0) + "/versions/1.0/content");
    client.post(
        "cvnghiepvu",
        "/tasks/" + host.work().answers(dossier).get(0).taskId().orElseThrow() + "/decision",
        "{\"outcome\":\"answered\"}");
    client.post(
        "chuyenvien",
        ids.get(1) + "/extension",
        "{\"dueOn\":\"2026-12-20\",\"reason\":\"xin thêm\"}");
    client.post("chuyenvien", ids.get(1) + "/notes", "{\"text\":\"Đã gọi\"}");
    client.upload(
        "vanthu",
        ids.get(1) + "/incoming?arrivedOn=2026-12-01&issuedOn=01/12/2026&symbol=1/X&round=1",
        FakeFiles.next());
    client.get("chuyenvien", ids.get(1));
    client.get("truongphong", "/answers");
  }

  private void letters(String dossier) {
    host.clock().advance(Duration.ofDays(11));
    String letter =
        client
            .post(
                "chuyenvien",
                "/dossiers/" + dossier + "/reminders",
                "{\"subject\":\"V/v đôn đốc\"}")
            .get("id")
            .asText();
    client.get("chuyenvien", "/dossiers/" + letter);
    client.post("chuyenvien", "/dossiers/" + letter + "/cancellation", "{\"reason\":\"Thôi\"}");
  }

  private void registers(String dossier) {
    String record = host.read(() -> host.ledger().records(dossier)).get(0).recordId();
    String mending =
        client
            .post(
                "chuyenvien",
                "/records/" + record + "/letters",
                "{\"purpose\":\"CORRECTION\",\"subject\":\"V/v đính chính\"}")
            .get("id")
            .asText();
    host.passRound(mending);
    client.get("cvnghiepvu", "/records/" + record);
    client.get("cvnghiepvu", "/records/" + record + "/content");
    JsonNode registers = client.get("vanthu", "/registers");
    assertThat(registers.get("incomingYears").get(0).asInt()).isEqualTo(2026);
    assertThat(client.get("vanthu", "/registers/CV/2026").get("items")).hasSize(2);
    client.get("vanthu", "/registers/CV/2026/export?format=xlsx");
    assertThat(client.get("vanthu", "/incoming/2026?q=van phong bo").get("items")).hasSize(1);
    client.get("vanthu", "/incoming/2026/export");
  }

  private void delegation() {
    String id =
        client
            .post(
                "cuctruong",
                "/delegations",
                "{\"to\":\"tpnghiepvu\",\"role\":\"AGENCY_LEADER\",\"unit\":\"CUC\","
                    + "\"firstDay\":\"2026-12-12\",\"lastDay\":\"2026-12-20\","
                    + "\"reason\":\"Công tác\"}")
            .get("id")
            .asText();
    client.get("tpnghiepvu", "/me");
    assertThat(client.get("tpnghiepvu", "/delegations").get("items")).hasSize(1);
    assertThat(client.get("thutruong", "/delegations").get("items")).isEmpty();
    JsonNode deputies = client.get("thutruong", "/people?role=MINISTRY_CLERK&unit=BO");
    assertThat(deputies.get("items")).hasSize(1);
    client.post(
        "thutruong",
        "/delegations",
        "{\"to\":\"vanthubo\",\"role\":\"MINISTRY_LEADER\",\"unit\":\"BO\","
            + "\"firstDay\":\"2026-12-18\",\"lastDay\":\"2026-12-18\",\"reason\":\"Công tác\"}");
    assertThat(client.get("vanthubo", "/delegations").get("items")).hasSize(1);
    client.delete("cuctruong", "/delegations/" + id);
  }

  private void toTheEnd(String dossier) {
    host.work().to(dossier, Step.MINISTRY_LEADER_DECISION);
    client.get("thutruong", "/tasks");
    client.get("thutruong", "/dossiers/" + dossier);
    Dossier issued = host.passRound(dossier);
    assertThat(issued.state().ended()).isTrue();
    JsonNode view = client.get("chuyenvien", "/dossiers/" + dossier);
    assertThat(view.get("withoutAnswer")).extracting(JsonNode::asText).contains("Bộ Ngoại giao");
    assertThat(view.get("decisions"))
        .as("when the plan was drafted, a second round's answers were not asked for yet")
        .filteredOn(one -> !one.get("withoutAnswer").isEmpty())
        .extracting(one -> one.get("step").get("clause").asText())
        .contains("6.2.9");
    assertThat(firstKept("vanthu").get("mayHold").asBoolean()).isTrue();
    assertThat(firstKept("chuyenvien").get("mayHold").asBoolean()).isFalse();
    client.post("vanthu", "/dossiers/" + dossier + "/hold", "{\"reason\":\"Kiểm tra\"}");
    client.get("chuyenvien", "/dossiers/" + dossier);
    client.delete("vanthu", "/dossiers/" + dossier + "/hold");
  }

  private JsonNode firstKept(String user) {
    return client.get(user, "/retention").get("items").get(0);
  }

  private void goingLive() throws IOException {
    client.get("vanthu", "/import/template");
    ByteArrayOutputStream template = new ByteArrayOutputStream();
    ImportTemplate.write(Locale.forLanguageTag("vi"), template);
    byte[] bytes = template.toByteArray();
    client.upload(
        "vanthu",
        "/import",
        new IncomingFile("tiep-nhan.xlsx", bytes.length, () -> new ByteArrayInputStream(bytes)));
  }

  private void decide(String user, String dossier, String outcome) {
    client.post(
        user,
        "/tasks/" + task(dossier) + "/decision",
        Json.write(Map.of("outcome", outcome, "onPaper", true)));
  }

  private String task(String dossier) {
    return host.dossier(dossier).taskId().orElseThrow();
  }
}
