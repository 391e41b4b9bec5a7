package vn.ttdn.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.ttdn.web.testing.Browser;

/** Lưu giữ: from when to when the records of ended plans are handed over, and what holds them. */
@Tag("browser")
class RetentionIT extends PageTest {
  private FakeDossier ended(String subject) {
    FakeDossier plan = desk().begin(subject, "chuyenvien");
    desk().decide(plan, "chuyenvien", "cancelled", "Không làm nữa.");
    return plan;
  }

  @Test
  void everyDayIsExplainedAndTheLastOneIsCounted() {
    ended(SUBJECT);
    try (Browser.Window lan = signedIn("vanthu")) {
      lan.at("nav-retention").click();
      assertThat(lan.page()).hasTitle("Lưu giữ hồ sơ – Kế hoạch thông tin đối ngoại");
      Locator row = lan.at("kept-row");
      assertThat(row).hasCount(1);
      assertThat(row).containsText("23/11/2026");
      assertThat(row).containsText("23/11/2027");
      assertThat(row).containsText("31/12/2027");
      assertThat(row.getByTestId("keep-state")).hasText("Lưu tại đơn vị");
      Locator why = row.getByTestId("why");
      assertThat(why.locator("p")).not().isVisible();
      tabTo(lan, why.locator("summary"));
      lan.page().keyboard().press("Enter");
      assertThat(why.locator("p")).isVisible();
      assertThat(why).containsText("QT.TTĐN.03, mục 8");
      look(lan, "95-luu-giu");
      server.agency().wait(390);
      lan.page().reload();
      assertThat(row.getByTestId("keep-state")).hasAttribute("data-state", "DUE");
      assertThat(row).containsText("còn 13 ngày");
      server.agency().wait(20);
      lan.page().reload();
      assertThat(row.getByTestId("late")).hasText("trễ 7 ngày");
      look(lan, "96-qua-han-nop");
    }
  }

  @Test
  void theClerkHoldsBackWithAReasonAndLiftsIt() {
    FakeDossier plan = ended(SUBJECT);
    ended(filled(2));
    try (Browser.Window lan = signedIn("vanthu", "retention")) {
      Locator row = lan.at("kept-row").last();
      Locator hold = row.getByTestId("hold-back");
      assertThat(hold).hasAccessibleName("Giữ lại: " + SUBJECT);
      hold.click();
      assertThat(lan.at("field-reason")).isFocused();
      lan.at("send").click();
      assertThat(lan.at("problem")).hasAttribute("data-field", "reason");
      assertThat(lan.at("field-reason")).isFocused();
      look(lan, "97-giu-lai");
      lan.at("field-reason").fill("Thanh tra Bộ\nđang kiểm tra");
      lan.at("send").click();
      assertThat(lan.at("message")).containsText("Đã giữ lại hồ sơ.");
      assertThat(row.getByTestId("hold")).containsText("Thanh tra Bộ đang kiểm tra");
      assertThat(row.getByTestId("hold")).containsText("Vũ Thị Lan");
      assertThat(lan.at("kept-row").first().getByTestId("hold")).hasCount(0);
      look(lan, "98-dang-giu-lai");
      row.getByTestId("lift").click();
      assertThat(lan.page().getByRole(AriaRole.DIALOG)).containsText("Thanh tra Bộ");
      look(lan, "99-bo-giu-lai");
      server.agency().refuseNext(409, null, "Không có yêu cầu giữ lại");
      lan.at("confirm").click();
      assertThat(lan.at("problem")).containsText("Không có yêu cầu giữ lại");
      row.getByTestId("lift").click();
      lan.at("confirm").click();
      assertThat(lan.at("message")).containsText("Đã bỏ giữ lại hồ sơ.");
      assertThat(row.getByTestId("hold")).hasCount(0);
      assertThat(lan.at("problem")).hasCount(0);
      go(lan, "dossiers/" + plan.id);
      assertThat(lan.at("keep-mustBy")).hasText("31/12/2027");
      lan.at("hold-back").click();
      lan.at("field-reason").fill("Kiểm toán");
      lan.at("send").click();
      assertThat(lan.at("hold")).containsText("Kiểm toán");
      look(lan, "99-ho-so-dang-giu-lai");
    }
  }

  @Test
  void whoMayNotHoldOnlyReadsAndTheMinistryHasNoEntry() {
    FakeDossier plan = ended(SUBJECT);
    try (Browser.Window mai = signedIn("chuyenvien", "retention")) {
      assertThat(mai.at("kept-row")).hasCount(1);
      assertThat(mai.at("hold-back")).hasCount(0);
      go(mai, "dossiers/" + plan.id);
      assertThat(mai.at("keep")).isVisible();
      assertThat(mai.at("hold-back")).hasCount(0);
    }
    try (Browser.Window yen = signedIn("vanthubo")) {
      assertThat(yen.at("nav-tasks")).isVisible();
      assertThat(yen.at("nav-retention")).hasCount(0);
    }
  }

  @Test
  void aDossierThatRunsHasNoDaysYet() {
    FakeDossier plan = plan();
    try (Browser.Window lan = signedIn("vanthu", "retention")) {
      assertThat(lan.at("nothing-kept")).isVisible();
      go(lan, "dossiers/" + plan.id);
      assertThat(lan.at("subject")).hasText(SUBJECT);
      assertThat(lan.at("keep")).hasCount(0);
      lan.at("language").click();
      go(lan, "retention");
      look(lan, "99-en-retention");
    }
  }
}
