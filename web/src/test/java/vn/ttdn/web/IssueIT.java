package vn.ttdn.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.ttdn.web.testing.Browser;

/** The clerks' step: the signed file, who signed, the number, and the question before it. */
@Tag("browser")
class IssueIT extends PageTest {
  private FakeDossier approvedBy(String leader) {
    FakeDossier plan = plan();
    desk().draft(plan);
    desk().decide(plan, "chuyenvien", "submitted", "");
    desk().decide(plan, "truongphong", "accepted", "");
    desk().decide(plan, leader, "accepted", "");
    return plan;
  }

  @Test
  void theFormProposesWhoApprovedAndEveryRefusalStandsAtItsField() {
    FakeDossier plan = approvedBy("phocuctruong");
    try (Browser.Window lan = signedIn("vanthu", "dossiers/" + plan.id)) {
      assertThat(lan.at("field-signerName")).hasValue("Bùi Thu Hằng");
      assertThat(lan.at("field-signerPosition")).hasValue("PHÓ CỤC TRƯỞNG");
      assertThat(lan.at("field-authority")).hasValue("");
      assertThat(lan.at("field-number")).hasCount(0);
      assertThat(lan.at("field-difference")).hasCount(0);
      issue(lan);
      assertThat(lan.at("problem")).hasAttribute("data-field", "signedFile");
      assertThat(lan.at("upload-signed-OFFICIAL_LETTER")).isFocused();
      look(lan, "70-thieu-ban-ky");
      upload(lan, "signed-OFFICIAL_LETTER", "cong-van-da-ky.pdf", 5000);
      assertThat(lan.at("signed-OFFICIAL_LETTER")).containsText("cong-van-da-ky.pdf");
      issue(lan);
      assertThat(lan.at("problem")).hasAttribute("data-field", "onPaper");
      assertThat(lan.at("field-onPaper")).isFocused();
      look(lan, "71-noi-nhan-khong-dia-chi");
      lan.at("field-onPaper").check();
      server.agency().refuseNext(400, "difference", "Bản ký khác bản đã duyệt");
      issue(lan);
      assertThat(lan.at("problem")).hasAttribute("data-field", "difference");
      assertThat(lan.at("field-difference")).isFocused();
      lan.at("field-difference").fill("Sửa lỗi chính tả ở trang 2.");
      server.agency().refuseNext(400, "signerPosition", "Nội dung không hợp lệ");
      issue(lan);
      assertThat(lan.at("field-signerPosition")).isFocused();
      look(lan, "72-phat-hanh");
      lan.at("decide-issued").click();
      assertThat(lan.page().getByRole(AriaRole.DIALOG)).containsText(SUBJECT);
      assertThat(lan.page().getByRole(AriaRole.DIALOG)).containsText("cong-van-da-ky.pdf");
      assertThat(lan.page().getByRole(AriaRole.DIALOG)).containsText("Bùi Thu Hằng");
      look(lan, "73-xac-nhan-phat-hanh");
      lan.at("confirm").click();
      assertThat(lan.at("message")).containsText("Đã phát hành Công văn số 01/TTĐN-PTTĐN");
      assertThat(lan.at("answer-row")).hasCount(3);
      lan.at("message").getByRole(AriaRole.LINK).click();
      assertThat(lan.at("fact-signer")).containsText("PHÓ CỤC TRƯỞNG");
      assertThat(lan.at("dispatch")).hasCount(3);
    }
  }

  private static void issue(Browser.Window window) {
    window.at("decide-issued").click();
    window.at("confirm").click();
  }

  @Test
  void whereTheSignedFileDiffersIsShownAndTheReasonAskedFor() {
    FakeDossier plan = approvedBy("cuctruong");
    try (Browser.Window lan = signedIn("vanthu", "dossiers/" + plan.id)) {
      upload(lan, "signed-OFFICIAL_LETTER", "cong-van-khac.pdf", 5000);
      assertThat(lan.at("comparison")).hasAttribute("data-verdict", "DIFFERENT");
      assertThat(lan.at("comparison")).containsText("ở 3 chỗ (giống 98 %)");
      assertThat(lan.at("comparison")).containsText("Chỉ hiện 2 chỗ đầu.");
      Locator places = lan.at("difference");
      assertThat(places).hasCount(2);
      assertThat(places.first().locator("del")).containsText("150.000.000");
      assertThat(places.first().locator("ins")).containsText("180.000.000");
      assertThat(places.first()).containsText("kinh phí dự kiến");
      assertThat(places.last().locator("del")).hasCount(0);
      assertThat(places.last()).containsText(FakePeople.HOSTILE);
      assertThat(places.last()).containsText("trước ngày");
      assertThat(lan.at("field-difference")).isVisible();
      lan.at("field-difference").fill("Lãnh đạo sửa kinh phí khi ký.");
      lan.at("field-onPaper").check();
      look(lan, "77-ban-ky-khac");
      lan.at("decide-issued").click();
      assertThat(lan.page().getByRole(AriaRole.DIALOG))
          .containsText("Lãnh đạo sửa kinh phí khi ký.");
      server.agency().refuseNext(400, "difference", "Lý do quá dài");
      lan.at("confirm").click();
      assertThat(lan.at("problem")).hasAttribute("data-field", "difference");
      upload(lan, "signed-OFFICIAL_LETTER", "cong-van-quet.pdf", 5000);
      assertThat(lan.at("problem")).hasCount(0);
      assertThat(lan.at("comparison")).hasAttribute("data-verdict", "NOT_COMPARED");
      assertThat(lan.at("comparison")).containsText("Tệp chỉ có ảnh chụp.");
      assertThat(lan.at("field-difference")).hasValue("Lãnh đạo sửa kinh phí khi ký.");
      upload(lan, "signed-OFFICIAL_LETTER", "cong-van.pdf", 5000);
      assertThat(lan.at("comparison")).hasAttribute("data-verdict", "SAME");
      look(lan, "78-ban-ky-giong");
    }
  }

  @Test
  void anotherLeaderSignsInHisOwnOffice() {
    FakeDossier plan = approvedBy("cuctruong");
    try (Browser.Window lan = signedIn("vanthu", "dossiers/" + plan.id)) {
      assertThat(lan.at("field-signerPosition")).hasValue("CỤC TRƯỞNG");
      lan.at("field-signerName").fill("Bùi Thu Hằng");
      assertThat(lan.at("field-signerPosition")).hasValue("PHÓ CỤC TRƯỞNG");
      lan.at("differs").click();
      assertThat(lan.at("field-difference")).isVisible();
    }
  }

  @Test
  void aSignedFileFromBeforeTheLastApprovalIsToldToBeOld() {
    FakeDossier plan = approvedBy("cuctruong");
    desk().sign(plan, "vanthu");
    desk().decide(plan, "vanthu", "returned", "Sai thể thức.");
    desk().decide(plan, "chuyenvien", "submitted", "");
    desk().decide(plan, "truongphong", "accepted", "");
    desk().decide(plan, "cuctruong", "accepted", "");
    try (Browser.Window lan = signedIn("vanthu", "dossiers/" + plan.id)) {
      assertThat(lan.at("signed-OFFICIAL_LETTER")).containsText("cần đính kèm lại");
      upload(lan, "signed-OFFICIAL_LETTER", "moi-ky.pdf", 5000);
      assertThat(lan.at("signed-OFFICIAL_LETTER")).containsText("moi-ky.pdf");
      assertThat(lan.at("signed-OFFICIAL_LETTER")).not().containsText("cần đính kèm lại");
    }
  }

  @Test
  void issuingIsConfirmedAndEscapeTakesItBack() {
    FakeDossier plan = approvedBy("cuctruong");
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
  void aReturnByTheClerkAsksForNothingOfTheForm() {
    FakeDossier plan = approvedBy("cuctruong");
    try (Browser.Window lan = signedIn("vanthu", "dossiers/" + plan.id)) {
      lan.at("decision-comment").fill("Sai thể thức phần nơi nhận.");
      lan.at("decide-returned").click();
      assertThat(lan.at("state")).hasAttribute("data-state", "DRAFTING");
    }
  }

  @Test
  void theMinistrysClerkTypesItsNumberAndItsDay() {
    FakeDossier plan = asked();
    desk().round(plan);
    desk().round(plan);
    try (Browser.Window yen = signedIn("vanthubo", "dossiers/" + plan.id)) {
      assertThat(yen.at("field-signerName")).hasValue("Hoàng Văn Bình");
      assertThat(yen.at("field-issuedOn")).hasValue("23/11/2026");
      assertThat(yen.at("signed-PLAN")).not().containsText("không bắt buộc");
      upload(yen, "signed-DECISION", "quyet-dinh.pdf", 5000);
      assertThat(yen.at("signed-DECISION")).containsText("quyet-dinh.pdf");
      yen.at("field-onPaper").check();
      yen.at("decide-issued").click();
      assertThat(yen.at("problem")).hasAttribute("data-field", "number");
      assertThat(yen.at("field-number")).isFocused();
      look(yen, "74-van-thu-bo");
      yen.at("field-number").fill("1495/QĐ-BTTTT");
      yen.at("field-issuedOn").fill("20.11.2026");
      yen.at("decide-issued").click();
      assertThat(yen.page().getByRole(AriaRole.DIALOG)).containsText("20/11/2026");
      assertThat(yen.page().getByRole(AriaRole.DIALOG)).containsText("Số văn bản1495/QĐ-BTTTT");
      look(yen, "75-xac-nhan-so-cua-bo");
      yen.at("confirm").click();
      assertThat(yen.at("problem")).hasAttribute("data-field", "signedFile");
      upload(yen, "signed-PLAN", "ke-hoach.pdf", 5000);
      assertThat(yen.at("signed-PLAN")).containsText("ke-hoach.pdf");
      issue(yen);
      assertThat(yen.at("state")).hasAttribute("data-state", "ISSUED");
      assertThat(yen.at("symbol").first()).hasText("1495/QĐ-BTTTT");
      assertThat(yen.at("picture").getByRole(AriaRole.IMG))
          .hasAccessibleName("Sơ đồ quy trình. Quy trình đã kết thúc.");
      look(yen, "76-da-ban-hanh");
    }
  }

  @Test
  void aNumberThatIsTakenIsToldAtTheNumber() {
    for (int i = 0; i < 2; i++) {
      FakeDossier plan = desk().begin(filled(i), "chuyenvien");
      desk().round(plan);
      desk().round(plan);
      desk().round(plan);
      desk().sign(plan, "vanthubo");
    }
    try (Browser.Window yen = signedIn("vanthubo")) {
      for (int i = 0; i < 2; i++) {
        yen.at("nav-tasks").click();
        yen.at("task-row").first().getByRole(AriaRole.LINK).click();
        yen.at("field-number").fill("1495");
        yen.at("field-onPaper").check();
        issue(yen);
        if (i == 0) {
          assertThat(yen.at("state")).hasAttribute("data-state", "ISSUED");
        }
      }
      assertThat(yen.at("problem")).hasAttribute("data-field", "number");
      assertThat(yen.at("problem")).containsText("Số đã dùng");
      assertThat(yen.at("field-number")).hasValue("1495");
    }
  }
}
