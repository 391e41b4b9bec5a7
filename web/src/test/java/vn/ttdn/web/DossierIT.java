package vn.ttdn.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.ttdn.web.testing.Browser;

/** A dossier on one screen: what it needs, who decides, who steers it, where it stands. */
@Tag("browser")
class DossierIT extends PageTest {
  @Test
  void aLetterIsDraftedReturnedAndSubmittedAgain() {
    String id;
    try (Browser.Window mai = signedIn("chuyenvien")) {
      id = open(mai);
      assertThat(mai.at("needed")).hasText("Cần có: Công văn. Thiếu: Công văn.");
      assertThat(mai.at("lacks").locator("li")).hasCount(1);
      mai.screenshot("03-ho-so-moi");
      upload(mai, "OFFICIAL_LETTER", "cong-van-01.pdf", 40_000);
      assertThat(mai.at("message")).containsText("cong-van-01.pdf");
      assertThat(mai.at("version")).hasCount(1);
      assertThat(mai.at("needed")).hasText("Cần có: Công văn.");
      assertThat(mai.at("lacks")).hasCount(0);
      assertThat(mai.at("task-count")).hasText("1");
      look(mai, "04-ho-so-da-co-cong-van");
      mai.at("decide-submitted").click();
      assertThat(mai.at("message")).containsText("Chờ Lãnh đạo phòng xem xét");
      assertThat(mai.at("state")).hasAttribute("data-state", "DEPARTMENT_HEAD_REVIEW");
      assertThat(mai.at("decide")).hasCount(0);
      assertThat(mai.at("upload-OFFICIAL_LETTER")).hasCount(0);
      assertThat(mai.at("history-row")).hasCount(1);
    }
    try (Browser.Window hoa = signedIn("truongphong")) {
      hoa.at("task-row").getByRole(AriaRole.LINK).click();
      hoa.at("decide-returned").click();
      assertThat(hoa.at("problem")).containsText("Thiếu lý do");
      assertThat(hoa.at("decision-comment")).isFocused();
      assertThat(hoa.at("decision-comment")).hasAttribute("aria-invalid", "true");
      assertThat(hoa.at("decision-comment")).hasAttribute("aria-describedby", "comment-fault");
      look(hoa, "06-thieu-ly-do");
      hoa.at("decision-comment").fill("Bổ sung căn cứ pháp lý.\nGhi rõ thời hạn.");
      hoa.at("decide-returned").click();
      assertThat(hoa.at("history-row").last()).containsText("Bổ sung căn cứ pháp lý.");
    }
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers/" + id)) {
      assertThat(mai.at("said")).containsText("Bổ sung căn cứ pháp lý.");
      upload(mai, "OFFICIAL_LETTER", "cong-van-01.pdf", 41_000);
      assertThat(mai.at("version")).hasCount(2);
      // The reason stays with the version that it was about.
      assertThat(version(mai, "1.0").getByTestId("said")).containsText("Ghi rõ thời hạn.");
      assertThat(version(mai, "1.1").getByTestId("said")).hasCount(0);
      look(mai, "05-ly-do-theo-phien-ban");
      mai.at("decide-submitted").click();
      assertThat(mai.at("history-row")).hasCount(3);
    }
  }

  private static Locator version(Browser.Window window, String version) {
    return window.page().locator("[data-testid=version][data-version='" + version + "']");
  }

  private static String open(Browser.Window mai) {
    mai.at("nav-dossiers").click();
    mai.at("new-dossier").click();
    mai.at("field-subject").fill(SUBJECT);
    mai.at("field-planYear").fill("2027");
    mai.at("field-addressees").fill("Vụ Hợp tác quốc tế <htqt@mic.gov.vn>");
    mai.at("addressee-NVDP").click();
    assertThat(mai.at("field-addressees"))
        .hasValue("Vụ Hợp tác quốc tế <htqt@mic.gov.vn>\nPhòng Nghiệp vụ - Điều phối");
    mai.at("field-answersDueOn").fill("5/12/2026");
    mai.screenshot("02-lap-ho-so");
    mai.at("save-dossier").click();
    assertThat(mai.at("subject")).hasText(SUBJECT);
    assertThat(mai.at("message")).containsText("Đã lập hồ sơ");
    assertThat(mai.at("fact-addressees"))
        .hasText("Vụ Hợp tác quốc tế <htqt@mic.gov.vn>; Phòng Nghiệp vụ - Điều phối");
    assertThat(mai.at("fact-answersDueOn")).hasText("05/12/2026");
    String url = mai.page().url();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  @Test
  void anAddresseeKeepsItsMailAddressWhenTheDossierIsEdited() {
    FakeDossier plan = plan();
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers/" + plan.id)) {
      mai.at("edit-dossier").click();
      assertThat(mai.at("field-addressees"))
          .hasValue(
              "Phòng Nghiệp vụ - Điều phối\nVụ Hợp tác quốc tế <htqt@mic.gov.vn>\n"
                  + "Báo Thế giới và Việt Nam");
      assertThat(mai.at("field-unit")).isDisabled();
      assertThat(mai.at("field-urgency")).hasCount(0);
      mai.at("field-subject").fill("Trích yếu mới");
      look(mai, "07-sua-ho-so");
      mai.at("save-dossier").click();
      assertThat(mai.at("subject")).hasText("Trích yếu mới");
      assertThat(mai.at("fact-addressees")).containsText("<htqt@mic.gov.vn>");
    }
  }

  @Test
  void theSecondRoundNeedsThreeDocumentsAndNamesWhoHasNotAnswered() {
    FakeDossier plan = asked();
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers/" + plan.id)) {
      assertThat(mai.at("fact-round")).hasText("2 trong 3");
      assertThat(mai.at("needed"))
          .hasText(
              "Cần có: Công văn xin ý kiến, Quyết định, Kế hoạch."
                  + " Thiếu: Công văn xin ý kiến, Quyết định, Kế hoạch.");
      assertThat(mai.at("without")).containsText("Phòng Nghiệp vụ - Điều phối");
      upload(mai, "DECISION", "quyet-dinh.docx", 3000);
      assertThat(mai.at("needed")).containsText("Thiếu: Công văn xin ý kiến, Kế hoạch.");
      upload(mai, "PLAN", "ke-hoach.docx", 3000);
      upload(mai, "COMMENT_LETTER", "xin-y-kien.docx", 3000);
      assertThat(mai.at("lacks")).hasCount(0);
      mai.at("other-documents").click();
      look(mai, "08-vong-hai");
      mai.at("decide-submitted").click();
      assertThat(mai.at("without-answer")).containsText("Chưa trả lời (3)");
      assertThat(mai.at("history-row").last()).containsText("Kế hoạch v1.0");
      assertThat(mai.at("went-on-without").last()).containsText("khi chưa có trả lời của");
    }
  }

  @Test
  void whoeverMayDecideIsSaidToHaveOpenedItOnce() {
    FakeDossier plan = plan();
    desk().decide(plan, "chuyenvien", "submitted", "");
    try (Browser.Window hung = signedIn("chuyenvien2", "dossiers/" + plan.id)) {
      assertThat(hung.at("subject")).isVisible();
      assertThat(plan.seen).isZero();
    }
    try (Browser.Window hoa = signedIn("truongphong")) {
      List<String> asked = new ArrayList<>();
      hoa.page().onRequest(request -> asked.add(request.method() + " " + request.url()));
      hoa.at("task-row").getByRole(AriaRole.LINK).click();
      assertThat(hoa.at("decide")).isVisible();
      hoa.page().waitForCondition(() -> seen(asked) == 1);
      hoa.at("language").click();
      assertThat(hoa.at("state")).hasText("Waiting for the head of department");
      hoa.at("nav-tasks").click();
      assertThat(hoa.at("task-row")).hasCount(1);
      assertThat(seen(asked)).isEqualTo(1);
      assertThat(plan.seen).isEqualTo(1);
    }
  }

  private static long seen(List<String> requests) {
    return requests.stream().filter(r -> r.startsWith("POST ") && r.endsWith("/seen")).count();
  }

  @Test
  void whatNobodyHasOpenedIsTakenBack() {
    FakeDossier plan = plan();
    desk().draft(plan);
    desk().decide(plan, "chuyenvien", "submitted", "");
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers/" + plan.id)) {
      mai.at("action-WITHDRAW").click();
      look(mai, "09-thu-hoi");
      mai.page().keyboard().press("Escape");
      assertThat(mai.at("state")).hasAttribute("data-state", "DEPARTMENT_HEAD_REVIEW");
      assertThat(mai.at("action-WITHDRAW")).isFocused();
      mai.at("action-WITHDRAW").click();
      mai.at("confirm").click();
      assertThat(mai.at("state")).hasAttribute("data-state", "DRAFTING");
      assertThat(mai.at("message")).containsText("Đã thu hồi");
      assertThat(mai.at("history-row").last()).containsText("Thu hồi");
    }
  }

  @Test
  void takingBackTooLateIsToldWithTheRemedy() {
    FakeDossier plan = plan();
    desk().decide(plan, "chuyenvien", "submitted", "");
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers/" + plan.id)) {
      mai.at("action-WITHDRAW").click();
      server.agency().refuseNext(409, null, "Không thu hồi được");
      mai.at("confirm").click();
      assertThat(mai.at("problem")).containsText("Không thu hồi được");
      assertThat(mai.at("problem")).containsText("Cách xử lý.");
      look(mai, "10-khong-thu-hoi-duoc");
    }
  }

  @Test
  void theHeadAssignsWithDirectionUrgencyAndADay() {
    FakeDossier plan = plan();
    try (Browser.Window hoa = signedIn("truongphong", "dossiers/" + plan.id)) {
      hoa.at("action-ASSIGN").click();
      assertThat(hoa.at("field-drafter")).hasValue("chuyenvien");
      hoa.at("field-drafter").selectOption("chuyenvien2");
      hoa.at("field-direction").fill("Khẩn trương.\nBám sát Chỉ thị 21.");
      hoa.at("field-urgency").selectOption("MOST_URGENT");
      hoa.at("field-dueOn").fill("1/11/2026");
      hoa.at("send").click();
      assertThat(hoa.at("problem")).hasAttribute("data-field", "dueOn");
      assertThat(hoa.at("field-dueOn")).isFocused();
      assertThat(hoa.at("field-dueOn")).hasAttribute("aria-describedby", "dueOn-fault");
      look(hoa, "14-phan-cong");
      hoa.at("field-dueOn").fill("30/11/2026");
      hoa.page().keyboard().press("Enter");
      assertThat(hoa.at("fact-drafter")).hasText("Lê Văn Hùng (trước đó: Trần Thị Mai)");
      assertThat(hoa.at("fact-direction")).hasText("Khẩn trương.\nBám sát Chỉ thị 21.");
      assertThat(hoa.at("urgency")).hasText("Hỏa tốc");
      assertThat(hoa.at("fact-dueOn")).containsText("30/11/2026");
      look(hoa, "15-da-phan-cong");
    }
  }

  @Test
  void theHeadOpensADossierForOneOfHisSpecialists() {
    try (Browser.Window hoa = signedIn("truongphong", "dossiers/new")) {
      hoa.at("field-subject").fill(SUBJECT);
      hoa.at("field-drafter").selectOption("chuyenvien2");
      hoa.at("field-direction").fill("Trình trước tuần sau.");
      hoa.at("field-urgency").selectOption("URGENT");
      look(hoa, "16-lanh-dao-lap-ho-so");
      hoa.at("save-dossier").click();
      assertThat(hoa.at("message")).containsText("giao Lê Văn Hùng");
      assertThat(hoa.at("fact-direction")).hasText("Trình trước tuần sau.");
      assertThat(hoa.at("decide")).hasCount(0);
    }
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers/new")) {
      assertThat(mai.at("field-urgency")).isVisible();
      assertThat(mai.at("field-drafter")).hasCount(0);
    }
  }

  @Test
  void aDossierIsCancelledWithAReasonOnly() {
    FakeDossier plan = plan();
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers/" + plan.id)) {
      mai.at("action-CANCEL").click();
      mai.at("send").click();
      assertThat(mai.at("problem")).hasAttribute("data-field", "comment");
      assertThat(mai.at("field-comment")).isFocused();
      look(mai, "17-huy-ho-so");
      mai.at("field-comment").fill("Bộ đổi chủ trương.");
      mai.at("send").click();
      assertThat(mai.at("state")).hasText("Đã huỷ");
      assertThat(mai.at("history-row").last()).containsText("Bộ đổi chủ trương.");
      assertThat(mai.at("decide")).hasCount(0);
      look(mai, "18-da-huy");
    }
  }

  @Test
  void historySaysInWhoseSteadSomebodyDecided() {
    FakeDossier plan = plan();
    desk().draft(plan);
    desk().decide(plan, "chuyenvien", "submitted", "");
    desk().decide(plan, "truongphong", "accepted", "");
    desk().decide(plan, "phocuctruong", "accepted", "Ký thay.");
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers/" + plan.id)) {
      assertThat(mai.at("instead-of")).hasText("thay Đỗ Minh Tuấn");
      assertThat(mai.at("said")).containsText("thay Đỗ Minh Tuấn");
      mai.at("audit").click();
      assertThat(mai.at("audit-result")).containsText("Toàn vẹn");
    }
  }

  @Test
  void aTaskThatSomebodyElseDecidedIsTold() {
    FakeDossier plan = plan();
    desk().decide(plan, "chuyenvien", "submitted", "");
    try (Browser.Window hoa = signedIn("truongphong")) {
      hoa.at("task-row").getByRole(AriaRole.LINK).click();
      assertThat(hoa.at("decide-accepted")).isVisible();
      desk().decide(plan, "truongphong", "accepted", "");
      hoa.at("decide-accepted").click();
      assertThat(hoa.at("problem")).containsText("Nguyễn Thị Hoa đã xử lý việc này: Đạt.");
      look(hoa, "13-viec-da-duoc-xu-ly");
      hoa.at("reload").click();
      assertThat(hoa.at("decide")).hasCount(0);
      assertThat(hoa.at("task-count")).hasCount(0);
    }
  }

  @Test
  void theKeyboardIsEnoughToDecide() {
    FakeDossier plan = plan();
    desk().decide(plan, "chuyenvien", "submitted", "");
    try (Browser.Window hoa = signedIn("truongphong")) {
      hoa.page().keyboard().press("Tab");
      tabTo(hoa, hoa.at("task-row").getByRole(AriaRole.LINK));
      hoa.page().keyboard().press("Enter");
      assertThat(hoa.at("subject")).isFocused();
      tabTo(hoa, hoa.at("action-ASSIGN"));
      hoa.page().keyboard().press("Enter");
      assertThat(hoa.at("field-drafter")).isFocused();
      hoa.page().keyboard().press("Escape");
      assertThat(hoa.at("action-ASSIGN")).isFocused();
      tabTo(hoa, hoa.at("decision-comment"));
      hoa.page().keyboard().type("Đồng ý");
      tabTo(hoa, hoa.at("decide-accepted"));
      hoa.page().keyboard().press("Enter");
      assertThat(hoa.at("state")).hasAttribute("data-state", "AGENCY_LEADER_REVIEW");
      assertThat(hoa.at("subject")).isFocused();
      hoa.page().reload();
      assertThat(hoa.at("subject")).isVisible();
      hoa.page().keyboard().press("Tab");
      hoa.page().keyboard().press("Enter");
      assertThat(hoa.page().getByRole(AriaRole.MAIN)).isFocused();
    }
  }

  @Test
  void thePictureShowsTheRoundAndTheWholeWithNamesInTheirBoxes() {
    FakeDossier plan = asked();
    desk().draft(plan);
    desk().decide(plan, "chuyenvien", "submitted", "");
    try (Browser.Window hoa = signedIn("truongphong", "dossiers/" + plan.id)) {
      Locator image = hoa.at("picture").getByRole(AriaRole.IMG);
      assertThat(image)
          .hasAccessibleName(
              "Sơ đồ quy trình. Bước hiện tại: Lãnh đạo phòng xem xét công văn xin ý kiến");
      assertThat(image).hasAccessibleDescription(Pattern.compile("đã qua.*bước hiện tại"));
      assertThat(hoa.at("picture-current"))
          .hasAttribute("data-step", "s6_2_6_departmentHeadReview");
      assertThat(hoa.at("picture-round-2")).hasAttribute("aria-pressed", "true");
      assertThat(hoa.at("picture").locator(".step")).hasCount(4);
      assertThat(hoa.at("picture").locator(".step.visited"))
          .hasAttribute("data-step", "s6_2_5_draftPlan");
      assertNamesInTheirBoxes(hoa, 9);
      hoa.at("picture-round-3").press("Enter");
      assertThat(hoa.at("picture").locator(".step")).hasCount(6);
      assertThat(hoa.at("picture").locator(".band")).hasCount(6);
      assertNamesInTheirBoxes(hoa, 9);
      look(hoa, "19-so-do-vong-ba");
      hoa.at("picture-round-0").press("Enter");
      assertThat(hoa.at("picture").locator(".step")).hasCount(14);
      assertNamesInTheirBoxes(hoa, 9);
      look(hoa, "19-so-do-toan-bo");
    }
  }

  /** Every name stands in its box, in letters of at least that many pixels on the screen. */
  private static void assertNamesInTheirBoxes(Browser.Window window, int pixels) {
    Object odd =
        window
            .at("picture")
            .locator(".step")
            .evaluateAll(
                "(steps, least) => steps.filter(step => { const box = step.querySelector('rect')"
                    + ".getBoundingClientRect(); return [...step.querySelectorAll('text')]"
                    + ".some(t => { const at = t.getBoundingClientRect(); const size ="
                    + " parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a;"
                    + " return at.left < box.left || at.right > box.right || at.top < box.top - 1"
                    + " || at.bottom > box.bottom + 1 || size < least; }); }).length",
                pixels);
    assertThat(odd).isEqualTo(0);
  }

  @Test
  void aLetterApartHasAPictureOfItsOwnAndSaysWhatItBelongsTo() {
    FakeDossier plan = asked();
    FakeDossier letter =
        server
            .agency()
            .add(
                new FakeDossier.Letter(plan.id, 1, "REMINDER", null),
                "Đôn đốc gửi đề xuất",
                "chuyenvien");
    letter.year = 2027;
    letter.addressees = plan.addressees;
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers/" + letter.id)) {
      assertThat(mai.at("letter-of")).containsText("Đôn đốc");
      assertThat(mai.at("needed")).containsText("Văn bản đôn đốc");
      assertThat(mai.at("picture").locator(".step")).hasCount(4);
      assertThat(mai.at("picture-round-0")).hasCount(0);
      assertThat(mai.at("fact-round")).hasCount(0);
      look(mai, "29-cong-van-rieng");
      mai.at("letter-of").getByRole(AriaRole.LINK).click();
      assertThat(mai.at("letters").getByTestId("letter")).containsText("Đôn đốc gửi đề xuất");
    }
  }
}
