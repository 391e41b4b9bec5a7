package vn.ttdn.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.EnumMap;
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
 * QT.TTĐN.03, 6.2.1–6.2.13, as people click it at a small laptop's size: each has his own window
 * open the whole time, as at work, and finds what waits for him among his tasks.
 */
@Tag("browser")
class PlanByClickScenarios {
  private static HostUnderTest host;
  private static Browser browser;

  private final Map<Who, Browser.Window> windows = new EnumMap<>(Who.class);
  private final String mark = UUID.randomUUID().toString();
  private final String subject = "Kế hoạch thông tin đối ngoại năm 2027 " + mark;
  private String dossier;
  private int pictures;

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
  void thePlanGoesItsWholeWay() {
    open();
    hand("OFFICIAL_LETTER", "cong-van-de-nghi-de-xuat-lan-2.docx");
    submit();
    decide(Who.HEAD, "accepted", "");
    decide(Who.LEADER, "accepted", "");
    issue(Who.CLERK, "OFFICIAL_LETTER", "cong-van-de-nghi-de-xuat-da-ky.pdf", "");
    aUnitAnswersWithAFile();
    theClerkRegistersTheOther();
    theSpecialistExamines();

    hand("DECISION", "quyet-dinh.docx");
    hand("PLAN", "ke-hoach.docx");
    Browser.Window mai = at(Who.SPECIALIST);
    assertThat(mai.at("lacks").getByRole(AriaRole.LISTITEM)).hasCount(1);
    hand("COMMENT_LETTER", "cong-van-xin-y-kien.docx");
    assertThat(mai.at("lacks")).hasCount(0);
    look(mai, "vong-hai-du-thanh-phan");
    submit();
    decide(Who.HEAD, "returned", "Rà lại phân công nhiệm vụ.");
    hand("PLAN", "ke-hoach.docx");
    assertThat(at(Who.SPECIALIST).at("said").first()).containsText("Rà lại phân công nhiệm vụ.");
    submit();
    decide(Who.HEAD, "accepted", "");
    decide(Who.LEADER, "accepted", "");
    issue(Who.CLERK, "COMMENT_LETTER", "cong-van-xin-y-kien-da-ky.pdf", "");
    aUnitHasNoComment();

    hand("SUBMISSION_SLIP", "phieu-trinh.docx");
    assertThat(at(Who.SPECIALIST).at("without")).containsText("Vụ Hợp tác quốc tế");
    submit();
    decide(Who.HEAD, "accepted", "");
    decide(Who.LEADER, "accepted", "");
    issue(Who.CLERK, "SUBMISSION_SLIP", "phieu-trinh-da-ky.pdf", "");
    decide(Who.MINISTRY_LEADER, "returned", "Làm rõ nguồn kinh phí.");
    hand("SUBMISSION_SLIP", "phieu-trinh-lan-2.docx");
    submit();
    decide(Who.HEAD, "accepted", "");
    decide(Who.LEADER, "accepted", "");
    issue(Who.CLERK, "SUBMISSION_SLIP", "phieu-trinh-lan-2-da-ky.pdf", "");
    decide(Who.MINISTRY_LEADER, "accepted", "");
    toDossier(Who.MINISTRY_CLERK);
    sign(Who.MINISTRY_CLERK, "PLAN", "ke-hoach-da-ky.pdf");
    String number = Round.ministryNumber();
    issue(Who.MINISTRY_CLERK, "DECISION", "quyet-dinh-da-ky.pdf", number);

    thePlanIsIssuedAndKept(number);
    windows.values().forEach(Browser.Window::close);
  }

  private void open() {
    Browser.Window mai = at(Who.SPECIALIST);
    mai.at("nav-dossiers").click();
    mai.at("new-dossier").click();
    mai.at("field-subject").fill(subject);
    mai.at("field-planYear").fill("2027");
    mai.at("addressee-NVDP").click();
    Locator addressees = mai.at("field-addressees");
    addressees.fill(addressees.inputValue() + "\nVụ Hợp tác quốc tế");
    look(mai, "lap-ho-so");
    mai.at("save-dossier").click();
    assertThat(mai.at("subject")).hasText(subject);
    dossier = mai.page().url();
  }

  private void aUnitAnswersWithAFile() {
    Browser.Window nam = task(Who.STRANGER);
    look(nam, "don-vi-tra-loi");
    nam.at("upload-answer").setInputFiles(Desk.sample("tra-loi-don-vi.docx"));
    assertThat(nam.at("answer-version")).hasCount(1);
    nam.at("decide-answered").click();
    assertThat(nam.at("decide")).hasCount(0);
    look(nam, "don-vi-da-tra-loi");
  }

  private void theClerkRegistersTheOther() {
    Browser.Window lan = task(Who.CLERK);
    look(lan, "van-thu-dang-ky-van-ban-den");
    String today = lan.at("field-arrivedOn").inputValue();
    lan.at("field-issuedOn").fill(today);
    lan.at("field-symbol").fill("12/HTQT");
    lan.at("field-subject").fill("Đề xuất " + mark);
    lan.at("upload-incoming").setInputFiles(Desk.sample("tra-loi-don-vi.docx"));
    lan.at("register-incoming").click();
    assertThat(lan.at("incoming-entry")).containsText("12/HTQT");
    look(lan, "da-dang-ky-van-ban-den");
  }

  private void theSpecialistExamines() {
    Browser.Window mai = toDossier(Who.SPECIALIST);
    assertThat(mai.at("answer-row")).hasCount(2);
    look(mai, "hai-don-vi-da-tra-loi");
    for (int i = 0; i < 2; i++) {
      toDossier(Who.SPECIALIST);
      mai.at("open-answer").nth(i).click();
      mai.at("decide-accepted").click();
      assertThat(mai.at("decide")).hasCount(0);
    }
    toDossier(Who.SPECIALIST);
    assertThat(mai.page().locator("[data-testid=answer-row][data-state=COMPLETED]")).hasCount(2);
  }

  private void aUnitHasNoComment() {
    Browser.Window nam = task(Who.STRANGER);
    nam.at("decide-noComment").click();
    assertThat(nam.at("decide")).hasCount(0);
  }

  private void thePlanIsIssuedAndKept(String number) {
    Browser.Window mai = toDossier(Who.SPECIALIST);
    assertThat(mai.at("state")).hasAttribute("data-state", "ISSUED");
    // Two letters, two slips and the Decision; what goes with them is named beneath.
    assertThat(mai.at("record")).hasCount(5);
    mai.at("audit").click();
    assertThat(mai.at("audit-result")).containsText("Toàn vẹn");
    look(mai, "da-phat-hanh");
    Browser.Window hung = toDossier(Who.HEAD);
    hung.at("nav-register").click();
    hung.at("register-QD").click();
    hung.at("search").fill("ke hoach thong tin doi ngoai nam 2027 " + mark);
    hung.page().keyboard().press("Enter");
    assertThat(hung.at("register-row")).hasCount(1);
    assertThat(hung.at("register-row")).containsText(number + "/");
    look(hung, "so-quyet-dinh");
  }

  private void hand(String kind, String name) {
    Browser.Window mai = toDossier(Who.SPECIALIST);
    Locator document = mai.page().locator("[data-testid=document][data-kind=" + kind + "]");
    int versions = document.getByTestId("version").count();
    mai.at("upload-" + kind).setInputFiles(Desk.sample(name));
    assertThat(document.getByTestId("version")).hasCount(Math.min(versions + 1, 2));
    assertThat(document.getByTestId("version").first()).containsText(name);
  }

  private void submit() {
    Browser.Window mai = toDossier(Who.SPECIALIST);
    mai.at("decide-submitted").click();
    assertThat(mai.at("decide")).hasCount(0);
  }

  private void decide(Who who, String outcome, String comment) {
    Browser.Window window = task(who);
    if (!comment.isEmpty()) {
      window.at("decide-" + outcome).click();
      assertThat(window.at("decision-comment")).isFocused();
      window.at("decision-comment").fill(comment);
    }
    look(window, who + "-" + outcome);
    window.at("decide-" + outcome).click();
    assertThat(window.at("decide")).hasCount(0);
  }

  private void sign(Who who, String kind, String name) {
    Browser.Window window = at(who);
    window.at("upload-signed-" + kind).setInputFiles(Desk.sample(name));
    assertThat(window.at("signed-" + kind).getByRole(AriaRole.LINK)).hasText(name);
  }

  private void issue(Who who, String kind, String name, String number) {
    // The clerk has the outside body's answer to register among his tasks as well.
    Browser.Window window = toDossier(who);
    sign(who, kind, name);
    if (!number.isEmpty()) {
      window.at("field-number").fill(number);
    }
    if (window.at("field-onPaper").count() > 0) {
      window.at("field-onPaper").check();
    }
    look(window, who + "-phat-hanh-" + kind);
    window.at("decide-issued").click();
    assertThat(window.page().getByRole(AriaRole.DIALOG)).containsText(subject);
    window.at("confirm").click();
    assertThat(window.at("message")).containsText(Pattern.compile("\\d{2,}/"));
    assertThat(window.at("decide")).hasCount(0);
  }

  /** What waits for that person of this dossier, opened from his tasks. */
  private Browser.Window task(Who who) {
    Browser.Window window = at(who);
    window.at("nav-tasks").click();
    Locator task = window.at("task-row").filter(new Locator.FilterOptions().setHasText(mark));
    assertThat(task).hasCount(1);
    task.getByRole(AriaRole.LINK).first().click();
    assertThat(window.at("decide").or(window.at("incoming-form")).first()).isVisible();
    return window;
  }

  /** As it stands now: others have worked on it meanwhile. */
  private Browser.Window toDossier(Who who) {
    Browser.Window window = at(who);
    if (window.page().url().equals(dossier)) {
      window.page().reload();
    } else {
      window.page().navigate(dossier);
    }
    assertThat(window.at("subject")).hasText(subject);
    return window;
  }

  private void look(Browser.Window window, String name) {
    pictures++;
    window.screenshot("plan-%02d-%s".formatted(pictures, name));
    window.assertAccessible();
    window.assertNoSidewaysScroll();
  }

  private Browser.Window at(Who who) {
    return windows.computeIfAbsent(who, w -> Desk.signedIn(browser, host, w));
  }
}
