package vn.ttdn.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.ttdn.web.testing.Browser;

/** The registers, the records behind their lines, and what mends an issued document. */
@Tag("browser")
class RegisterIT extends PageTest {
  @Test
  void everyRegisterHasItsTabItsYearsAndItsExports() throws IOException {
    FakeDossier plan = asked();
    desk().round(plan);
    desk().round(plan);
    try (Browser.Window lan = signedIn("vanthu")) {
      lan.at("nav-register").click();
      assertThat(lan.at("register-row")).hasCount(2);
      assertThat(lan.at("register-CV")).hasAttribute("aria-current", "page");
      look(lan, "80-so-van-ban-di");
      Download csv = saved(lan, lan.at("export-csv"));
      assertThat(csv.suggestedFilename()).isEqualTo("so-van-ban-di-CV-2026.csv");
      assertThat(Files.readString(csv.path())).isEqualTo("Số, ký hiệu");
      lan.at("language").click();
      assertThat(lan.at("export-csv")).hasText("Export CSV");
      assertThat(Files.readString(saved(lan, lan.at("export-csv")).path())).isEqualTo("Number");
      lan.at("search").fill("khong co");
      lan.page().keyboard().press("Enter");
      assertThat(lan.at("register-row")).hasCount(0);
      lan.at("search").fill("thong tin doi ngoai");
      lan.page().keyboard().press("Enter");
      assertThat(lan.at("register-row")).hasCount(2);
      lan.at("year-2025").click();
      assertThat(lan.at("register-row")).hasCount(0);
      lan.at("register-PTR").click();
      assertThat(lan.at("register-row")).containsText("01/PTr-TTĐN");
      lan.at("register-QD").click();
      assertThat(lan.at("register-empty")).isVisible();
      look(lan, "81-so-trong");
      lan.at("register-DEN").click();
      assertThat(lan.at("register-empty")).isVisible();
    }
  }

  @Test
  void aRecordSaysWhatWentToWhomAndHow() {
    FakeDossier plan = asked();
    desk().round(plan);
    try (Browser.Window lan = signedIn("vanthu", "dossiers/" + plan.id)) {
      lan.at("to-record").first().click();
      assertThat(lan.at("fact-symbol")).hasText("02/TTĐN-PTTĐN");
      assertThat(lan.at("fact-issuedOn")).hasText("23/11/2026");
      assertThat(lan.at("dispatch")).hasCount(3);
      assertThat(lan.at("dispatch").nth(0)).containsText("Trên hệ thống");
      assertThat(lan.at("dispatch").nth(1)).containsText("htqt@mic.gov.vn");
      assertThat(lan.at("dispatch").nth(1)).containsText("thư đang chờ gửi");
      assertThat(lan.at("dispatch").nth(2)).containsText("Bản giấy");
      assertLoaded(lan);
      assertThat(lan.at("mend-RECALL")).hasCount(0);
      look(lan, "82-van-ban");
      assertThat(saved(lan, lan.at("download")).suggestedFilename()).endsWith(".pdf");
      lan.page().goBack();
      lan.at("record").first().getByText("Quyết định").click();
      assertThat(lan.at("fact-kind")).hasText("Quyết định");
      assertThat(lan.at("fact-symbol")).hasCount(0);
      look(lan, "83-van-ban-kem-theo");
      lan.at("enclosure-of").click();
      assertThat(lan.at("fact-symbol")).hasText("02/TTĐN-PTTĐN");
    }
  }

  @Test
  void aRecallIsBegunFromTheRecordAndMarksItsEntry() {
    FakeDossier plan = asked();
    try (Browser.Window mai = signedIn("chuyenvien", "register")) {
      mai.at("register-row").getByRole(AriaRole.LINK).click();
      mai.at("mend-CORRECTION").click();
      assertThat(mai.at("field-subject"))
          .hasValue("Đính chính văn bản số 01/TTĐN-PTTĐN: " + SUBJECT);
      mai.at("field-purpose").selectOption("RECALL");
      assertThat(mai.at("field-subject")).hasValue("Thu hồi văn bản số 01/TTĐN-PTTĐN: " + SUBJECT);
      look(mai, "84-thu-hoi-van-ban");
      server.agency().refuseNext(400, "subject", "Trích yếu quá dài");
      mai.at("send").click();
      assertThat(mai.at("problem")).hasAttribute("data-field", "subject");
      assertThat(mai.at("field-subject")).isFocused();
      mai.at("send").click();
      assertThat(mai.at("subject")).containsText("Thu hồi văn bản số 01/TTĐN-PTTĐN");
      assertThat(mai.at("letter-of")).containsText("Thu hồi");
      desk().round(server.agency().dossiers().get(0));
      mai.at("nav-register").click();
      assertThat(mai.at("register-row")).hasCount(2);
      assertThat(mai.at("mended")).hasText("Đã thu hồi");
      assertThat(mai.at("mends")).containsText("Thu hồi 01/TTĐN-PTTĐN");
      look(mai, "85-so-co-van-ban-thu-hoi");
      mai.at("mends").getByRole(AriaRole.LINK).click();
      assertThat(mai.at("mended-note")).containsText("bằng văn bản số 02/TTĐN-PTTĐN");
      look(mai, "86-van-ban-da-thu-hoi");
      mai.at("mended-note").getByRole(AriaRole.LINK).click();
      assertThat(mai.at("fact-mends")).containsText("01/TTĐN-PTTĐN");
      go(mai, "dossiers/" + plan.id);
      assertThat(mai.at("record").getByTestId("mended")).hasText("Đã thu hồi");
    }
  }

  @Test
  void whatTheMinistryIssuedIsNotMendedHere() {
    FakeDossier plan = asked();
    desk().round(plan);
    desk().round(plan);
    desk().sign(plan, "vanthubo");
    desk().decide(plan, "vanthubo", "issued", "");
    try (Browser.Window mai = signedIn("chuyenvien", "register/QD")) {
      mai.at("register-row").getByRole(AriaRole.LINK).click();
      assertThat(mai.at("fact-kind")).hasText("Quyết định");
      assertLoaded(mai);
      assertThat(mai.at("mend-RECALL")).hasCount(0);
      mai.at("nav-register").click();
      mai.at("register-PTR").click();
      mai.at("register-row").getByRole(AriaRole.LINK).click();
      assertThat(mai.at("mend-RECALL")).isVisible();
    }
  }

  @Test
  void whoeverWasSentADocumentReadsItWithoutItsDossier() {
    asked();
    String record = server.agency().registers().byRecord("r2").orElseThrow().recordId();
    try (Browser.Window nam = signedIn("nghiepvu", "records/" + record)) {
      assertThat(nam.at("fact-symbol")).hasText("01/TTĐN-PTTĐN");
      assertLoaded(nam);
      assertThat(nam.at("mend-RECALL")).hasCount(0);
      assertThat(nam.at("problem")).hasCount(0);
    }
  }

  /** The title is written when a view has asked for everything that it shows. */
  private static void assertLoaded(Browser.Window window) {
    assertThat(window.page()).hasTitle(Pattern.compile(" số \\d\\d/"));
  }
}
