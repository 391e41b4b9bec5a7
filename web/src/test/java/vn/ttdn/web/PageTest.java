package vn.ttdn.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import vn.ttdn.web.testing.Browser;

/**
 * What tests of the page have in common: a browser, and a server of their own with an agency
 * without dossiers, under the content security policy that the standalone host sends.
 */
abstract class PageTest {
  static final String SUBJECT =
      "Về việc đề nghị đề xuất nội dung Kế hoạch thông tin đối ngoại năm 2027 của Bộ";

  static Browser browser;
  PageServer server;

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

  FakeDesk desk() {
    return server.agency().desk();
  }

  /** A dossier of the Specialist Mai with a letter, addressed to a unit and two bodies outside. */
  FakeDossier plan() {
    return desk().begin(SUBJECT, "chuyenvien");
  }

  /** The same after its first round: three bodies have been asked, on 23/11/2026. */
  FakeDossier asked() {
    FakeDossier plan = plan();
    desk().round(plan);
    return plan;
  }

  static String filled(int number) {
    return "Đề nghị đề xuất nội dung Kế hoạch đợt " + number;
  }

  static void tabTo(Browser.Window window, Locator goal) {
    for (int i = 0; i < 60; i++) {
      if ((Boolean) goal.evaluate("e => e.getRootNode().activeElement === e")) {
        return;
      }
      window.page().keyboard().press("Tab");
    }
    throw new AssertionError("the keyboard does not reach " + goal);
  }

  /** A small laptop's window of somebody who has signed in. */
  Browser.Window signedIn(String user) {
    return signIn(browser.open(1366, 768), user);
  }

  /** The same at a place of the page. */
  Browser.Window signedIn(String user, String place) {
    Browser.Window window = signedIn(user);
    go(window, place);
    return window;
  }

  void go(Browser.Window window, String place) {
    window.page().navigate(server.url() + "/#/" + place);
  }

  Browser.Window signIn(Browser.Window window, String user) {
    window.page().navigate(server.url());
    enter(window, user);
    assertThat(window.at("who")).isVisible();
    return window;
  }

  static void enter(Browser.Window window, String user) {
    window.at("signin-user").fill(user);
    window.at("signin-password").fill("ttdn-2026");
    window.at("signin-submit").click();
  }

  /** Picks a file of that size at the place of that name. */
  static void upload(Browser.Window window, String place, String name, int size) {
    byte[] content = ("%PDF" + "x".repeat(Math.max(0, size - 4))).getBytes(StandardCharsets.UTF_8);
    window.at("upload-" + place).setInputFiles(new FilePayload(name, "application/pdf", content));
  }

  static Download saved(Browser.Window window, Locator link) {
    return window.page().waitForDownload(link::click);
  }

  /** Looks at a view as it stands: its picture, what axe finds, and that nothing sticks out. */
  static void look(Browser.Window window, String picture) {
    window.screenshot(picture);
    window.assertAccessible();
    window.assertNoSidewaysScroll();
  }
}
