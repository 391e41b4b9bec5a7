package vn.ttdn.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.ttdn.web.testing.Browser;

/** The page in a real browser, under the content security policy that the standalone host sends. */
@Tag("browser")
class PageIT {
  private static final String SUBJECT =
      "Về việc đề nghị đề xuất nội dung Kế hoạch thông tin đối ngoại năm 2027 của Bộ";

  private static Browser browser;
  private PageServer server;

  @BeforeAll
  static void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(10_000);
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @BeforeEach
  void serve() throws IOException {
    server = new PageServer();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void signingInRefusesWithTheRemedyAndThenShowsTheTasks() {
    try (Browser.Window window = browser.open(1366, 768)) {
      window.page().navigate(server.url() + "/#/tasks");
      assertThat(window.at("signin-user")).isFocused();
      window.screenshot("01-dang-nhap");
      window.assertAccessible();
      window.at("signin-user").fill("chuyenvien");
      window.at("signin-password").fill("wrong");
      window.at("signin-submit").click();
      assertThat(window.at("problem")).containsText("Tên đăng nhập hoặc mật khẩu không đúng.");
      window.at("signin-password").fill("ttdn-2026");
      window.page().keyboard().press("Enter");
      assertThat(window.at("who")).containsText("Trần Thị Mai");
      assertThat(window.at("no-tasks")).isVisible();
      assertThat(window.page()).hasTitle("Việc của tôi – Kế hoạch thông tin đối ngoại");
      window.at("signout").click();
      assertThat(window.at("signin-user")).isVisible();
    }
  }

  @Test
  void aLetterGoesFromTheFirstLineToTheRegister() throws IOException {
    String id;
    try (Browser.Window mai = signedIn("chuyenvien")) {
      id = open(mai);
      assertThat(mai.at("lacks").locator("li")).hasCount(1);
      mai.screenshot("03-ho-so-moi");
      upload(mai, "cong-van-01.pdf", 40_000);
      assertThat(mai.at("message")).containsText("cong-van-01.pdf");
      assertThat(mai.at("version")).hasCount(1);
      assertThat(mai.at("lacks")).hasCount(0);
      assertThat(mai.at("task-count")).hasText("1");
      mai.screenshot("04-ho-so-da-co-cong-van");
      mai.assertAccessible();
      mai.at("decide-submitted").click();
      assertThat(mai.at("message")).containsText("Chờ Lãnh đạo phòng xem xét");
      assertThat(mai.at("state")).hasAttribute("data-state", "DEPARTMENT_HEAD_REVIEW");
      assertThat(mai.at("decide")).hasCount(0);
      assertThat(mai.at("upload-input")).hasCount(0);
      assertThat(mai.at("history-row")).hasCount(1);
    }
    try (Browser.Window hoa = signedIn("truongphong")) {
      hoa.screenshot("05-viec-cua-toi");
      hoa.assertAccessible();
      hoa.at("task-row").getByRole(AriaRole.LINK).click();
      hoa.at("decide-returned").click();
      assertThat(hoa.at("problem")).containsText("Thiếu lý do");
      assertThat(hoa.at("decision-comment")).isFocused();
      assertThat(hoa.at("decision-comment")).hasAttribute("aria-invalid", "true");
      assertThat(hoa.at("decision-comment")).hasAttribute("aria-describedby", "comment-fault");
      hoa.screenshot("06-thieu-ly-do");
      hoa.assertAccessible();
      hoa.at("decision-comment").fill("Bổ sung căn cứ pháp lý.\nGhi rõ thời hạn.");
      hoa.at("decide-returned").click();
      assertThat(hoa.at("history-row").last()).containsText("Bổ sung căn cứ pháp lý.");
    }
    try (Browser.Window mai = signedIn("chuyenvien")) {
      mai.page().navigate(server.url() + "/#/dossiers/" + id);
      upload(mai, "cong-van-01.pdf", 41_000);
      assertThat(mai.at("version")).hasCount(2);
      mai.at("decide-submitted").click();
      assertThat(mai.at("history-row")).hasCount(3);
    }
    decide("truongphong", id, "decide-accepted");
    decide("cuctruong", id, "decide-accepted");
    try (Browser.Window lan = signedIn("vanthu")) {
      lan.page().navigate(server.url() + "/#/dossiers/" + id);
      lan.at("decide-issued").click();
      assertThat(lan.page().getByRole(AriaRole.DIALOG)).containsText(SUBJECT);
      lan.screenshot("07-xac-nhan-phat-hanh");
      lan.assertAccessible();
      lan.at("confirm").click();
      assertThat(lan.at("message")).containsText("01/TTĐN-PTTĐN");
      assertThat(lan.at("state")).hasAttribute("data-state", "ISSUED");
      lan.at("audit").click();
      assertThat(lan.at("audit-result")).containsText("Toàn vẹn");
      lan.screenshot("08-ho-so-da-phat-hanh");
      lan.assertAccessible();
      lan.at("to-record").click();
      assertThat(lan.at("fact-symbol")).hasText("01/TTĐN-PTTĐN");
      assertThat(lan.at("fact-issuedOn")).hasText("23/11/2026");
      assertThat(lan.at("fact-signer")).containsText("Đỗ Minh Tuấn");
      lan.screenshot("09-van-ban-da-phat-hanh");
      lan.assertAccessible();
      assertThat(saved(lan, lan.at("download")).suggestedFilename()).endsWith(".pdf");
      lan.at("nav-register").click();
      assertThat(lan.at("register-row")).hasCount(1);
      lan.screenshot("10-so-van-ban-di");
      lan.assertAccessible();
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
      lan.at("register-row").getByRole(AriaRole.LINK).click();
      assertThat(lan.at("fact-kind")).hasText("Official letter");
    }
  }

  @Test
  void everyViewIsThereInEnglish() {
    try (Browser.Window mai = signedIn("chuyenvien")) {
      mai.at("language").click();
      assertThat(mai.at("nav-tasks")).hasText(Pattern.compile("My tasks"));
      assertThat(mai.page().locator("html")).hasAttribute("lang", "en");
      assertThat(mai.page().locator("ttdn-app")).hasAttribute("lang", "en");
      mai.page().reload();
      assertThat(mai.page()).hasTitle("My tasks – External information plans");
      mai.at("nav-dossiers").click();
      assertThat(mai.page()).hasTitle("Plan dossiers – External information plans");
      mai.at("new-dossier").click();
      mai.at("save-dossier").click();
      assertThat(mai.at("problem")).containsText("The subject is missing");
      assertThat(mai.at("field-subject")).isFocused();
      mai.at("field-subject").fill(SUBJECT);
      // Addressees stand in a Vietnamese letter.
      mai.at("addressee-NVDP").click();
      assertThat(mai.at("field-addressees")).hasValue("Phòng Nghiệp vụ - Điều phối");
      mai.screenshot("20-en-new-dossier");
      mai.assertAccessible();
      mai.at("save-dossier").click();
      assertThat(mai.at("state")).hasText("Being drafted");
      mai.screenshot("21-en-dossier");
      mai.assertAccessible();
      mai.at("language").click();
      assertThat(mai.at("state")).hasText("Đang dự thảo");
    }
  }

  @Test
  void whatWasTypedSurvivesTheLanguageSwitch() {
    try (Browser.Window mai = signedIn("chuyenvien")) {
      mai.page().navigate(server.url() + "/#/dossiers/new");
      mai.at("field-subject").fill("Đang gõ dở");
      mai.at("language").click();
      assertThat(mai.at("save-dossier")).hasText("Open the dossier");
      assertThat(mai.at("field-subject")).hasValue("Đang gõ dở");
    }
  }

  @Test
  void whatIsBeingTypedIntoTheSearchStaysWhenAnAnswerArrives() {
    server.agency().fill(1);
    try (Browser.Window mai = signedIn("chuyenvien")) {
      mai.at("nav-dossiers").click();
      mai.at("search").fill("đang gõ");
      mai.at("language").click();
      assertThat(mai.at("dossier-row")).containsText("Being drafted");
      assertThat(mai.at("search")).hasValue("đang gõ");
    }
  }

  @Test
  void theListIsSearchedFilteredAndTurnedOver() {
    server.agency().fill(45);
    try (Browser.Window mai = signedIn("chuyenvien")) {
      mai.at("nav-dossiers").click();
      assertThat(mai.at("dossier-row")).hasCount(20);
      assertThat(mai.at("count")).hasText(Pattern.compile("45"));
      mai.screenshot("11-danh-sach-ho-so");
      mai.assertAccessible();
      mai.at("next").click();
      mai.at("next").click();
      assertThat(mai.at("dossier-row")).hasCount(5);
      assertThat(mai.at("next")).hasCount(0);
      mai.at("search").fill("de xuat noi dung ke hoach dot 7");
      mai.page().keyboard().press("Enter");
      assertThat(mai.at("dossier-row")).hasCount(1);
      assertThat(mai.at("search")).isFocused();
      mai.at("filter-state").selectOption("ISSUED");
      assertThat(mai.at("dossier-row")).hasCount(0);
      mai.page().goBack();
      assertThat(mai.at("dossier-row")).hasCount(1);
      assertThat(mai.at("filter-state")).hasValue("");
    }
  }

  @Test
  void aProblemStandsAtTheFieldThatItNames() {
    try (Browser.Window mai = signedIn("chuyenvien")) {
      mai.page().navigate(server.url() + "/#/dossiers/new");
      mai.at("field-subject").fill(SUBJECT);
      server.agency().refuseNext(400, "planYear", "Năm kế hoạch không hợp lệ");
      mai.at("save-dossier").click();
      assertThat(mai.at("problem")).hasAttribute("data-field", "planYear");
      assertThat(mai.at("field-planYear")).isFocused();
      assertThat(mai.at("field-planYear")).hasAttribute("aria-describedby", "planYear-fault");
      mai.screenshot("12-loi-tai-o-nhap");
      mai.assertAccessible();
      server.agency().refuseNext(503, null, "Hệ thống đang bận");
      mai.at("save-dossier").click();
      assertThat(mai.at("problem")).containsText("Cách xử lý.");
      assertThat(mai.at("field-subject")).hasValue(SUBJECT);
    }
  }

  @Test
  void aFileThatIsTooLargeIsRefusedBeforeItIsSent() {
    try (Browser.Window mai = signedIn("chuyenvien")) {
      open(mai);
      upload(mai, "rat-lon.pdf", (1 << 20) + 1);
      assertThat(mai.at("problem")).hasAttribute("data-field", "file");
      assertThat(mai.at("problem")).containsText("rat-lon.pdf");
      assertThat(mai.at("version")).hasCount(0);
      server.agency().refuseNext(415, "file", "Loại tệp không được nhận");
      upload(mai, "cong-van.pdf", 10);
      assertThat(mai.at("problem")).containsText("Loại tệp không được nhận");
      upload(mai, "cong-van.pdf", 10);
      assertThat(mai.at("version")).hasCount(1);
      assertThat(mai.at("problem")).hasCount(0);
    }
  }

  @Test
  void aTaskThatSomebodyElseDecidedIsTold() {
    server.agency().fill(1);
    server.agency().decideElsewhere(filled(1), "chuyenvien2", "submitted", "");
    try (Browser.Window hoa = signedIn("truongphong")) {
      hoa.at("task-row").getByRole(AriaRole.LINK).click();
      assertThat(hoa.at("decide-accepted")).isVisible();
      server.agency().decideElsewhere(filled(1), "truongphong", "accepted", "");
      hoa.at("decide-accepted").click();
      assertThat(hoa.at("problem")).containsText("Nguyễn Thị Hoa đã xử lý việc này: Đạt.");
      hoa.screenshot("13-viec-da-duoc-xu-ly");
      hoa.assertAccessible();
      hoa.at("reload").click();
      assertThat(hoa.at("decide")).hasCount(0);
      assertThat(hoa.at("task-count")).hasCount(0);
    }
  }

  @Test
  void aSessionThatEndedAsksToSignInAndStaysWhereItWas() {
    server.agency().fill(1);
    try (Browser.Window mai = signedIn("chuyenvien2")) {
      mai.at("nav-dossiers").click();
      assertThat(mai.at("dossier-row")).hasCount(1);
      mai.page().context().clearCookies();
      mai.at("dossier-row").getByRole(AriaRole.LINK).click();
      signIn(mai, "chuyenvien2");
      assertThat(mai.at("subject")).hasText(filled(1));
    }
  }

  @Test
  void theKeyboardIsEnoughToDecide() {
    server.agency().fill(1);
    server.agency().decideElsewhere(filled(1), "chuyenvien2", "submitted", "");
    try (Browser.Window hoa = signedIn("truongphong")) {
      hoa.page().keyboard().press("Tab");
      tabTo(hoa, hoa.at("task-row").getByRole(AriaRole.LINK));
      hoa.page().keyboard().press("Enter");
      assertThat(hoa.at("subject")).isFocused();
      tabTo(hoa, hoa.at("decision-comment"));
      hoa.page().keyboard().type("Đồng ý");
      tabTo(hoa, hoa.at("decide-accepted"));
      hoa.page().keyboard().press("Enter");
      assertThat(hoa.at("state")).hasAttribute("data-state", "AGENCY_LEADER_REVIEW");
      assertThat(hoa.at("subject")).isFocused();
      hoa.page().reload();
      hoa.page().keyboard().press("Tab");
      hoa.page().keyboard().press("Enter");
      assertThat(hoa.page().getByRole(AriaRole.MAIN)).isFocused();
    }
  }

  @Test
  void issuingIsConfirmedAndEscapeTakesItBack() {
    server.agency().fill(1);
    server.agency().decideElsewhere(filled(1), "chuyenvien2", "submitted", "");
    server.agency().decideElsewhere(filled(1), "truongphong", "accepted", "");
    server.agency().decideElsewhere(filled(1), "cuctruong", "accepted", "");
    try (Browser.Window lan = signedIn("vanthu")) {
      lan.at("task-row").getByRole(AriaRole.LINK).click();
      lan.at("decide-issued").focus();
      lan.page().keyboard().press("Enter");
      assertThat(lan.at("cancel")).isFocused();
      lan.page().keyboard().press("Tab");
      assertThat(lan.at("confirm")).isFocused();
      lan.page().keyboard().press("Escape");
      assertThat(lan.at("confirm")).not().isVisible();
      assertThat(lan.at("decide-issued")).isFocused();
      assertThat(lan.at("state")).hasAttribute("data-state", "ISSUING");
    }
  }

  @Test
  void thePictureSaysWhereTheDossierStandsAndKeepsItsNamesInTheirBoxes() {
    server.agency().fill(1);
    server.agency().decideElsewhere(filled(1), "chuyenvien2", "submitted", "");
    try (Browser.Window hoa = signedIn("truongphong")) {
      hoa.at("task-row").getByRole(AriaRole.LINK).click();
      Locator image = hoa.at("picture").getByRole(AriaRole.IMG);
      assertThat(image).hasAccessibleName("Sơ đồ quy trình. Bước hiện tại: Lãnh đạo phòng xem xét");
      assertThat(image).hasAccessibleDescription(Pattern.compile("đã qua.*bước hiện tại"));
      assertThat(hoa.at("picture-current"))
          .hasAttribute("data-step", "s6_2_2_departmentHeadReview");
      assertThat(hoa.at("picture").locator(".step.visited"))
          .hasAttribute("data-step", "s6_2_1_draftLetter");
      assertThat(hoa.at("picture").locator(".step")).hasCount(4);
      Object sticking =
          hoa.at("picture")
              .locator(".step")
              .evaluateAll(
                  "steps => steps.filter(step => { const box = step.querySelector('rect').getBBox();"
                      + " return [...step.querySelectorAll('text')].map(t => t.getBBox()).some(t =>"
                      + " t.x < box.x || t.x + t.width > box.x + box.width"
                      + " || t.y < box.y || t.y + t.height > box.y + box.height); }).length");
      assertThat(sticking).isEqualTo(0);
      hoa.screenshot("14-so-do");
    }
  }

  @Test
  void aPhoneShowsEverythingWithoutScrollingSideways() {
    server.agency().fill(3);
    server.agency().decideElsewhere(filled(1), "chuyenvien2", "submitted", "");
    try (Browser.Window hoa = browser.open(390, 844)) {
      hoa.page().navigate(server.url());
      signIn(hoa, "truongphong");
      assertThat(hoa.at("task-row")).hasCount(1);
      hoa.screenshot("30-dien-thoai-viec");
      hoa.assertNoSidewaysScroll();
      hoa.at("task-row").getByRole(AriaRole.LINK).click();
      assertThat(hoa.at("picture-current")).isVisible();
      hoa.screenshot("31-dien-thoai-ho-so");
      hoa.assertNoSidewaysScroll();
      hoa.assertAccessible();
      hoa.at("nav-dossiers").click();
      assertThat(hoa.at("dossier-row")).hasCount(3);
      hoa.screenshot("32-dien-thoai-danh-sach");
      hoa.assertNoSidewaysScroll();
    }
  }

  @Test
  void insideShareItMindsItsOwnStylesAndShareItsToken() {
    try (Browser.Window mai = browser.open(1366, 768)) {
      mai.page().navigate(server.url() + "/share/page#/dossiers/new");
      assertThat(mai.at("signout")).hasCount(0);
      mai.at("field-subject").fill(SUBJECT);
      mai.at("save-dossier").click();
      assertThat(mai.at("state")).hasText("Đang dự thảo");
      upload(mai, "công văn đề nghị.pdf", 2000);
      assertThat(mai.at("version")).hasCount(1);
      assertThat(mai.at("decide-submitted")).isVisible();
      assertThat(mai.at("subject")).hasCSS("text-align", "start");
      assertThat(mai.at("subject")).hasCSS("text-transform", "none");
      assertThat(mai.at("subject")).hasCSS("color", "rgb(27, 39, 51)");
      assertThat(mai.page().locator("#their-button")).hasCSS("display", "none");
      assertThat(mai.page()).hasTitle("Alfresco");
      mai.screenshot("40-trong-share");
    }
  }

  private static String filled(int number) {
    return "Đề nghị đề xuất nội dung Kế hoạch đợt " + number;
  }

  private static void tabTo(Browser.Window window, Locator goal) {
    for (int i = 0; i < 40; i++) {
      if ((Boolean) goal.evaluate("e => e.getRootNode().activeElement === e")) {
        return;
      }
      window.page().keyboard().press("Tab");
    }
    throw new AssertionError("the keyboard does not reach " + goal);
  }

  private Browser.Window signedIn(String user) {
    Browser.Window window = browser.open(1366, 768);
    window.page().navigate(server.url());
    signIn(window, user);
    assertThat(window.at("who")).isVisible();
    return window;
  }

  private static void signIn(Browser.Window window, String user) {
    window.at("signin-user").fill(user);
    window.at("signin-password").fill("ttdn-2026");
    window.at("signin-submit").click();
  }

  private static String open(Browser.Window mai) {
    mai.at("nav-dossiers").click();
    mai.at("new-dossier").click();
    mai.at("field-subject").fill(SUBJECT);
    mai.at("field-planYear").fill("2027");
    mai.at("field-addressees").fill("Các đơn vị thuộc Bộ");
    mai.at("addressee-NVDP").click();
    assertThat(mai.at("field-addressees"))
        .hasValue("Các đơn vị thuộc Bộ\nPhòng Nghiệp vụ - Điều phối");
    mai.screenshot("02-lap-ho-so");
    mai.at("save-dossier").click();
    assertThat(mai.at("subject")).hasText(SUBJECT);
    assertThat(mai.at("message")).containsText("Đã lập hồ sơ");
    assertThat(mai.at("fact-addressees")).containsText("Các đơn vị thuộc Bộ; Phòng Nghiệp vụ");
    String url = mai.page().url();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static void upload(Browser.Window window, String name, int size) {
    byte[] content = ("%PDF" + "x".repeat(Math.max(0, size - 4))).getBytes(StandardCharsets.UTF_8);
    window.at("upload-input").setInputFiles(new FilePayload(name, "application/pdf", content));
  }

  private void decide(String user, String id, String button) {
    try (Browser.Window window = signedIn(user)) {
      window.page().navigate(server.url() + "/#/dossiers/" + id);
      window.at(button).click();
      assertThat(window.at("decide")).hasCount(0);
    }
  }

  private static Download saved(Browser.Window window, Locator link) {
    return window.page().waitForDownload(link::click);
  }
}
