package vn.ttdn.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import vn.ttdn.acceptance.HostUnderTest.Who;
import vn.ttdn.web.testing.Browser;

/** What somebody has on his desk: a window of his own and the sample files. */
final class Desk {
  private Desk() {}

  /** A sample file to be picked. */
  static Path sample(String name) {
    return Path.of(System.getProperty("ttdn.samples"), name);
  }

  /** A window at a small laptop's size, signed in. */
  static Browser.Window signedIn(Browser browser, HostUnderTest host, Who who) {
    Browser.Window window = browser.open(1366, 768);
    window.page().navigate(host.page());
    window.at("signin-user").fill(who.userName());
    window.at("signin-password").fill(HostUnderTest.PASSWORD);
    window.at("signin-submit").click();
    assertThat(window.at("who")).isVisible();
    return window;
  }
}
