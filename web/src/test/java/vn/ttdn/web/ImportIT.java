package vn.ttdn.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.ttdn.web.testing.Browser;

/** Going live: a template, a dry run, and only then the whole of it. */
@Tag("browser")
class ImportIT extends PageTest {
  @Test
  void errorsStandByTheirCellsAndNothingCanBeTakenIn() {
    try (Browser.Window lan = signedIn("vanthu")) {
      lan.at("nav-import").click();
      assertThat(lan.page()).hasTitle("Tiếp nhận hồ sơ đang làm – Kế hoạch thông tin đối ngoại");
      look(lan, "100-tiep-nhan");
      assertThat(saved(lan, lan.at("template")).suggestedFilename())
          .isEqualTo("tiep-nhan-ho-so.xlsx");
      upload(lan, "import", "loi.xlsx", 3000);
      Locator errors = lan.at("cell-error");
      assertThat(errors).hasCount(2);
      assertThat(errors.first()).containsText("Hồ sơ");
      assertThat(errors.first()).containsText("D7");
      assertThat(errors.first()).containsText(FakePeople.HOSTILE);
      assertThat(errors.first()).containsText("Nhập tên đăng nhập của người đó.");
      assertThat(lan.at("more-errors")).hasText("… và 2 lỗi khác.");
      assertThat(lan.page().locator("#outcome")).isFocused();
      assertThat(lan.at("take")).hasCount(0);
      assertThat(lan.page().evaluate("() => window.bitten")).isNull();
      look(lan, "101-loi-tung-o");
      assertThat(server.agency().dossiers()).isEmpty();
      upload(lan, "import", "sach.xlsx", 4000);
      assertThat(lan.at("clean")).isVisible();
      assertThat(errors).hasCount(0);
    }
  }

  @Test
  void aCleanFileIsTakenInAsItWasTriedAfterAQuestion() {
    try (Browser.Window lan = signedIn("vanthu", "import")) {
      upload(lan, "import", "sach.xlsx", 4000);
      assertThat(lan.at("clean")).containsText("hồ sơ 2, số cuối của sổ 1");
      look(lan, "102-khong-co-loi");
      assertThat(server.agency().dossiers()).isEmpty();
      tabTo(lan, lan.at("take"));
      lan.page().keyboard().press("Enter");
      assertThat(lan.page().getByRole(AriaRole.DIALOG)).containsText("sach.xlsx");
      look(lan, "103-xac-nhan-tiep-nhan");
      lan.page().keyboard().press("Escape");
      assertThat(lan.at("take")).isFocused();
      lan.at("take").click();
      server.agency().refuseNext(409, null, "Có người vừa tiếp nhận");
      lan.at("confirm").click();
      assertThat(lan.at("problem")).containsText("Có người vừa tiếp nhận");
      lan.at("take").click();
      lan.at("confirm").click();
      assertThat(lan.at("done")).containsText("Đã tiếp nhận 2 hồ sơ, 1 số cuối của sổ.");
      assertThat(lan.page().locator("#outcome")).isFocused();
      assertThat(lan.at("taken")).hasCount(2);
      assertThat(lan.at("take")).hasCount(0);
      look(lan, "104-da-tiep-nhan");
      assertThat(server.agency().golive().came)
          .containsExactly("sach.xlsx 4000 dry", "sach.xlsx 4000 taken");
      lan.at("taken").first().getByRole(AriaRole.LINK).click();
      assertThat(lan.at("subject")).hasText("Kế hoạch đang làm 2");
    }
  }

  @Test
  void theUploadShowsHowFarItIsAndIsStopped() {
    server.uploads(PageServer.Uploads.WAIT);
    try (Browser.Window lan = signedIn("vanthu", "import")) {
      upload(lan, "import", "sach.xlsx", 900_000);
      assertThat(lan.at("uploading-import")).containsText("100 %");
      lan.at("upload-cancel-import").click();
      assertThat(lan.at("message")).containsText("Đã dừng tải lên");
      assertThat(lan.at("clean")).hasCount(0);
    }
  }

  @Test
  void onlyTheClerkHasTheEntryAndTheRouteRefusesTheOthers() {
    try (Browser.Window mai = signedIn("chuyenvien", "import")) {
      assertThat(mai.at("nav-register")).isVisible();
      assertThat(mai.at("nav-import")).hasCount(0);
      mai.at("template").click();
      assertThat(mai.at("problem")).containsText("Việc này dành cho Văn thư Cục.");
      upload(mai, "import", "sach.xlsx", 4000);
      assertThat(mai.at("problem")).containsText("Việc này dành cho Văn thư Cục.");
      assertThat(mai.at("problem")).hasCount(1);
      mai.at("language").click();
      look(mai, "105-en-import");
    }
  }
}
