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
 * Alfresco's own ways in (REST v1, CMIS, WebDAV, the services behind Share) let nothing through
 * that core refuses, whoever comes. Other hosts have no such ways.
 */
class StockWaysScenarios {
  private static final String API = AlfrescoHost.API;
  private static final String WORKFLOW = "/api/-default-/public/workflow/versions/1";
  private static final String CMIS = "/api/-default-/public/cmis/versions/1.1/browser/root";
  private static final String JSON = "application/json";

  private static AlfrescoHost host;

  @BeforeAll
  static void onAlfresco() {
    HostUnderTest under = HostUnderTest.get();
    assumeTrue(under instanceof AlfrescoHost, "only Alfresco has stock ways in");
    host = (AlfrescoHost) under;
  }

  @Test
  void theProcessStartsFromADocumentOfTheLibrary() {
    String subject = "Đề nghị đề xuất từ thư viện " + UUID.randomUUID();
    String name = "Công văn " + UUID.randomUUID() + ".odt";
    String document = host.libraryDocument(name, Letters.odt());
    Reply started =
        start(
            Who.SPECIALIST,
            List.of(document),
            "ttdnwf_subject",
            subject,
            "ttdnwf_planYear",
            2027,
            "ttdnwf_addressees",
            "NVDP\nVụ Hợp tác quốc tế");
    assertThat(started.status()).as(started.text()).isEqualTo(201);
    JsonNode dossier = found(subject);
    assertThat(dossier.path("state").path("code").asText()).isEqualTo("DRAFTING");
    String id = dossier.path("id").asText();
    JsonNode whole = host.as(Who.SPECIALIST).get("/dossiers/" + id).json();
    assertThat(whole.path("unit").path("code").asText()).isEqualTo("PTTDN");
    assertThat(whole.path("addressees").size()).isEqualTo(2);
    assertThat(whole.path("documents").path(0).path("name").asText()).isEqualTo(name);

    String process = started.json().path("entry").path("id").asText();
    JsonNode items =
        host.stock(Who.SPECIALIST).get(WORKFLOW + "/processes/" + process + "/items").json();
    assertThat(items.path("list").path("entries").size()).isEqualTo(1);
    assertThat(items.path("list").path("entries").path(0).path("entry").path("id").asText())
        .as("the dossier's own letter")
        .isEqualTo(whole.path("documents").path(0).path("id").asText())
        .isNotEqualTo(document);

    complete(Who.SPECIALIST, task(whole), "submitted", "", 200);
    assertThat(found(subject).path("state").path("code").asText())
        .isEqualTo("DEPARTMENT_HEAD_REVIEW");
  }

  @Test
  void aStartThatIsNotInOrderLeavesNothing() {
    String subject = "Khởi tạo sai " + UUID.randomUUID();
    String letter = host.libraryDocument("a.pdf", Letters.pdf());
    String text =
        host.libraryDocument("b.txt", "chữ".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Object[] form = {"ttdnwf_subject", subject, "ttdnwf_planYear", 2027};
    for (List<String> items : List.of(List.<String>of(), List.of(letter, text), List.of(text))) {
      assertThat(start(Who.SPECIALIST, items, form).status()).isGreaterThanOrEqualTo(400);
    }
    assertThat(start(Who.HEAD, List.of(), form).status()).isGreaterThanOrEqualTo(400);
    assertThat(start(Who.SPECIALIST, List.of(letter), "ttdnwf_planYear", 2027).status())
        .as("without a subject")
        .isGreaterThanOrEqualTo(400);
    assertThat(total(subject)).isZero();
    assertThat(host.administrator().get(API + "/nodes/" + letter).status()).isEqualTo(200);
  }

  @Test
  void theActionOfTheLibraryStartsItInTheNameOfWhoUsesIt() {
    String name = "Công văn " + UUID.randomUUID();
    String document = host.libraryDocument(name + ".docx", Letters.docx());
    Reply started =
        host.stock(Who.SPECIALIST)
            .below(API)
            .post(
                "/action-executions",
                object("actionDefinitionId", "ttdn-start-plan", "targetId", document));
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    Reply refused =
        host.stock(Who.SPECIALIST)
            .below(API)
            .post(
                "/action-executions",
                object(
                    "actionDefinitionId",
                    "ttdn-start-plan",
                    "targetId",
                    host.libraryDocument("x.txt", new byte[] {'x'})));
    assertThat(refused.status()).as(refused.text()).isGreaterThanOrEqualTo(200);
    String folded = name.substring(name.length() - 36);
    JsonNode page = whenWorked(folded);
    assertThat(page.path("total").asInt()).isEqualTo(1);
    assertThat(page.path("items").path(0).path("subject").asText()).isEqualTo(name);
  }

  /** Alfresco works such an action after it has answered. */
  private static JsonNode whenWorked(String words) {
    java.time.Instant end = java.time.Instant.now().plusSeconds(30);
    JsonNode page;
    do {
      page = host.as(Who.SPECIALIST).get("/dossiers?q=" + Client.encode(words)).json();
    } while (page.path("total").asInt() == 0 && java.time.Instant.now().isBefore(end));
    return page;
  }

  @Test
  void theStockTaskApiAsksCore() {
    Round round = Round.withLetter(host);
    complete(Who.SPECIALIST, round.task(Who.SPECIALIST), "submitted", "", 200);
    assertThat(round.state()).isEqualTo("DEPARTMENT_HEAD_REVIEW");
    String task = round.task(Who.HEAD);
    for (Who who : List.of(Who.SPECIALIST, Who.COLLEAGUE, Who.CLERK, Who.LEADER)) {
      assertThat(tryComplete(host.stock(who), task, "accepted", "").status())
          .as(who.name())
          .isGreaterThanOrEqualTo(400);
    }
    assertThat(tryComplete(host.administrator(), task, "accepted", "").status())
        .as("the administrator is nobody's head")
        .isGreaterThanOrEqualTo(400);
    assertThat(tryComplete(host.stock(Who.HEAD), task, "returned", "").text())
        .as("without a reason")
        .contains("Thiếu lý do");
    assertThat(tryComplete(host.stock(Who.HEAD), task, "issued", "").status())
        .as("an outcome of another step")
        .isGreaterThanOrEqualTo(400);
    assertThat(round.state()).isEqualTo("DEPARTMENT_HEAD_REVIEW");
    complete(Who.HEAD, task, "returned", "Thiếu thời hạn.", 200);
    assertThat(round.state()).isEqualTo("DRAFTING");
    JsonNode decisions = round.as(Who.SPECIALIST).path("decisions");
    assertThat(decisions.path(decisions.size() - 1).path("comment").asText())
        .isEqualTo("Thiếu thời hạn.");
  }

  @Test
  void nobodyHandsATaskToWhoMayNotDecideIt() {
    Round round = Round.withLetter(host).submitted();
    String task = round.task(Who.HEAD);
    Reply delegated =
        host.stock(Who.HEAD)
            .raw(
                "PUT",
                WORKFLOW + "/tasks/" + task + "?select=state,assignee",
                JSON,
                "{\"state\":\"delegated\",\"assignee\":\"chuyenvien\"}");
    assertThat(delegated.status()).as(delegated.text()).isGreaterThanOrEqualTo(400);
    assertThat(
            host.administrator()
                .raw(
                    "PUT",
                    WORKFLOW + "/tasks/" + task + "?select=assignee",
                    JSON,
                    "{\"assignee\":\"chuyenvien\"}")
                .status())
        .isGreaterThanOrEqualTo(400);
    assertThat(round.acceptedByHead().state()).isEqualTo("AGENCY_LEADER_REVIEW");
  }

  @Test
  void aWrittenVariableChangesNothing() {
    Round round = Round.withLetter(host).submitted();
    String task = round.task(Who.HEAD);
    String process = processOf(task);
    for (String name :
        List.of("ttdnwf_outcome", "outcome", "drafter", "ttdnFlow", "ttdnRouting", "execution")) {
      host.stock(Who.SPECIALIST)
          .raw(
              "PUT",
              WORKFLOW + "/processes/" + process + "/variables/" + name,
              JSON,
              "{\"name\":\"" + name + "\",\"value\":\"issued\",\"type\":\"d:text\"}");
    }
    round.decide(Who.HEAD, "returned", "Không đạt.");
    assertThat(round.state()).isEqualTo("DRAFTING");
    assertThat(round.as(Who.SPECIALIST).path("task").path("id").asText()).isNotBlank();
  }

  @Test
  void aProcessIsNotDeletedAroundCore() {
    Round round = Round.withLetter(host).submitted();
    String task = round.task(Who.HEAD);
    String process = processOf(task);
    for (Client client :
        List.of(host.stock(Who.SPECIALIST), host.stock(Who.HEAD), host.administrator())) {
      Reply reply = client.raw("DELETE", WORKFLOW + "/processes/" + process, JSON, "");
      assertThat(reply.status()).as(reply.text()).isGreaterThanOrEqualTo(400);
      Reply share =
          client.raw(
              "DELETE", "/s/api/workflow-instances/activiti$" + process + "?forced=true", JSON, "");
      assertThat(share.status()).as(share.text()).isGreaterThanOrEqualTo(400);
    }
    assertThat(round.task(Who.HEAD)).isEqualTo(task);
    assertThat(round.acceptedByHead().state()).isEqualTo("AGENCY_LEADER_REVIEW");
  }

  @Test
  void theRecordIsNeitherChangedNorDeleted() {
    Round round = Round.withLetter(host);
    String record =
        round
            .submitted()
            .acceptedByHead()
            .acceptedByLeader()
            .issued()
            .path("records")
            .path(0)
            .path("id")
            .asText();
    List<String> passed = new ArrayList<>();
    for (Map.Entry<String, Client> who : everybody().entrySet()) {
      for (Attempt attempt : attempts(who.getValue(), record)) {
        int status = attempt.reply().status();
        assertThat(status).as(attempt.what() + " found what it was to change").isNotEqualTo(404);
        if (status < 400) {
          passed.add(who.getKey() + " " + attempt.what() + ": " + status);
        }
      }
    }
    assertThat(passed).isEmpty();
    assertThat(host.as(Who.SPECIALIST).get("/records/" + record + "/content").bytes())
        .isEqualTo(Letters.signed("OFFICIAL_LETTER"));
    JsonNode node = host.administrator().get(API + "/nodes/" + record).json().path("entry");
    assertThat(node.path("nodeType").asText()).isEqualTo("ttdn:record");
    assertThat(node.path("isLocked").asBoolean()).isFalse();
  }

  @Test
  void theDossierAndItsDraftAreKept() {
    Round round = Round.withLetter(host);
    String draft = round.as(Who.SPECIALIST).path("documents").path(0).path("id").asText();
    List<String> passed = new ArrayList<>();
    for (Map.Entry<String, Client> who : everybody().entrySet()) {
      Client api = who.getValue().below(API);
      for (String node : List.of(round.id(), draft)) {
        note(
            passed,
            who.getKey() + " deletes " + node,
            api.raw("DELETE", "/nodes/" + node, JSON, ""));
        note(
            passed,
            who.getKey() + " rewrites the state",
            api.raw(
                "PUT",
                "/nodes/" + node,
                JSON,
                "{\"properties\":{\"ttdn:state\":\"ISSUED\",\"ttdn:dossierId\":\"x\"}}"));
      }
    }
    round.submitted();
    for (Map.Entry<String, Client> who : everybody().entrySet()) {
      note(
          passed,
          who.getKey() + " swaps the letter under review",
          who.getValue()
              .below(API)
              .raw("PUT", "/nodes/" + draft + "/content", "application/octet-stream", "khác"));
    }
    assertThat(passed).isEmpty();
    assertThat(round.acceptedByHead().state()).isEqualTo("AGENCY_LEADER_REVIEW");
  }

  private record Attempt(String what, Reply reply) {}

  private static void note(List<String> passed, String what, Reply reply) {
    if (reply.status() < 400) {
      passed.add(what + ": " + reply.status());
    }
  }

  private static Map<String, Client> everybody() {
    return Map.of(
        "clerk", host.stock(Who.CLERK),
        "specialist", host.stock(Who.SPECIALIST),
        "administrator", host.administrator());
  }

  /** Everything that a stock way in offers to change a document or to be rid of it. */
  private static List<Attempt> attempts(Client client, String record) {
    String node = API + "/nodes/" + record;
    String ref = "workspace://SpacesStore/" + record;
    String name = client.get(node).json().path("entry").path("name").asText();
    String year = host.administrator().get(node).json().path("entry").path("createdAt").asText();
    String dav = "/webdav/TTĐN/Văn bản đã phát hành/" + year.substring(0, 4) + "/" + name;
    String davPath = encodePath(dav);
    return List.of(
        new Attempt("REST content", client.raw("PUT", node + "/content", "text/plain", "x")),
        new Attempt("REST name", client.raw("PUT", node, JSON, "{\"name\":\"khác.pdf\"}")),
        new Attempt(
            "REST property",
            client.raw("PUT", node, JSON, "{\"properties\":{\"cm:title\":\"khác\"}}")),
        new Attempt(
            "REST fact",
            client.raw("PUT", node, JSON, "{\"properties\":{\"ttdn:symbol\":\"99/X\"}}")),
        new Attempt(
            "REST aspect",
            client.raw("PUT", node, JSON, "{\"aspectNames\":[\"cm:titled\",\"cm:author\"]}")),
        new Attempt("REST type", client.raw("PUT", node, JSON, "{\"nodeType\":\"cm:content\"}")),
        new Attempt(
            "REST move", client.raw("POST", node + "/move", JSON, "{\"targetParentId\":\"-my-\"}")),
        new Attempt(
            "REST copy", client.raw("POST", node + "/copy", JSON, "{\"targetParentId\":\"-my-\"}")),
        new Attempt("REST delete of its folder", deleteParent(client, node)),
        new Attempt(
            "a record made by hand",
            client.raw(
                "POST",
                API + "/nodes/-my-/children",
                JSON,
                "{\"name\":\"" + record + ".pdf\",\"nodeType\":\"ttdn:record\"}")),
        new Attempt("REST lock", client.raw("POST", node + "/lock", JSON, "{}")),
        new Attempt(
            "REST permissions",
            client.raw(
                "PUT",
                node,
                JSON,
                "{\"permissions\":{\"isInheritanceEnabled\":true,\"locallySet\":[]}}")),
        new Attempt("REST delete", client.raw("DELETE", node, JSON, "")),
        new Attempt(
            "REST delete for good", client.raw("DELETE", node + "?permanent=true", JSON, "")),
        new Attempt("CMIS delete", cmis(client, record, "cmisaction=delete")),
        new Attempt(
            "CMIS properties",
            cmis(
                client,
                record,
                "cmisaction=update&propertyId[0]=cmis:name&propertyValue[0]=khac.pdf")),
        new Attempt("CMIS content", cmis(client, record, "cmisaction=deleteContent")),
        new Attempt("CMIS check-out", cmis(client, record, "cmisaction=checkOut")),
        new Attempt("WebDAV put", client.raw("PUT", davPath, "text/plain", "x")),
        new Attempt("WebDAV delete", client.raw("DELETE", davPath, "text/plain", "")),
        new Attempt(
            "WebDAV move",
            client.raw(
                "MOVE",
                davPath,
                "text/plain",
                "",
                "Destination",
                client.address("/webdav/mat.pdf"))),
        new Attempt(
            "Share delete",
            client.raw(
                "DELETE",
                "/s/slingshot/doclib/action/file/node/" + ref.replace(":/", ""),
                JSON,
                "")),
        new Attempt(
            "Share edit form",
            client.raw(
                "POST",
                "/s/api/node/" + ref.replace(":/", "") + "/formprocessor",
                JSON,
                "{\"prop_cm_title\":\"khác\"}")));
  }

  private static Reply deleteParent(Client client, String node) {
    String parent = client.get(node).json().path("entry").path("parentId").asText();
    return client.raw("DELETE", API + "/nodes/" + parent, JSON, "");
  }

  private static Reply cmis(Client client, String node, String action) {
    return client.raw(
        "POST",
        CMIS + "?objectId=" + node,
        "application/x-www-form-urlencoded",
        "objectId=" + node + "&" + action);
  }

  private static String encodePath(String path) {
    return java.util.Arrays.stream(path.split("/", -1))
        .map(segment -> Client.encode(segment).replace("+", "%20"))
        .collect(java.util.stream.Collectors.joining("/"));
  }

  private static Reply start(Who who, List<String> items, Object... variables) {
    return host.stock(who)
        .post(
            WORKFLOW + "/processes",
            object(
                "processDefinitionKey",
                "ttdnPlanApproval",
                "items",
                items,
                "variables",
                object(variables)));
  }

  private static Reply tryComplete(Client client, String task, String outcome, String comment) {
    return client.raw(
        "PUT",
        WORKFLOW + "/tasks/" + task + "?select=state,variables",
        JSON,
        "{\"state\":\"completed\",\"variables\":["
            + "{\"name\":\"ttdnwf_outcome\",\"value\":\""
            + outcome
            + "\",\"scope\":\"local\"},"
            + "{\"name\":\"bpm_comment\",\"value\":\""
            + comment
            + "\",\"scope\":\"local\"}]}");
  }

  private static void complete(Who who, String task, String outcome, String comment, int status) {
    Reply reply = tryComplete(host.stock(who), task, outcome, comment);
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
  }

  private static String task(JsonNode dossier) {
    return dossier.path("task").path("id").asText();
  }

  private static String processOf(String task) {
    return host.administrator()
        .get(WORKFLOW + "/tasks/" + task)
        .json()
        .path("entry")
        .path("processId")
        .asText();
  }

  private static JsonNode found(String subject) {
    JsonNode page = search(subject);
    assertThat(page.path("total").asInt()).as(page.toString()).isEqualTo(1);
    return page.path("items").path(0);
  }

  private static int total(String subject) {
    return search(subject).path("total").asInt();
  }

  private static JsonNode search(String subject) {
    return host.as(Who.SPECIALIST)
        .get("/dossiers?q=" + Client.encode(subject.substring(subject.length() - 36)))
        .json();
  }
}
