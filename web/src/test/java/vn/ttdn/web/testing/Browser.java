package vn.ttdn.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, with what a test of the page asks of it. */
public final class Browser implements AutoCloseable {
  /** What the keys of the page's texts begin with. */
  private static final String GROUPS =
      "app|common|nav|signin|tasks|dossiers|search|pager|due|field|urgency|state|form|dossier"
          + "|picture|documents|upload|decide|issue|action|assign|cancel|withdraw|history|audit"
          + "|answers|answer|extend|note|remind|incoming|owed|register|record|records|letters"
          + "|mended|mend|dispatch|delegations|delegate|revoke|retention|keep|hold|lift|import"
          + "|failure";

  private static final Path SCREENS = Path.of(System.getProperty("ttdn.screens", "target/screens"));

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final com.microsoft.playwright.Browser browser =
      playwright
          .chromium()
          .launch(
              new LaunchOptions()
                  .setExecutablePath(
                      Path.of(System.getProperty("ttdn.chromium", "/usr/bin/chromium")))
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-quic",
                          "--no-first-run",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync")));
  private final String axe = axe();

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  /** A new person's window; {@code close} it to have its console judged. */
  public Window open(int width, int height) {
    NewContextOptions options = new NewContextOptions().setViewportSize(width, height);
    return new Window(browser.newContext(options), true);
  }

  /** The same on pages that are not all ours: their console is not judged. */
  public Window openStrange(int width, int height, String locale) {
    NewContextOptions options =
        new NewContextOptions().setViewportSize(width, height).setLocale(locale);
    return new Window(browser.newContext(options), false);
  }

  /** One window with a cookie jar of its own. */
  public final class Window implements AutoCloseable {
    private final BrowserContext context;
    private final boolean judged;
    private final List<String> complaints = new ArrayList<>();
    private final Page page;

    private Window(BrowserContext context, boolean judged) {
      this.context = context;
      this.judged = judged;
      // Share makes a page's styles and scripts when it is first asked for.
      context.setDefaultTimeout(judged ? 10_000 : 60_000);
      page = context.newPage();
      // A refused request is told by the browser as well; that is no fault of the page.
      page.onConsoleMessage(
          message -> {
            boolean bad = message.type().equals("error") || message.type().equals("warning");
            if (bad
                && !message.text().startsWith("Failed to load resource: the server responded")) {
              complaints.add(message.text());
            }
          });
      page.onPageError(complaints::add);
    }

    /** The page itself. */
    public Page page() {
      return page;
    }

    /** What carries that test id. */
    public Locator at(String testId) {
      return page.getByTestId(testId);
    }

    /** Saves the whole page as a picture into {@code -Dttdn.screens}. */
    public void screenshot(String name) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")).setFullPage(true));
    }

    /** What axe-core finds wrong with the page as it stands, contrast included. */
    public void assertAccessible() {
      page.evaluate(axe);
      Object found =
          page.evaluate(
              "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
                  + ".flatMap(v => v.nodes.map(n => `${v.id}: ${n.target} ${n.failureSummary}`))");
      assertThat((List<?>) found).isEmpty();
      assertNoBareKey();
    }

    /** A key without a text would be shown as itself. */
    private void assertNoBareKey() {
      assertThat(page.locator("body").ariaSnapshot())
          .doesNotContainPattern("\\b(" + GROUPS + ")\\.[a-zA-Z]+");
    }

    /** Nothing sticks out sideways. */
    public void assertNoSidewaysScroll() {
      assertThat(
              page.evaluate(
                  "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
          .isEqualTo(true);
    }

    @Override
    public void close() {
      context.close();
      assertThat(judged ? complaints : List.of())
          .as("console errors and policy violations")
          .isEmpty();
    }
  }

  private static String axe() {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
