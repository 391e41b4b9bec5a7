package vn.ttdn.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.ttdn.web.testing.Browser;

/** What asked units owe: in the dossier, in a view of its own, in the list of who owes. */
@Tag("browser")
class AnswersIT extends PageTest {
  private FakeAnswer answer(FakeDossier plan, int i) {
    return server.agency().answers().of(plan).get(i);
  }

  @Test
  void theDossierShowsWhoIsLateAndWhatIsDoneAboutIt() {
    FakeDossier plan = asked();
    server.agency().wait(12);
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers/" + plan.id)) {
      Locator rows = mai.at("answer-row");
      assertThat(rows).hasCount(3);
      assertThat(rows.first()).containsText("03/12/2026");
      assertThat(rows.first().getByTestId("late")).hasText("trễ 2 ngày");
      rows.nth(1).getByTestId("extend").click();
      assertThat(mai.at("extend-now")).containsText("03/12/2026");
      assertThat(mai.at("field-dueOn")).hasValue("08/12/2026");
      mai.at("send").click();
      assertThat(mai.at("problem")).hasAttribute("data-field", "reason");
      assertThat(mai.at("field-reason")).isFocused();
      mai.at("field-reason").fill("Nơi được hỏi đề nghị.");
      mai.at("field-dueOn").fill("1/12/2026");
      mai.at("send").click();
      assertThat(mai.at("problem")).hasAttribute("data-field", "dueOn");
      look(mai, "50-gia-han");
      mai.at("field-dueOn").fill("9/12/2026");
      mai.at("send").click();
      assertThat(mai.at("message")).containsText("09/12/2026");
      assertThat(rows.nth(1)).containsText("còn 4 ngày");
      assertThat(rows.nth(1).getByTestId("first-due")).hasText("hạn đầu 03/12/2026");
      rows.nth(0).getByTestId("note").click();
      assertThat(mai.at("field-on")).hasValue("05/12/2026");
      mai.at("field-text").fill("Hẹn gửi thứ Hai.");
      mai.at("send").click();
      assertThat(rows.nth(0).getByTestId("followed")).hasText("trao đổi 1 lần");
      look(mai, "51-bang-tra-loi");
      rows.nth(0).getByTestId("open-answer").click();
      assertThat(mai.at("answer-event").first()).containsText("Hẹn gửi thứ Hai.");
    }
  }

  @Test
  void aReminderGoesToWhoIsTickedAndBecomesADossier() {
    FakeDossier plan = asked();
    server.agency().wait(12);
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers/" + plan.id)) {
      mai.at("remind").click();
      assertThat(mai.at("remind-one")).hasCount(3);
      assertThat(mai.at("field-subject")).hasValue("Đôn đốc gửi đề xuất: " + SUBJECT);
      look(mai, "52-don-doc");
      for (int i = 0; i < 3; i++) {
        mai.at("remind-one").nth(i).uncheck();
      }
      mai.at("send").click();
      assertThat(mai.at("problem")).hasAttribute("data-field", "answers");
      mai.at("remind-one").nth(1).check();
      mai.at("send").click();
      assertThat(mai.at("subject")).hasText("Đôn đốc gửi đề xuất: " + SUBJECT);
      assertThat(mai.at("fact-addressees")).hasText("Vụ Hợp tác quốc tế <htqt@mic.gov.vn>");
      FakeDossier letter = server.agency().dossiers().get(0);
      desk().round(letter);
      mai.at("letter-of").getByRole(AriaRole.LINK).click();
      assertThat(mai.at("answer-row").nth(1).getByTestId("followed")).hasText("đôn đốc 1 lần");
    }
  }

  @Test
  void aUnitSaysInOneClickThatItHasNoComment() {
    FakeDossier plan = asked();
    try (Browser.Window nam = signedIn("nghiepvu")) {
      nam.at("task-row").getByRole(AriaRole.LINK).click();
      assertThat(nam.at("asking-letter")).containsText("01/TTĐN-PTTĐN");
      assertThat(nam.at("about")).hasText(SUBJECT);
      assertThat(nam.at("to-dossier")).hasCount(0);
      assertThat(saved(nam, nam.at("read-letter")).suggestedFilename()).endsWith(".pdf");
      look(nam, "53-don-vi-tra-loi");
      nam.at("decide-noComment").click();
      assertThat(nam.at("fact-state")).hasText("Hoàn thành");
      assertThat(nam.at("fact-receivedOn")).containsText("Không có ý kiến");
      assertThat(nam.at("asked")).isFocused();
      assertThat(nam.at("task-count")).hasCount(0);
      assertThat(nam.at("decide")).hasCount(0);
      assertThat(answer(plan, 0).noComment).isTrue();
    }
  }

  @Test
  void aUnitAnswersWithAFileAndIsAskedAgainWithTheReason() {
    FakeDossier plan = asked();
    String place = "answers/" + answer(plan, 0).id;
    try (Browser.Window nam = signedIn("nghiepvu", place)) {
      nam.at("decide-answered").click();
      assertThat(nam.at("problem")).hasAttribute("data-field", "file");
      assertThat(nam.at("upload-answer")).isFocused();
      look(nam, "54-thieu-tep-tra-loi");
      upload(nam, "answer", "đề xuất.docx", 3000);
      assertThat(nam.at("answer-version")).containsText("đề xuất.docx");
      nam.at("decision-comment").fill("Gửi kèm bảng.");
      nam.at("decide-answered").click();
      assertThat(nam.at("fact-state")).hasText("Đã nhận");
    }
    try (Browser.Window mai = signedIn("chuyenvien")) {
      mai.at("task-row").filter(with("Xem xét trả lời")).getByRole(AriaRole.LINK).click();
      mai.at("decide-returned").click();
      assertThat(mai.at("problem")).hasAttribute("data-field", "comment");
      assertThat(mai.at("decision-comment")).isFocused();
      look(mai, "55-xem-xet-tra-loi");
      mai.at("decision-comment").fill("Thiếu kinh phí.\nThiếu thời gian.");
      mai.at("decide-returned").click();
      assertThat(mai.at("fact-state")).containsText("Không đạt");
      mai.at("to-dossier").click();
      assertThat(mai.at("answer-row").first()).containsText("Thiếu kinh phí.");
    }
    try (Browser.Window nam = signedIn("nghiepvu", place)) {
      assertThat(nam.at("returned")).containsText("Thiếu thời gian.");
      look(nam, "56-tra-loi-lai");
      upload(nam, "answer", "đề xuất 2.docx", 3000);
      assertThat(nam.at("answer-version")).hasCount(2);
      nam.at("decide-answered").click();
      assertThat(nam.at("fact-state")).hasText("Đã nhận");
      assertThat(nam.at("answer-event")).hasCount(4);
    }
    try (Browser.Window mai = signedIn("chuyenvien", place)) {
      mai.at("decide-accepted").click();
      assertThat(mai.at("fact-state")).hasText("Hoàn thành");
      assertThat(mai.at("extend")).hasCount(0);
    }
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void theClerkRegistersWhatABodyOutsideAnswered() {
    FakeDossier plan = asked();
    server.agency().wait(12);
    try (Browser.Window lan = signedIn("vanthu")) {
      lan.at("task-row").filter(with("Vụ Hợp tác quốc tế")).getByRole(AriaRole.LINK).click();
      assertThat(lan.at("fact-email")).hasText("htqt@mic.gov.vn");
      assertThat(lan.at("field-arrivedOn")).hasValue("05/12/2026");
      lan.at("register-incoming").click();
      assertThat(lan.at("problem")).containsText("Thiếu tệp");
      assertThat(lan.at("upload-incoming")).isFocused();
      upload(lan, "incoming", "công văn đến.pdf", 3000);
      assertThat(lan.at("held-incoming")).containsText("công văn đến.pdf");
      lan.at("register-incoming").click();
      assertThat(lan.at("problem")).hasAttribute("data-field", "issuedOn");
      assertThat(lan.at("field-issuedOn")).isFocused();
      assertThat(lan.at("held-incoming")).containsText("công văn đến.pdf");
      look(lan, "57-dang-ky-van-ban-den");
      lan.at("field-arrivedOn").fill("2/12/2026");
      lan.at("field-issuedOn").fill("30/11/2026");
      lan.at("field-symbol").fill("312/HTQT-ĐN");
      lan.at("field-subject").fill("Đề xuất nội dung");
      lan.at("register-incoming").click();
      assertThat(lan.at("message")).containsText("Đã đăng ký số đến 1: Vụ Hợp tác quốc tế");
      assertThat(lan.at("fact-receivedOn")).containsText("02/12/2026");
      // It came in time, whenever it was registered.
      assertThat(lan.at("late")).hasCount(0);
      assertThat(lan.at("incoming-form")).hasCount(0);
      look(lan, "58-da-dang-ky");
      lan.at("incoming-entry").getByRole(AriaRole.LINK).click();
      assertThat(lan.at("incoming-row")).containsText("312/HTQT-ĐN");
      assertThat(lan.at("incoming-row")).containsText("Đề xuất nội dung");
      assertThat(lan.at("register-DEN")).hasAttribute("aria-current", "page");
      look(lan, "59-so-van-ban-den");
      assertThat(saved(lan, lan.at("export-xlsx")).suggestedFilename())
          .isEqualTo("so-van-ban-den-2026.xlsx");
      lan.at("search").fill("vu hop tac");
      lan.page().keyboard().press("Enter");
      assertThat(lan.at("incoming-row")).hasCount(1);
      lan.at("search").fill("khong co");
      lan.page().keyboard().press("Enter");
      assertThat(lan.at("incoming-row")).hasCount(0);
    }
  }

  @Test
  void theClerkSaysWhoToldHimThatThereIsNoComment() {
    FakeDossier plan = asked();
    try (Browser.Window lan = signedIn("vanthu", "answers/" + answer(plan, 2).id)) {
      assertThat(lan.at("decide-answered")).hasCount(0);
      lan.at("decide-noComment").click();
      assertThat(lan.at("problem")).hasAttribute("data-field", "comment");
      lan.at("decision-comment").fill("Anh Hải, Ban Thư ký, gọi ngày 23/11.");
      lan.at("decide-noComment").click();
      assertThat(lan.at("fact-state")).hasText("Hoàn thành");
      assertThat(lan.at("answer-event").first()).containsText("Anh Hải");
    }
  }

  @Test
  void whoOwesIsListedByTheDayAndSearchedWithoutDiacritics() {
    FakeDossier plan = asked();
    answer(plan, 0).dueOn = server.agency().today().plusDays(30);
    server.agency().wait(12);
    try (Browser.Window mai = signedIn("chuyenvien")) {
      mai.at("nav-answers").click();
      Locator rows = mai.at("owed-row");
      assertThat(rows).hasCount(3);
      assertThat(rows.last()).containsText("Phòng Nghiệp vụ - Điều phối");
      assertThat(rows.last().getByTestId("first-due")).isVisible();
      assertThat(mai.at("count")).hasText(Pattern.compile("Còn nợ: 3, trong đó trễ hạn: 2"));
      look(mai, "60-ai-con-no-tra-loi");
      mai.at("search").fill("bao the gioi");
      assertThat(rows).hasCount(1);
      mai.at("search").fill("");
      mai.at("only-late").check();
      assertThat(rows).hasCount(2);
    }
    try (Browser.Window nam = signedIn("nghiepvu", "answers")) {
      assertThat(nam.at("nobody-owes")).isVisible();
    }
  }

  @Test
  void theKeyboardIsEnoughToExtendAndToAnswer() {
    FakeDossier plan = asked();
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers/" + plan.id)) {
      Locator button = mai.at("answer-row").first().getByTestId("extend");
      assertThat(button).hasAccessibleName("Gia hạn Phòng Nghiệp vụ - Điều phối");
      assertThat(mai.at("subject")).isVisible();
      tabTo(mai, button);
      mai.page().keyboard().press("Enter");
      assertThat(mai.at("field-dueOn")).isFocused();
      tabTo(mai, mai.at("field-reason"));
      mai.page().keyboard().type("Theo đề nghị");
      tabTo(mai, mai.at("send"));
      mai.page().keyboard().press("Enter");
      assertThat(mai.at("first-due")).isVisible();
      assertThat(button).isFocused();
    }
    try (Browser.Window nam = signedIn("nghiepvu", "answers/" + answer(plan, 0).id)) {
      assertThat(nam.at("asked")).isVisible();
      tabTo(nam, nam.at("upload-answer"));
      tabTo(nam, nam.at("decide-noComment"));
      nam.page().keyboard().press("Enter");
      assertThat(nam.at("fact-state")).hasText("Hoàn thành");
    }
  }
}
