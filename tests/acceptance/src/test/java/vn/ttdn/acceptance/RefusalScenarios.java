package vn.ttdn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.acceptance.Client.object;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ttdn.acceptance.HostUnderTest.Who;

/** Bad input and forbidden wishes: each refused with a problem that says what, why, way out. */
class RefusalScenarios {
  private final HostUnderTest host = HostUnderTest.get();

  @Test
  void aReturnNeedsAReason() {
    Round round = Round.withLetter(host).submitted();
    Reply reply = round.tryDecide(Who.HEAD, round.task(Who.HEAD), "returned", "  ");
    assertProblem(reply, 400, "reason-missing");
    assertThat(reply.json().path("field").asText()).isEqualTo("comment");
    assertThat(round.state()).isEqualTo("DEPARTMENT_HEAD_REVIEW");
  }

  @Test
  void nobodyDecidesWhatIsNotHis() {
    Round round = Round.withLetter(host).submitted();
    String task = round.task(Who.HEAD);
    for (Who who : List.of(Who.SPECIALIST, Who.LEADER, Who.CLERK)) {
      assertProblem(round.tryDecide(who, task, "accepted", ""), 403, "role-missing");
    }
    assertProblem(round.tryDecide(Who.STRANGER, task, "accepted", ""), 404, "dossier-unknown");
    assertThat(round.state()).isEqualTo("DEPARTMENT_HEAD_REVIEW");
  }

  @Test
  void aStaleTaskNamesWhoWasFaster() {
    Round round = Round.withLetter(host).submitted();
    String task = round.task(Who.HEAD);
    round.acceptedByHead();
    assertProblem(round.tryDecide(Who.HEAD, task, "accepted", ""), 409, "task-decided-already");
    assertThat(round.state()).isEqualTo("AGENCY_LEADER_REVIEW");
  }

  @Test
  void nothingIsSubmittedWithoutLetterOrAddressees() {
    Round round = Round.open(host);
    assertProblem(
        round.tryDecide(Who.SPECIALIST, round.task(Who.SPECIALIST), "submitted", ""),
        400,
        "documents-missing");
    round.upload("a.docx", Letters.docx());
    Reply edited =
        host.as(Who.SPECIALIST)
            .put(
                "/dossiers/" + round.id(),
                object(
                    "subject",
                    round.subject(),
                    "planYear",
                    2027,
                    "unit",
                    "PTTDN",
                    "addressees",
                    List.of()));
    assertThat(edited.status()).isEqualTo(200);
    assertProblem(
        round.tryDecide(Who.SPECIALIST, round.task(Who.SPECIALIST), "submitted", ""),
        400,
        "addressees-missing");
  }

  @Test
  void unknownOutcomesAndPropertiesAreNamed() {
    Round round = Round.withLetter(host);
    String task = round.task(Who.SPECIALIST);
    assertProblem(round.tryDecide(Who.SPECIALIST, task, "accepted", ""), 400, "outcome-unknown");
    Reply unknown =
        host.as(Who.SPECIALIST)
            .post(
                "/tasks/" + Client.encode(task) + "/decision",
                object("outcome", "submitted", "colour", 7));
    assertProblem(unknown, 400, "property-unknown");
    assertThat(unknown.json().path("field").asText()).isEqualTo("colour");
    assertThat(round.state()).isEqualTo("DRAFTING");
  }

  @Test
  void badFilesAreRefusedWholeAndNothingIsStored() {
    Round round = Round.open(host);
    String path = "/dossiers/" + round.id() + "/documents/OFFICIAL_LETTER";
    Client specialist = host.as(Who.SPECIALIST);
    assertProblem(specialist.upload(path, "a.docx", new byte[0]), 400, "file-empty");
    assertProblem(specialist.upload(path, "a.docx", Letters.pdf()), 415, "file-type-differs");
    assertProblem(
        specialist.upload(path, "a.exe", "MZ".getBytes(StandardCharsets.UTF_8)),
        415,
        "file-type-unknown");
    assertProblem(
        specialist.upload(path, "../../a.docx", Letters.docx()), 400, "file-name-invalid");
    assertProblem(
        specialist.upload(path, "a\u0007.docx", Letters.docx()), 400, "file-name-invalid");
    assertThat(round.as(Who.SPECIALIST).path("documents").size()).isZero();
  }

  @Test
  void threeHundredMegabytesAreRefused() {
    Round round = Round.open(host);
    Reply reply =
        host.as(Who.SPECIALIST)
            .uploadStream(
                "/dossiers/" + round.id() + "/documents/OFFICIAL_LETTER",
                "a.pdf",
                () -> new Zeros(300L << 20));
    assertProblem(reply, 413, "file-too-large");
    assertThat(round.as(Who.SPECIALIST).path("documents").size()).isZero();
  }

  @Test
  void onlySpecialistsOpenDossiersInTheirUnit() {
    Object contents = object("subject", "Kế hoạch", "planYear", 2027, "unit", "PTTDN");
    for (Who who : List.of(Who.STRANGER, Who.CLERK, Who.LEADER)) {
      assertProblem(host.as(who).post("/dossiers", contents), 403, "role-missing");
    }
    assertProblem(host.as(Who.HEAD).post("/dossiers", contents), 400, "not-a-specialist-of");
  }

  @Test
  void onlyTheDrafterEditsAndUploads() {
    Round round = Round.withLetter(host);
    assertProblem(
        host.as(Who.COLLEAGUE)
            .upload(
                "/dossiers/" + round.id() + "/documents/OFFICIAL_LETTER", "b.docx", Letters.docx()),
        403,
        "not-the-drafter");
    assertThat(round.as(Who.SPECIALIST).path("documents").path(0).path("versions").size())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"subject\":\"\",\"planYear\":2027,\"unit\":\"PTTDN\"}",
        "{\"subject\":\"x\",\"planYear\":1,\"unit\":\"PTTDN\"}",
        "{\"subject\":\"x\",\"planYear\":\"2027\",\"unit\":\"PTTDN\"}",
        "{\"subject\":\"x\",\"planYear\":2027,\"unit\":\"KHONGCO\"}",
        "{\"subject\":\"x\",\"planYear\":2027,\"unit\":\"CUC\"}",
        "{\"subject\":\"a\\u0000b\",\"planYear\":2027,\"unit\":\"PTTDN\"}",
        "{\"subject\":\"x\",\"planYear\":2027,\"unit\":\"PTTDN\",\"state\":\"ISSUED\"}",
        "{\"subject\":\"x\",\"planYear\":2027,\"unit\":\"PTTDN\",\"addressees\":\"NVDP\"}",
        "{\"subject\":\"x\",\"subject\":\"y\",\"planYear\":2027,\"unit\":\"PTTDN\"}",
        "[]",
        "not json",
        ""
      })
  void badContentsAreRefused(String body) {
    Reply reply =
        host.as(Who.SPECIALIST)
            .postRaw("/dossiers", "application/json", body.getBytes(StandardCharsets.UTF_8));
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.problem()).isNotEmpty();
  }

  @Test
  void unknownThingsAreUnknown() {
    Client clerk = host.as(Who.CLERK);
    String nobody = "00000000-0000-0000-0000-000000000000";
    assertProblem(clerk.get("/dossiers/" + nobody), 404, "dossier-unknown");
    assertProblem(clerk.get("/records/" + nobody), 404, "record-unknown");
    assertProblem(clerk.get("/registers/XX/2026"), 404, "register-unknown");
    assertProblem(clerk.get("/registers/CV/abc"), 400, "year-invalid");
    assertProblem(clerk.get("/registers/CV/2026/export?format=pdf"), 400, "format-unknown");
    assertProblem(clerk.get("/dossiers?limit=9999"), 400, "number-invalid");
    assertProblem(clerk.get("/dossiers?state=NONE"), 400, "state-unknown");
    assertProblem(
        clerk.post("/tasks/" + nobody + "/decision", object("outcome", "issued")),
        404,
        "task-unknown");
  }

  @Test
  void signedOutNobodySeesAnything() {
    for (String path : List.of("/me", "/tasks", "/dossiers", "/registers", "/organisation")) {
      assertThat(host.signedOut().get(path).status()).as(path).isEqualTo(401);
    }
  }

  @Test
  void problemsSpeakTheCallersLanguage() {
    Reply vi = host.as(Who.CLERK).get("/registers/CV/abc");
    Reply en = host.as(Who.CLERK).reading("en").get("/registers/CV/abc");
    assertThat(vi.json().path("title").asText()).isEqualTo("Năm không hợp lệ");
    assertThat(en.json().path("title").asText()).isEqualTo("Not a year");
  }

  private static void assertProblem(Reply reply, int status, String code) {
    assertThat(reply.problem()).as(reply.status() + " " + reply.text()).isEqualTo(code);
    assertThat(reply.status()).isEqualTo(status);
    for (String part : List.of("title", "detail", "remedy")) {
      assertThat(reply.json().path(part).asText()).as(part).isNotBlank();
    }
  }

  /** A stream of zeros that takes no memory. */
  private static final class Zeros extends java.io.InputStream {
    private long left;

    Zeros(long size) {
      this.left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int off, int len) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(len, left);
      java.util.Arrays.fill(buffer, off, off + n, (byte) 0);
      left -= n;
      return n;
    }
  }
}
