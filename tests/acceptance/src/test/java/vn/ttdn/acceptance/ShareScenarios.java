package vn.ttdn.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.ttdn.acceptance.HostUnderTest.Who;
import vn.ttdn.web.testing.Browser;

/**
 * The plan as people click it in Share: from a document of the library over My Tasks to the
 * Ministry's number, and what the document library, the search and the dashboard show of it. Runs
 * with {@code -Dttdn.share=http://…/share} besides {@code -Dttdn.url}.
 */
@Tag("browser")
class ShareScenarios {
  private static AlfrescoHost host;
  private static String share;
  private static Browser browser;

  private final String subject = "Đề nghị đề xuất nội dung Kế hoạch năm 2027 " + UUID.randomUUID();

  @BeforeAll
  static void start() {
    share = System.getProperty("ttdn.share", "");
    assumeTrue(!share.isEmpty(), "no Share was named with -Dttdn.share");
    host = (AlfrescoHost) HostUnderTest.get();
    PlaywrightAssertions.setDefaultAssertionTimeout(40_000);
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void theWholePlanFromTheLibraryOverMyTasks() {
    String document = host.libraryDocument("Công văn " + UUID.randomUUID() + ".odt", Letters.odt());
    try (Browser.Window mai = signedIn(Who.SPECIALIST)) {
      open(mai, "document-details?nodeRef=workspace://SpacesStore/" + document);
      mai.page().getByText("Khởi tạo quy trình kế hoạch").first().click();
      field(mai, "prop_subject").fill(subject);
      field(mai, "prop_planYear").fill("2027");
      field(mai, "prop_addressees").fill("NVDP\nTTBC");
      mai.screenshot("share-01-khoi-tao");
      mai.page().locator("button[id$='-form-submit-button']").click();
      assertThat(mai.page().getByText("Đã lập hồ sơ kế hoạch từ văn bản")).isVisible();
      task(mai, "share-02-du-thao");
      submit(mai, "submitted");
    }
    returnedOnlyWithItsReason();
    assertThat(state()).isEqualTo("DRAFTING");
    decide(Who.SPECIALIST, "submitted", Map.of("letterFile", Letters.draft("OFFICIAL_LETTER")));
    decide(Who.HEAD, "accepted", Map.of());
    decide(Who.LEADER, "accepted", Map.of());
    issue(Who.CLERK, "OFFICIAL_LETTER");
    assertThat(step()).isEqualTo("s6_2_5_draftPlan");

    decide(Who.STRANGER, "answered", Map.of("answerFile", Letters.answer()));
    decide(Who.PRESS, "noComment", Map.of());
    assertThat(answers()).containsExactlyInAnyOrder("RECEIVED", "COMPLETED");
    decide(Who.SPECIALIST, "Xem xét", "accepted", Map.of());
    assertThat(answers()).containsOnly("COMPLETED");

    decide(
        Who.SPECIALIST,
        "Dự thảo Quyết định",
        "submitted",
        Map.of(
            "letterFile", Letters.draft("COMMENT_LETTER"),
            "decisionFile", Letters.draft("DECISION"),
            "planFile", Letters.draft("PLAN")));
    decide(Who.HEAD, "accepted", Map.of());
    decide(Who.LEADER, "accepted", Map.of());
    issue(Who.CLERK, "COMMENT_LETTER");

    decide(Who.SPECIALIST, "submitted", Map.of("slipFile", Letters.draft("SUBMISSION_SLIP")));
    decide(Who.HEAD, "accepted", Map.of());
    decide(Who.LEADER, "accepted", Map.of());
    issue(Who.CLERK, "SUBMISSION_SLIP");
    decide(Who.MINISTRY_LEADER, "accepted", Map.of());
    issuedByTheMinistry();
    assertThat(state()).isEqualTo("ISSUED");

    try (Browser.Window lan = signedIn(Who.CLERK)) {
      open(lan, "ttdn-plans#/dossiers");
      lan.at("search").fill(subject.substring(subject.length() - 36));
      lan.page().keyboard().press("Enter");
      assertThat(lan.at("dossier-row")).hasCount(1);
      lan.at("dossier-row").getByRole(AriaRole.LINK).click();
      assertThat(lan.at("state")).hasAttribute("data-state", "ISSUED");
      assertThat(lan.at("history-row")).hasCount(16);
      lan.screenshot("share-12-trang-ke-hoach");
    }
  }

  private void returnedOnlyWithItsReason() {
    try (Browser.Window hoa = signedIn(Who.HEAD)) {
      task(hoa, "share-03-xem-xet");
      button(hoa, "returned");
      Locator prompt = hoa.page().getByText("Trả lại văn bản phải kèm lý do");
      assertThat(prompt).isVisible();
      hoa.screenshot("share-04-thieu-ly-do");
      hoa.page().locator("#prompt button").first().click();
      assertThat(prompt).hasCount(0);
      field(hoa, "prop_bpm_comment").fill("Bổ sung thời hạn gửi đề xuất.");
      submit(hoa, "returned");
    }
  }

  /** The number is the Ministry's. */
  private void issuedByTheMinistry() {
    try (Browser.Window window = signedIn(Who.MINISTRY_CLERK)) {
      task(window, "share-10-van-thu-bo");
      pick(window, Who.MINISTRY_CLERK, "signedFile", "pdf", Letters.signed("DECISION"));
      pick(window, Who.MINISTRY_CLERK, "signedPlanFile", "pdf", Letters.signed("PLAN"));
      field(window, "prop_ttdnwf_number").fill(Round.ministryNumber());
      window.screenshot("share-11-so-cua-bo");
      submit(window, "issued");
    }
  }

  @Test
  void thePageWorksWithTheSessionAndTheTokenOfShare() {
    try (Browser.Window mai = signedIn(Who.SPECIALIST)) {
      open(mai, "ttdn-plans");
      assertThat(mai.at("signout")).hasCount(0);
      mai.at("nav-dossiers").click();
      mai.at("new-dossier").click();
      mai.at("field-subject").fill(subject);
      mai.at("field-planYear").fill("2027");
      mai.at("addressee-NVDP").click();
      mai.at("save-dossier").click();
      assertThat(mai.at("subject")).hasText(subject);
      mai.at("upload-OFFICIAL_LETTER")
          .setInputFiles(
              Path.of(System.getProperty("ttdn.samples"), "cong-van-de-nghi-de-xuat.docx"));
      assertThat(mai.at("version")).hasCount(1);
      mai.screenshot("share-07-trang-ke-hoach-soan-thao");
      mai.at("decide-submitted").click();
      assertThat(mai.at("state")).hasAttribute("data-state", "DEPARTMENT_HEAD_REVIEW");
    }
  }

  @Test
  void theStockPageStartsTheWorkflowAsWell() {
    String document = host.libraryDocument("Công văn " + UUID.randomUUID() + ".odt", Letters.odt());
    try (Browser.Window mai = signedIn(Who.SPECIALIST)) {
      open(mai, "start-workflow?selectedItems=workspace://SpacesStore/" + document);
      mai.page().locator("button[id$='-workflow-definition-button-button']").click();
      mai.page().getByText("Xây dựng Kế hoạch thông tin đối ngoại của Bộ").first().click();
      field(mai, "prop_ttdnwf_subject").fill(subject);
      field(mai, "prop_ttdnwf_planYear").fill("2027");
      field(mai, "prop_ttdnwf_addressees").fill("NVDP\nVụ Hợp tác quốc tế");
      mai.screenshot("share-09-bat-dau-quy-trinh");
      mai.page().locator("button[id$='-form-submit-button']").click();
      assertThat(mai.page()).not().hasURL(Pattern.compile("start-workflow"));
      task(mai, "share-10-du-thao");
    }
    assertThat(state()).isEqualTo("DRAFTING");
  }

  @Test
  void whatCoreRefusesIsToldOnShareItsPage() {
    String text = host.libraryDocument(UUID.randomUUID() + ".txt", new byte[] {'c', 'h', 'u'});
    try (Browser.Window mai = signedIn(Who.SPECIALIST)) {
      open(mai, "document-details?nodeRef=workspace://SpacesStore/" + text);
      mai.page().getByText("Khởi tạo quy trình kế hoạch").first().click();
      field(mai, "prop_subject").fill(subject);
      mai.page().locator("button[id$='-form-submit-button']").click();
      assertThat(mai.page().locator("#prompt, #message").first()).isVisible();
      mai.screenshot("share-08-bi-tu-choi");
      assertThat(mai.page().locator("body")).containsText("DOCX, ODT");
    }
  }

  /** Takes the open step in My Tasks and hands in files by the form's pickers. */
  private void decide(Who who, String outcome, Map<String, byte[]> files) {
    decide(who, "", outcome, files);
  }

  private void decide(Who who, String title, String outcome, Map<String, byte[]> files) {
    try (Browser.Window window = signedIn(who)) {
      task(window, title, "share-05-" + who + "-" + step());
      files.forEach((picker, content) -> pick(window, who, picker, "docx", content));
      if (!files.isEmpty()) {
        window.screenshot("share-06-" + who + "-" + step());
      }
      submit(window, outcome);
    }
  }

  private void issue(Who who, String kind) {
    try (Browser.Window window = signedIn(who)) {
      task(window, "share-07-" + who + "-" + kind);
      pick(window, who, "signedFile", "pdf", Letters.signed(kind));
      window.page().locator("[id$='prop_ttdnwf_onPaper-entry']").check();
      window.screenshot("share-08-" + who + "-" + kind);
      submit(window, "issued");
    }
  }

  /** Picks a file of the person's own folder in Share's object picker. */
  private static void pick(
      Browser.Window window, Who who, String picker, String ending, byte[] content) {
    String name = picker + " " + UUID.randomUUID() + "." + ending;
    host.libraryDocument(who, name, content);
    Page page = window.page();
    String control = "[id$='assoc_ttdnwf_" + picker + "-cntrl";
    page.locator(control + "-itemGroupActions'] button").first().click();
    Locator row =
        page.locator(control + "-picker-results'] tr")
            .filter(new Locator.FilterOptions().setHasText(name));
    row.locator("a.add-item").click();
    assertThat(page.locator(control + "-picker-selectedItems']")).containsText(name);
    page.locator(control + "-ok-button']").click();
    assertThat(page.locator(control + "-currentValueDisplay']")).containsText(name);
  }

  /** Opens the subject's task from My Tasks, as a person does. */
  private void task(Browser.Window window, String screenshot) {
    task(window, "", screenshot);
  }

  /** Where somebody has several tasks of the subject, the one with that title. */
  private void task(Browser.Window window, String title, String screenshot) {
    open(window, "my-tasks");
    Locator task =
        window
            .page()
            .locator("[id$='-tasks'] .yui-dt-data tr")
            .filter(new Locator.FilterOptions().setHasText(title))
            .getByText(subject)
            .first();
    Locator next = window.page().locator("a.yui-pg-next").first();
    Locator pageOfTasks = window.page().locator(".yui-pg-current-page").first();
    for (int shown = 1; ; shown++) {
      // Share draws the list anew when its tasks have come: the number tells that it has.
      assertThat(pageOfTasks).hasText(String.valueOf(shown));
      assertThat(window.page().locator("[id$='-tasks'] .yui-dt-data td").first()).isVisible();
      window.page().waitForLoadState(LoadState.NETWORKIDLE);
      if (task.count() > 0) {
        break;
      }
      next.click();
    }
    task.click();
    assertThat(window.page()).hasURL(Pattern.compile("task-edit"));
    assertThat(field(window, "prop_bpm_comment")).isVisible();
    assertThat(window.page().locator("body")).containsText(subject);
    // The documents are listed once their details have been fetched.
    assertThat(window.page().locator("[id$='packageItems-cntrl'] h3.name").first()).isVisible();
    window.screenshot(screenshot);
  }

  private static void button(Browser.Window window, String outcome) {
    window.page().locator("button[id$='-" + outcome + "-button']").click();
  }

  /** Decides, and comes back to the list. */
  private static void submit(Browser.Window window, String outcome) {
    button(window, outcome);
    assertThat(window.page()).hasURL(Pattern.compile("my-tasks"));
  }

  private static Locator field(Browser.Window window, String name) {
    return window.page().locator("[name=" + name + "]");
  }

  private static void open(Browser.Window window, String page) {
    window.page().navigate(share + "/page/" + page);
  }

  private String state() {
    return dossier().path("state").path("code").asText();
  }

  private String step() {
    return dossier().path("step").path("id").asText();
  }

  private List<String> answers() {
    String id = dossier().path("id").asText();
    JsonNode answers = host.as(Who.CLERK).get("/dossiers/" + id).json().path("answers");
    return answers.findValues("state").stream().map(s -> s.path("code").asText()).toList();
  }

  private JsonNode dossier() {
    return host.as(Who.CLERK)
        .get("/dossiers?q=" + Client.encode(subject.substring(subject.length() - 36)))
        .json()
        .path("items")
        .path(0);
  }

  private static Browser.Window signedIn(Who who) {
    return signedIn(browser, share, who);
  }

  /** A window of somebody who signed in to Share. */
  static Browser.Window signedIn(Browser browser, String share, Who who) {
    // Share's own pages complain in the console of what is not ours.
    Browser.Window window = browser.openStrange(1366, 768, "vi-VN");
    Page page = window.page();
    page.navigate(share + "/page/");
    page.locator("input[name=username]").fill(who.userName());
    page.locator("input[name=password]").fill(HostUnderTest.PASSWORD);
    page.locator("button[id$='-submit-button']").click();
    assertThat(page.locator("input[name=password]")).hasCount(0);
    return window;
  }
}
