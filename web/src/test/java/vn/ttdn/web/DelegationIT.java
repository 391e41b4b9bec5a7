package vn.ttdn.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.ttdn.web.testing.Browser;

/** Uỷ quyền: who acts for whom, begun and ended by whose role it is. */
@Tag("browser")
class DelegationIT extends PageTest {
  private Locator row(Browser.Window window, String state) {
    return window.page().locator("[data-testid=delegation-row][data-state=" + state + "]");
  }

  @Test
  void aLeaderDelegatesAndEveryRefusalStandsAtItsField() {
    try (Browser.Window tuan = signedIn("cuctruong")) {
      tuan.at("nav-delegations").click();
      assertThat(tuan.at("no-delegations")).isVisible();
      assertThat(tuan.page()).hasTitle("Uỷ quyền – Kế hoạch thông tin đối ngoại");
      tuan.at("delegate").click();
      assertThat(tuan.at("field-role")).hasValue("AGENCY_LEADER CUC");
      assertThat(tuan.at("field-firstDay")).hasValue("23/11/2026");
      assertThat(tuan.at("field-to").locator("option")).hasCount(3);
      // Nobody is his own deputy, and the Ministry is another house.
      assertThat(tuan.at("field-to")).not().containsText("Đỗ Minh Tuấn");
      assertThat(tuan.at("field-office")).not().containsText("Bộ Thông tin và Truyền thông");
      tuan.at("send").click();
      assertThat(tuan.at("problem")).hasAttribute("data-field", "to");
      assertThat(tuan.at("field-to")).isFocused();
      tuan.at("field-office").selectOption("PTTDN");
      tuan.at("field-to").selectOption("truongphong");
      tuan.at("send").click();
      assertThat(tuan.at("problem")).hasAttribute("data-field", "lastDay");
      assertThat(tuan.at("field-lastDay")).isFocused();
      tuan.at("field-lastDay").fill("1/11/2026");
      tuan.at("send").click();
      assertThat(tuan.at("problem")).containsText("Thời hạn không hợp lệ");
      look(tuan, "90-uy-quyen-sai-thoi-han");
      tuan.at("field-lastDay").fill("30.11.2026");
      tuan.at("send").click();
      assertThat(tuan.at("problem")).hasAttribute("data-field", "reason");
      tuan.at("field-reason").fill("Công tác nước ngoài,\nQĐ 15/QĐ-TTĐN");
      server.agency().refuseNext(400, "to", "Sẽ duyệt văn bản của chính mình");
      tuan.at("send").click();
      assertThat(tuan.at("field-to")).isFocused();
      server.agency().refuseNext(403, null, "Không uỷ quyền được");
      tuan.at("send").click();
      assertThat(tuan.at("problem")).containsText("Không uỷ quyền được");
      tuan.at("send").click();
      assertThat(tuan.at("message"))
          .containsText("Đã uỷ quyền cho Nguyễn Thị Hoa, 23/11/2026 – 30/11/2026.");
      assertThat(row(tuan, "active")).containsText("Đỗ Minh Tuấn");
      assertThat(row(tuan, "active")).containsText("Công tác nước ngoài, QĐ 15/QĐ-TTĐN");
      look(tuan, "91-uy-quyen");
    }
  }

  @Test
  void aDelegationIsEndedEarlyByWhoGaveItAlone() {
    server
        .agency()
        .delegations()
        .add("truongphong", "chuyenvien2", "DEPARTMENT_HEAD", "PTTDN", day(-9), day(-2));
    server.agency().delegations().add("vanthu", "nghiepvu", "AGENCY_CLERK", "CUC", day(3), day(5));
    server
        .agency()
        .delegations()
        .add("cuctruong", "truongphong", "AGENCY_LEADER", "CUC", day(-1), day(4));
    try (Browser.Window tuan = signedIn("cuctruong", "delegations")) {
      Locator rows = tuan.at("delegation-row");
      assertThat(rows).hasCount(3);
      assertThat(rows.nth(0)).hasAttribute("data-state", "active");
      assertThat(rows.nth(1)).hasAttribute("data-state", "coming");
      assertThat(rows.nth(2)).hasAttribute("data-state", "over");
      Locator end = tuan.at("revoke");
      assertThat(end).hasCount(1);
      assertThat(end).hasAccessibleName("Chấm dứt Nguyễn Thị Hoa");
      tabTo(tuan, end);
      tuan.page().keyboard().press("Enter");
      assertThat(tuan.page().getByRole(AriaRole.DIALOG)).containsText("22/11/2026 – 27/11/2026");
      look(tuan, "92-cham-dut-uy-quyen");
      tuan.page().keyboard().press("Escape");
      assertThat(end).isFocused();
      end.click();
      server.agency().refuseNext(409, null, "Uỷ quyền đã kết thúc");
      tuan.at("confirm").click();
      assertThat(tuan.at("problem")).containsText("Uỷ quyền đã kết thúc");
      end.click();
      tuan.at("confirm").click();
      assertThat(tuan.at("message")).containsText("Đã chấm dứt uỷ quyền cho Nguyễn Thị Hoa.");
      assertThat(row(tuan, "revoked")).containsText("Đã chấm dứt 23/11/2026");
      assertThat(tuan.at("problem")).hasCount(0);
      assertThat(end).hasCount(0);
      look(tuan, "93-da-cham-dut");
      tuan.at("language").click();
      assertThat(row(tuan, "revoked")).containsText("Ended 23/11/2026");
      look(tuan, "94-en-delegations");
    }
  }

  private LocalDate day(int from) {
    return server.agency().today().plusDays(from);
  }

  @Test
  void whoHasNothingOfHisOwnToDelegateOnlyReads() {
    try (Browser.Window mai = signedIn("chuyenvien", "delegations")) {
      assertThat(mai.at("no-delegations")).isVisible();
      assertThat(mai.at("delegate")).hasCount(0);
    }
    try (Browser.Window hang = signedIn("phocuctruong", "delegations")) {
      assertThat(hang.at("no-delegations")).isVisible();
      assertThat(hang.at("delegate")).hasCount(0);
    }
  }

  @Test
  void theMinistryDelegatesInItsOwnHouse() {
    server
        .agency()
        .delegations()
        .add("cuctruong", "truongphong", "AGENCY_LEADER", "CUC", day(-1), day(4));
    try (Browser.Window binh = signedIn("thutruong")) {
      binh.at("nav-delegations").click();
      assertThat(binh.at("no-delegations")).isVisible();
      binh.at("delegate").click();
      assertThat(binh.at("field-office").locator("option")).hasCount(1);
      binh.at("field-to").selectOption("vanthubo");
      binh.at("field-lastDay").fill("24/11/2026");
      binh.at("field-reason").fill("Công tác");
      binh.at("send").click();
      assertThat(row(binh, "active")).containsText("Lãnh đạo Bộ");
    }
  }

  @Test
  void whatADeputyDecidedSaysInWhoseStead() {
    FakeDossier plan = plan();
    desk().draft(plan);
    desk().decide(plan, "chuyenvien", "submitted", "");
    desk().decide(plan, "truongphong", "accepted", "");
    desk().decide(plan, "phocuctruong", "accepted", "");
    try (Browser.Window mai = signedIn("chuyenvien", "dossiers/" + plan.id)) {
      assertThat(mai.at("history-row")).hasCount(3);
      assertThat(mai.at("instead-of")).hasCount(1);
      assertThat(mai.at("instead-of")).hasText("thay Đỗ Minh Tuấn");
    }
  }
}
