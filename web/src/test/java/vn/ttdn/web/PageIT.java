package vn.ttdn.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.ttdn.web.testing.Browser;

/** The frame of the page: signing in, lists, languages, phones, Share. */
@Tag("browser")
class PageIT extends PageTest {
  @Test
  void signingInRefusesWithTheRemedyAndThenShowsTheTasks() {
    try (Browser.Window window = browser.open(1366, 768)) {
      window.page().navigate(server.url() + "/#/tasks");
      assertThat(window.at("signin-user")).isFocused();
      look(window, "01-dang-nhap");
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
  void stepsAndAnswersStandInOneListByTheirDays() {
    FakeDossier plan = asked();
    plan.urgency = "VERY_URGENT";
    server.agency().wait(12);
    FakeAnswer given = server.agency().answers().of(plan).get(0);
    given.given(true, server.agency().today(), "", FakePeople.person("nghiepvu"), now());
    FakeAnswer came = server.agency().answers().of(plan).get(1);
    came.file.add("y-kien.pdf", 9, FakePeople.person("vanthu"), now());
    came.given(false, server.agency().today(), "", FakePeople.person("vanthu"), now());
    desk().begin(filled(1), "chuyenvien");
    try (Browser.Window mai = signedIn("chuyenvien")) {
      Locator rows = mai.at("task-row");
      assertThat(rows).hasCount(3);
      assertThat(rows.nth(0)).containsText("6.2.5");
      assertThat(rows.nth(0)).containsText("Vòng 2");
      assertThat(rows.nth(0)).containsText("trễ 7 ngày");
      assertThat(rows.nth(0).getByTestId("urgency")).hasText("Thượng khẩn");
      assertThat(rows.nth(1)).hasAttribute("data-kind", "answer");
      assertThat(rows.nth(1)).containsText("Xem xét trả lời");
      assertThat(rows.nth(1)).containsText("Vụ Hợp tác quốc tế");
      assertThat(rows.nth(1)).containsText("trễ 2 ngày");
      assertThat(rows.nth(2)).containsText("còn 5 ngày");
      assertThat(mai.at("task-count")).hasText("3");
      look(mai, "02-viec-cua-toi");
      rows.nth(1).getByRole(AriaRole.LINK).click();
      assertThat(mai.at("asked")).hasText("Trả lời của Vụ Hợp tác quốc tế");
    }
  }

  @Test
  void whoAsksForTheListThatHeLooksAtGetsItAnew() {
    try (Browser.Window mai = signedIn("chuyenvien")) {
      assertThat(mai.at("no-tasks")).isVisible();
      plan();
      mai.at("nav-tasks").click();
      assertThat(mai.at("task-row")).hasCount(1);
      assertThat(mai.at("task-count")).hasText("1");
    }
  }

  @Test
  void theMenuKeepsTheRegistersFromTheMinistryAndNamesWhomSomebodyActsFor() {
    try (Browser.Window bo = signedIn("vanthubo")) {
      assertThat(bo.at("nav-dossiers")).isVisible();
      assertThat(bo.at("nav-register")).hasCount(0);
    }
    try (Browser.Window hang = signedIn("phocuctruong")) {
      assertThat(hang.at("who")).containsText("PHÓ CỤC TRƯỞNG");
      assertThat(hang.at("who")).containsText("Lãnh đạo Cục (thay Đỗ Minh Tuấn)");
      assertThat(hang.at("nav-register")).isVisible();
    }
  }

  @Test
  void everyTextIsThereInBothLanguagesWithTheSameBlanks() {
    try (Browser.Window window = browser.open(1366, 768)) {
      window.page().navigate(server.url());
      Object odd =
          window
              .page()
              .evaluate(
                  "async () => { const [vi, en] = (await Promise.all(['vi', 'en'].map(l =>"
                      + " import(`/ttdn/i18n/${l}.js`)))).map(m => m.default);"
                      + " const blanks = t => (t?.match(/\\{\\w+\\}/g) ?? []).sort().join();"
                      + " return [...new Set([...Object.keys(vi), ...Object.keys(en)])]"
                      + ".filter(k => !vi[k] || !en[k] || blanks(vi[k]) !== blanks(en[k])); }");
      assertThat((List<?>) odd).isEmpty();
    }
  }

  @Test
  void everyViewIsThereInEnglish() {
    FakeDossier plan = asked();
    server.agency().wait(11);
    try (Browser.Window mai = signedIn("chuyenvien")) {
      mai.at("language").click();
      assertThat(mai.at("nav-tasks")).hasText(Pattern.compile("My tasks"));
      assertThat(mai.page().locator("html")).hasAttribute("lang", "en");
      assertThat(mai.page().locator("ttdn-app")).hasAttribute("lang", "en");
      mai.page().reload();
      assertThat(mai.page()).hasTitle("My tasks – External information plans");
      look(mai, "20-en-tasks");
      mai.at("nav-dossiers").click();
      assertThat(mai.page()).hasTitle("Dossiers – External information plans");
      mai.at("new-dossier").click();
      mai.at("save-dossier").click();
      assertThat(mai.at("problem")).containsText("The subject is missing");
      assertThat(mai.at("field-subject")).isFocused();
      mai.at("field-subject").fill(SUBJECT);
      // Addressees stand in a Vietnamese letter.
      mai.at("addressee-NVDP").click();
      assertThat(mai.at("field-addressees")).hasValue("Phòng Nghiệp vụ - Điều phối");
      look(mai, "21-en-new-dossier");
      mai.at("save-dossier").click();
      assertThat(mai.at("state")).hasText("Being drafted");
      mai.at("language").click();
      assertThat(mai.at("state")).hasText("Đang dự thảo");
      mai.at("language").click();
      go(mai, "dossiers/" + plan.id);
      assertThat(mai.at("answers")).containsText("1 day(s) late");
      look(mai, "22-en-dossier");
      mai.at("remind").click();
      assertThat(mai.at("field-subject")).hasValue(Pattern.compile("^Đôn đốc gửi đề xuất"));
      look(mai, "23-en-remind");
      mai.at("cancel").click();
      mai.at("nav-answers").click();
      assertThat(mai.at("owed-row")).hasCount(3);
      look(mai, "24-en-owed");
      mai.at("owed-row").first().getByRole(AriaRole.LINK).first().click();
      assertThat(mai.at("answer-event")).hasCount(1);
      look(mai, "25-en-answer");
      mai.at("nav-register").click();
      look(mai, "26-en-register");
      mai.at("register-row").getByRole(AriaRole.LINK).click();
      assertThat(mai.at("fact-kind")).hasText("Official letter");
      look(mai, "27-en-record");
    }
  }

  @Test
  void whatWasTypedSurvivesTheLanguageSwitch() {
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers/new")) {
      mai.at("field-subject").fill("Đang gõ dở");
      mai.at("field-dueOn").fill("3/12/2026");
      mai.at("language").click();
      assertThat(mai.at("save-dossier")).hasText("Open the dossier");
      assertThat(mai.at("field-subject")).hasValue("Đang gõ dở");
      assertThat(mai.at("field-dueOn")).hasValue("03/12/2026");
    }
  }

  @Test
  void whatIsBeingTypedIntoTheSearchStaysWhenAnAnswerArrives() {
    desk().fill(1);
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
    desk().fill(45);
    try (Browser.Window mai = signedIn("chuyenvien")) {
      mai.at("nav-dossiers").click();
      assertThat(mai.at("dossier-row")).hasCount(20);
      assertThat(mai.at("count")).hasText(Pattern.compile("45"));
      assertThat(mai.at("dossier-row").first()).containsText("Xây dựng Kế hoạch");
      assertThat(mai.at("dossier-row").first()).containsText("Vòng 1");
      assertThat(mai.at("dossier-row").first()).containsText("28/11/2026");
      look(mai, "11-danh-sach-ho-so");
      mai.at("next").click();
      mai.at("next").click();
      assertThat(mai.at("dossier-row")).hasCount(5);
      assertThat(mai.at("next")).hasCount(0);
      mai.at("search").fill("de xuat noi dung ke hoach dot 45");
      mai.page().keyboard().press("Enter");
      assertThat(mai.at("dossier-row")).hasCount(1);
      assertThat(mai.at("search")).isFocused();
      mai.at("filter-state").selectOption("MINISTRY_DECISION");
      assertThat(mai.at("dossier-row")).hasCount(0);
      mai.page().goBack();
      assertThat(mai.at("dossier-row")).hasCount(1);
      assertThat(mai.at("filter-state")).hasValue("");
    }
  }

  @Test
  void aDossierIsLateInTheListByItsStepOrByItsOwnDay() {
    FakeDossier byStep = desk().begin(filled(1), "chuyenvien");
    server.agency().wait(6);
    FakeDossier byItsOwn = desk().begin(filled(2), "chuyenvien");
    byItsOwn.dueOn = server.agency().today().minusDays(1).toString();
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers")) {
      Locator rows = mai.at("dossier-row");
      assertThat(rows.filter(with(byStep.subject)).getByTestId("late")).hasText("trễ 1 ngày");
      assertThat(rows.filter(with(byItsOwn.subject))).containsText("còn 5 ngày");
      assertThat(rows.filter(with(byItsOwn.subject)).getByTestId("late")).hasText("trễ 1 ngày");
    }
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void aSessionThatEndedAsksToSignInAndStaysWhereItWas() {
    desk().fill(1);
    try (Browser.Window mai = signedIn("chuyenvien2")) {
      mai.at("nav-dossiers").click();
      assertThat(mai.at("dossier-row")).hasCount(1);
      mai.page().context().clearCookies();
      mai.at("dossier-row").getByRole(AriaRole.LINK).click();
      enter(mai, "chuyenvien2");
      assertThat(mai.at("subject")).hasText(filled(1));
    }
  }

  @Test
  void aPhoneShowsEverythingWithoutScrollingSideways() {
    FakeDossier plan = asked();
    server.agency().wait(11);
    desk().draft(plan);
    try (Browser.Window mai = signIn(browser.open(390, 844), "chuyenvien")) {
      assertThat(mai.at("task-row")).hasCount(1);
      look(mai, "30-dien-thoai-viec");
      mai.at("task-row").getByRole(AriaRole.LINK).click();
      assertThat(mai.at("picture-current")).isVisible();
      look(mai, "31-dien-thoai-ho-so");
      mai.at("nav-dossiers").click();
      assertThat(mai.at("dossier-row")).hasCount(1);
      look(mai, "32-dien-thoai-danh-sach");
      mai.at("nav-answers").click();
      assertThat(mai.at("owed-row")).hasCount(3);
      look(mai, "33-dien-thoai-no-tra-loi");
      mai.at("owed-row").last().getByRole(AriaRole.LINK).first().click();
      assertThat(mai.at("answer-event")).hasCount(1);
      look(mai, "34-dien-thoai-tra-loi");
      mai.at("nav-register").click();
      assertThat(mai.at("register-row")).hasCount(1);
      look(mai, "35-dien-thoai-so");
      mai.at("register-row").getByRole(AriaRole.LINK).click();
      assertThat(mai.at("dispatch")).hasCount(3);
      look(mai, "36-dien-thoai-van-ban");
    }
  }

  @Test
  void insideShareItMindsItsOwnStylesAndShareItsToken() {
    try (Browser.Window mai = browser.open(1366, 768)) {
      mai.page().navigate(server.url() + "/share/page#/dossiers/new");
      assertThat(mai.at("signout")).hasCount(0);
      mai.at("field-subject").fill(SUBJECT);
      mai.at("addressee-TTBC").click();
      mai.at("save-dossier").click();
      assertThat(mai.at("state")).hasText("Đang dự thảo");
      upload(mai, "OFFICIAL_LETTER", "công văn đề nghị.pdf", 2000);
      assertThat(mai.at("version")).hasCount(1);
      assertThat(mai.at("version")).containsText("công văn đề nghị.pdf");
      assertThat(mai.at("decide-submitted")).isVisible();
      assertThat(mai.at("subject")).hasCSS("text-align", "start");
      assertThat(mai.at("subject")).hasCSS("text-transform", "none");
      assertThat(mai.at("subject")).hasCSS("color", "rgb(27, 39, 51)");
      assertThat(mai.page().locator("#their-button")).hasCSS("display", "none");
      assertThat(mai.page()).hasTitle("Alfresco");
      mai.at("decide-submitted").click();
      assertThat(mai.at("state")).hasText("Chờ Lãnh đạo phòng xem xét");
      mai.at("action-WITHDRAW").click();
      mai.at("confirm").click();
      assertThat(mai.at("state")).hasText("Đang dự thảo");
      mai.screenshot("40-trong-share");
    }
  }

  private java.time.Instant now() {
    return server.agency().tick();
  }
}
