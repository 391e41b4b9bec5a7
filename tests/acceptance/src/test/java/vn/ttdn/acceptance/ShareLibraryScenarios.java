package vn.ttdn.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.ttdn.acceptance.Client.object;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.ttdn.acceptance.HostUnderTest.Who;
import vn.ttdn.web.testing.Browser;

/**
 * What Share's document library, search and dashboard show of dossiers and records. Runs with
 * {@code -Dttdn.share=http://…/share} besides {@code -Dttdn.url}.
 */
@Tag("browser")
class ShareLibraryScenarios {
  private static AlfrescoHost host;
  private static String share;
  private static Browser browser;

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
  void theLibraryTellsRoundTermAndWhatIsMissing() {
    Round round = Round.withLetter(host).until("s6_2_5_draftPlan");
    try (Browser.Window mai = signedIn(Who.SPECIALIST)) {
      open(
          mai, "repository#filter=path|" + Client.encode(folderOf(round.id())).replace("+", "%20"));
      Locator letter = row(mai, "Công văn đề nghị.docx");
      assertThat(letter.locator("img[alt=ttdn-round]")).hasAttribute("title", "Vòng 2");
      assertThat(letter.locator("img[alt=ttdn-due]"))
          .hasAttribute(
              "title", java.util.regex.Pattern.compile("Hạn xử lý: \\d\\d/\\d\\d/\\d{4}"));
      assertThat(letter.locator("img[alt=ttdn-late]")).hasCount(0);
      assertThat(letter).containsText("Loại văn bản");
      mai.screenshot("share-20-chi-bao");
      letter.hover();
      letter.locator("a.show-more").click();
      letter.locator(".more-actions").getByText("Kiểm tra đủ thành phần").click();
      Locator prompt = mai.page().locator("#prompt");
      assertThat(prompt).containsText("Còn thiếu:");
      assertThat(prompt).containsText("Kế hoạch");
      mai.screenshot("share-21-kiem-tra-du-thanh-phan");
    }
  }

  @Test
  void theLibraryTellsTheNumberOfARecord() {
    Round round = Round.withLetter(host).submitted().acceptedByHead().acceptedByLeader();
    String symbol = round.issued().path("records").path(0).path("register").path("symbol").asText();
    String record = round.as(Who.CLERK).path("records").path(0).path("id").asText();
    try (Browser.Window lan = signedIn(Who.CLERK)) {
      open(lan, "document-details?nodeRef=workspace://SpacesStore/" + record);
      Page page = lan.page();
      assertThat(page.locator("body")).containsText(symbol);
      assertThat(page.getByText("Khởi tạo quy trình kế hoạch")).hasCount(0);
      lan.screenshot("share-22-van-ban-da-phat-hanh");
    }
  }

  @Test
  void aDocumentGoesIntoADossierAndAnIncomingOneIntoItsRegister() {
    Round round = Round.withLetter(host).until("s6_2_5_draftPlan");
    String file = host.libraryDocument("Kế hoạch.docx", Letters.draft("PLAN"));
    try (Browser.Window mai = signedIn(Who.SPECIALIST)) {
      open(mai, "document-details?nodeRef=workspace://SpacesStore/" + file);
      mai.page().getByText("Đưa vào hồ sơ").first().click();
      Locator dossier = mai.page().locator("select[name=prop_dossier]");
      assertThat(dossier.locator("option[value='" + round.id() + "']")).hasCount(1);
      dossier.selectOption(round.id());
      mai.page().locator("select[name=prop_kind]").selectOption("PLAN");
      mai.screenshot("share-23-dua-vao-ho-so");
      mai.page().locator("button[id$='-form-submit-button']").click();
      assertThat(mai.page().getByText("vào hồ sơ.").first()).isVisible();
    }
    assertThat(round.as(Who.SPECIALIST).path("documents").findValuesAsText("code"))
        .contains("PLAN");

    String letter =
        round.as(Who.CLERK).path("records").path(0).path("register").path("symbol").asText();
    String incoming = host.libraryDocument(Who.CLERK, "Trả lời.docx", Letters.answer());
    try (Browser.Window lan = signedIn(Who.CLERK)) {
      open(lan, "document-details?nodeRef=workspace://SpacesStore/" + incoming);
      lan.page().getByText("Đăng ký văn bản đến").first().click();
      field(lan, "prop_letter").fill(letter);
      field(lan, "prop_sender").fill("Vụ Hợp tác quốc tế");
      field(lan, "prop_symbol").fill("12/HTQT");
      lan.page().locator("input[id$='_prop_issuedOn-cntrl-date']").pressSequentially("24/11/2026");
      lan.page().keyboard().press("Tab");
      lan.screenshot("share-24-van-ban-den");
      lan.page().locator("button[id$='-form-submit-button']").click();
      assertThat(lan.page().getByText("vào sổ văn bản đến.").first()).isVisible();
    }
    assertThat(
            round.as(Who.CLERK).path("answers").findValues("state").stream()
                .map(state -> state.path("code").asText()))
        .contains("RECEIVED");
  }

  @Test
  void theDashboardShowsMyStepsAndWhoOwesAnAnswer() {
    Round round = Round.withLetter(host).until("s6_2_5_draftPlan");
    try (Browser.Window mai = signedIn(Who.SPECIALIST)) {
      open(mai, "user/" + Who.SPECIALIST.userName() + "/dashboard");
      mai.page()
          .evaluate(
              "dashlets => new Promise((done, failed) => Alfresco.util.Ajax.jsonPost({"
                  + "url: Alfresco.constants.URL_SERVICECONTEXT"
                  + " + 'components/dashboard/customise-dashboard', dataObj: dashlets,"
                  + "successCallback: {fn: done}, failureCallback: {fn: failed}}))",
              object(
                  "dashboardPage",
                  "user/" + Who.SPECIALIST.userName() + "/dashboard",
                  "templateId",
                  "dashboard-2-columns-wide-right",
                  "dashlets",
                  java.util.List.of(
                      dashlet("ttdn-my-steps", "component-1-1"),
                      dashlet("ttdn-owed-answers", "component-2-1"))));
      open(mai, "user/" + Who.SPECIALIST.userName() + "/dashboard");
      Locator steps = dashlet(mai, "Việc quy trình của tôi");
      assertThat(steps.getByText(round.subject()).first()).isVisible();
      assertThat(steps.getByText("Hạn:").first()).isVisible();
      Locator owed = dashlet(mai, "Ai còn nợ trả lời");
      assertThat(owed.getByText("Phòng Nghiệp vụ").first()).isVisible();
      mai.screenshot("share-25-bang-thong-tin");
      steps.getByText(round.subject()).first().click();
      assertThat(field(mai, "prop_bpm_comment")).isVisible();
    }
  }

  @Test
  void theSearchAsksForWhatOursHave() {
    try (Browser.Window mai = signedIn(Who.SPECIALIST)) {
      open(mai, "advsearch");
      for (String form : new String[] {"Văn bản đã phát hành", "Hồ sơ kế hoạch"}) {
        mai.page().locator("button[id$='-selected-form-button-button']").click();
        mai.page().locator("[id$='-selected-form-list'] .form-type-name").getByText(form).click();
        assertThat(mai.page().getByText("Trích yếu").locator("visible=true").first()).isVisible();
        mai.screenshot("share-26-tim-kiem-" + form.length());
      }
      Locator state = mai.page().locator("select[name=prop_ttdn_state]");
      state.selectOption(new SelectOption().setLabel("Chờ Lãnh đạo Bộ"));
      mai.page()
          .locator("button[id$='-search-button-1-button']")
          .click(new Locator.ClickOptions().setNoWaitAfter(true));
      assertThat(mai.page())
          .hasURL(
              java.util.regex.Pattern.compile(
                  "(dp/ws/faceted-search|search\\?).*MINISTRY_DECISION"));
    }
  }

  private static Map<String, Object> dashlet(String name, String region) {
    return object("url", "/components/dashlets/" + name, "regionId", region);
  }

  private static Locator dashlet(Browser.Window window, String title) {
    return window
        .page()
        .locator(".dashlet")
        .filter(new Locator.FilterOptions().setHasText(title))
        .first();
  }

  private static Locator row(Browser.Window window, String name) {
    return window
        .page()
        .locator(".documents .yui-dt-data tr")
        .filter(new Locator.FilterOptions().setHasText(name))
        .first();
  }

  /** Where a dossier's folder lies, as the library's path filter has it. */
  private static String folderOf(String dossier) {
    var entry =
        host.administrator()
            .below(AlfrescoHost.API)
            .get("/nodes/" + dossier + "?include=path")
            .json()
            .path("entry");
    String path = entry.path("path").path("name").asText();
    return path.substring(path.indexOf('/', 1)) + "/" + entry.path("name").asText();
  }

  private static Locator field(Browser.Window window, String name) {
    return window.page().locator("[name=" + name + "]");
  }

  private static void open(Browser.Window window, String page) {
    window.page().navigate(share + "/page/" + page);
  }

  private static Browser.Window signedIn(Who who) {
    return ShareScenarios.signedIn(browser, share, who);
  }
}
