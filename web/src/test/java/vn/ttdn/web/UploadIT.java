package vn.ttdn.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.ttdn.web.testing.Browser;

/** Files on their way: refused before they are sent, refused by the server, stopped, cut off. */
@Tag("browser")
class UploadIT extends PageTest {
  private static final String PLACE = "OFFICIAL_LETTER";

  @Test
  void aFileThatIsTooLargeIsRefusedBeforeItIsSent() {
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers/" + plan().id)) {
      upload(mai, PLACE, "rat-lon.pdf", (1 << 20) + 1);
      assertThat(mai.at("problem")).hasAttribute("data-field", "file");
      assertThat(mai.at("problem")).containsText("rat-lon.pdf");
      assertThat(mai.at("version")).hasCount(0);
      server.agency().refuseNext(415, "file", "Loại tệp không được nhận");
      upload(mai, PLACE, "cong-van.pdf", 10);
      assertThat(mai.at("problem")).containsText("Loại tệp không được nhận");
      assertThat(mai.at("upload-" + PLACE)).isFocused();
      assertThat(mai.at("upload-" + PLACE)).hasAttribute("aria-invalid", "true");
      look(mai, "12-tep-bi-tu-choi");
      upload(mai, PLACE, "cong-van.pdf", 10);
      assertThat(mai.at("version")).hasCount(1);
      assertThat(mai.at("problem")).hasCount(0);
    }
  }

  @Test
  void severalFilesAtOnceAreRefused() {
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers/" + plan().id)) {
      FilePayload one = new FilePayload("a.pdf", "application/pdf", new byte[] {'%'});
      FilePayload two = new FilePayload("b.pdf", "application/pdf", new byte[] {'%'});
      mai.at("upload-" + PLACE).evaluate("input => (input.multiple = true)");
      mai.at("upload-" + PLACE).setInputFiles(new FilePayload[] {one, two});
      assertThat(mai.at("problem")).containsText("Mỗi lần một tệp");
      assertThat(mai.at("version")).hasCount(0);
    }
  }

  @Test
  void anUploadShowsHowFarItIsAndIsStopped() {
    FakeDossier plan = plan();
    server.uploads(PageServer.Uploads.WAIT);
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers/" + plan.id)) {
      upload(mai, PLACE, "cong-van.pdf", 900_000);
      assertThat(mai.at("uploading-" + PLACE)).containsText("cong-van.pdf");
      assertThat(mai.at("uploading-" + PLACE)).containsText("100 %");
      mai.assertAccessible();
      mai.screenshot("12-dang-tai-len");
      mai.at("upload-cancel-" + PLACE).focus();
      mai.page().keyboard().press("Enter");
      assertThat(mai.at("message")).containsText("Đã dừng tải lên");
      assertThat(mai.at("upload-" + PLACE)).isFocused();
      assertThat(mai.at("version")).hasCount(0);
      server.uploads(PageServer.Uploads.ANSWERED);
      upload(mai, PLACE, "cong-van.pdf", 900);
      assertThat(mai.at("version")).hasCount(1);
    }
  }

  @Test
  void leavingTheViewStopsWhatIsOnItsWay() {
    FakeDossier plan = plan();
    server.uploads(PageServer.Uploads.WAIT);
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers/" + plan.id)) {
      upload(mai, PLACE, "cong-van.pdf", 900);
      assertThat(mai.at("uploading-" + PLACE)).isVisible();
      List<String> stopped = new ArrayList<>();
      mai.page().onRequestFailed(request -> stopped.add(request.failure()));
      mai.at("nav-tasks").click();
      mai.page().waitForCondition(() -> stopped.contains("net::ERR_ABORTED"));
      assertThat(mai.at("message")).isEmpty();
    }
  }

  @Test
  void aConnectionThatIsLostIsToldAndNothingIsLost() {
    FakeDossier plan = plan();
    server.uploads(PageServer.Uploads.CUT);
    // The browser itself complains of a lost connection.
    try (Browser.Window mai = signIn(browser.openStrange(1366, 768, "vi"), "chuyenvien")) {
      go(mai, "dossiers/" + plan.id);
      mai.at("decision-comment").fill("Đang gõ dở");
      upload(mai, PLACE, "cong-van.pdf", 900_000);
      assertThat(mai.at("problem")).containsText("Không kết nối được máy chủ");
      assertThat(mai.at("decision-comment")).hasValue("Đang gõ dở");
      mai.screenshot("12-mat-ket-noi");
      server.uploads(PageServer.Uploads.ANSWERED);
      upload(mai, PLACE, "cong-van.pdf", 900_000);
      assertThat(mai.at("version")).hasCount(1);
      assertThat(mai.at("problem")).hasCount(0);
      assertThat(mai.at("decision-comment")).hasValue("Đang gõ dở");
    }
  }

  @Test
  void aFileIsDroppedWhereItBelongs() {
    FakeDossier plan = asked();
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers/" + plan.id)) {
      mai.page()
          .locator("ttdn-upload")
          .nth(2)
          .locator(".drop")
          .evaluate(
              "drop => { const all = new DataTransfer();"
                  + " all.items.add(new File(['%PDF'], 'ke-hoach.pdf'));"
                  + " drop.dispatchEvent(new DragEvent('drop', {dataTransfer: all})); }");
      assertThat(mai.page().locator("[data-kind=PLAN]")).containsText("ke-hoach.pdf");
      assertThat(mai.at("needed")).containsText("Thiếu: Công văn xin ý kiến, Quyết định.");
    }
  }
}
