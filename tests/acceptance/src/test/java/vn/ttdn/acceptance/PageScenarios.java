package vn.ttdn.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.ttdn.acceptance.HostUnderTest.Who;
import vn.ttdn.web.testing.Browser;

/** The first round as people click it, on a host of its own and at a small laptop's size. */
@Tag("browser")
class PageScenarios {
  private static HostUnderTest host;
  private static Browser browser;

  private final String subject =
      "Đề nghị đề xuất nội dung Kế hoạch thông tin đối ngoại năm 2027 " + UUID.randomUUID();

  @BeforeAll
  static void start() {
    host = HostUnderTest.get();
    assumeFalse(host.page().isEmpty(), "this host has no page of its own: it is in Share");
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aLetterGoesFromTheFirstLineToTheRegister() throws IOException {
    String dossier = drafted();
    decide(Who.HEAD, dossier, "decide-returned", "Thiếu thời hạn gửi đề xuất.");
    try (Browser.Window mai = Desk.signedIn(browser, host, Who.SPECIALIST)) {
      mai.page().navigate(dossier);
      assertThat(mai.at("history-row").last()).containsText("Thiếu thời hạn gửi đề xuất.");
      upload(mai, "cong-van-de-nghi-de-xuat-lan-2.docx", 2);
      click(mai, "decide-submitted", "DEPARTMENT_HEAD_REVIEW");
    }
    decide(Who.HEAD, dossier, "decide-accepted", "");
    decide(Who.LEADER, dossier, "decide-accepted", "");
    String symbol;
    try (Browser.Window lan = Desk.signedIn(browser, host, Who.CLERK)) {
      lan.page().navigate(dossier);
      lan.at("upload-signed-OFFICIAL_LETTER")
          .setInputFiles(Desk.sample("cong-van-de-nghi-de-xuat-da-ky.pdf"));
      assertThat(lan.at("signed-OFFICIAL_LETTER").getByRole(AriaRole.LINK))
          .hasText("cong-van-de-nghi-de-xuat-da-ky.pdf");
      lan.at("decide-issued").click();
      assertThat(lan.page().getByRole(AriaRole.DIALOG)).containsText(subject);
      assertThat(lan.page().getByRole(AriaRole.DIALOG)).containsText("da-ky.pdf");
      lan.screenshot("04-xac-nhan-phat-hanh");
      lan.at("confirm").click();
      assertThat(lan.at("state")).hasAttribute("data-state", "DRAFTING");
      assertThat(lan.at("fact-round")).containsText("2");
      lan.at("audit").click();
      assertThat(lan.at("audit-result")).containsText("Toàn vẹn");
      assertThat(lan.at("history-row")).hasCount(6);
      lan.screenshot("05-da-phat-hanh");
      lan.assertAccessible();
      lan.at("to-record").first().click();
      assertThat(lan.at("fact-symbol")).hasText(Pattern.compile("\\d{2,}/TTĐN-PTTĐN"));
      symbol = lan.at("fact-symbol").textContent().strip();
      lan.screenshot("06-van-ban-da-phat-hanh");
      Download letter = lan.page().waitForDownload(lan.at("download")::click);
      assertThat(Files.readAllBytes(letter.path()))
          .isEqualTo(Files.readAllBytes(Desk.sample("cong-van-de-nghi-de-xuat-da-ky.pdf")));
    }
    try (Browser.Window nam = Desk.signedIn(browser, host, Who.STRANGER)) {
      nam.at("nav-register").click();
      nam.at("search")
          .fill("de xuat noi dung ke hoach " + subject.substring(subject.length() - 36));
      nam.page().keyboard().press("Enter");
      assertThat(nam.at("register-row")).hasCount(1);
      assertThat(nam.at("register-row")).containsText(symbol);
      nam.screenshot("07-nguoi-duoc-gui-tim-thay");
    }
  }

  @Test
  void nobodyIsOfferedWhatIsNotHis() {
    String dossier = drafted();
    for (Who who : new Who[] {Who.COLLEAGUE, Who.SPECIALIST}) {
      try (Browser.Window window = Desk.signedIn(browser, host, who)) {
        window.page().navigate(dossier);
        assertThat(window.at("state")).hasAttribute("data-state", "DEPARTMENT_HEAD_REVIEW");
        assertThat(window.at("decide")).hasCount(0);
        assertThat(window.at("upload-OFFICIAL_LETTER")).hasCount(0);
      }
    }
    try (Browser.Window nam = Desk.signedIn(browser, host, Who.STRANGER)) {
      nam.page().navigate(dossier);
      assertThat(nam.at("problem")).isVisible();
      assertThat(nam.at("subject")).hasCount(0);
    }
  }

  @Test
  void aPersonWhoReadsEnglishIsAnsweredInEnglish() {
    try (Browser.Window mai = Desk.signedIn(browser, host, Who.SPECIALIST)) {
      mai.at("language").click();
      mai.at("nav-dossiers").click();
      mai.at("new-dossier").click();
      mai.at("field-planYear").fill("27");
      mai.at("field-subject").fill(subject);
      mai.at("save-dossier").click();
      assertThat(mai.at("problem")).hasAttribute("data-field", "planYear");
      assertThat(mai.at("field-planYear")).isFocused();
      mai.screenshot("08-english");
      mai.assertAccessible();
    }
  }

  /** Opens a dossier with a letter, submits it, and answers its address. */
  private String drafted() {
    try (Browser.Window mai = Desk.signedIn(browser, host, Who.SPECIALIST)) {
      mai.at("nav-dossiers").click();
      mai.at("new-dossier").click();
      mai.at("field-subject").fill(subject);
      mai.at("field-planYear").fill("2027");
      mai.at("addressee-NVDP").click();
      mai.screenshot("01-lap-ho-so");
      mai.at("save-dossier").click();
      assertThat(mai.at("subject")).hasText(subject);
      String dossier = mai.page().url();
      upload(mai, "cong-van-de-nghi-de-xuat.odt", 1);
      mai.screenshot("02-truoc-khi-trinh");
      mai.assertAccessible();
      click(mai, "decide-submitted", "DEPARTMENT_HEAD_REVIEW");
      return dossier;
    }
  }

  private void decide(Who who, String dossier, String button, String comment) {
    try (Browser.Window window = Desk.signedIn(browser, host, who)) {
      Locator task = window.at("task-row").filter(new Locator.FilterOptions().setHasText(subject));
      assertThat(task).hasCount(1);
      task.getByRole(AriaRole.LINK).click();
      assertThat(window.page()).hasURL(dossier);
      if (!comment.isEmpty()) {
        window.at("decision-comment").fill(comment);
      }
      window.screenshot("03-" + who + "-" + button);
      window.at(button).click();
      assertThat(window.at("decide")).hasCount(0);
    }
  }

  private static void click(Browser.Window window, String button, String then) {
    window.at(button).click();
    assertThat(window.at("state")).hasAttribute("data-state", then);
  }

  private static void upload(Browser.Window window, String name, int versions) {
    window.at("upload-OFFICIAL_LETTER").setInputFiles(Desk.sample(name));
    assertThat(window.at("version")).hasCount(versions);
  }
}
