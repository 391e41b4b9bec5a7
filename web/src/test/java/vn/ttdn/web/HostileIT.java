package vn.ttdn.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.web.FakePeople.HOSTILE;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.ttdn.web.FakeDossier.Addressee;
import vn.ttdn.web.FakePeople.Person;
import vn.ttdn.web.testing.Browser;

/** Whatever people write is shown as text, wherever it is shown, and breaks no layout. */
@Tag("browser")
class HostileIT extends PageTest {
  /** Without a place to break a line at. */
  private static final String LONG = "Dài".repeat(150);

  /** No markup of theirs has become an element, in whatever shadow root. */
  private static void assertHarmless(Browser.Window window, String picture) {
    Object strange =
        window
            .page()
            .evaluate(
                "() => { const found = []; const walk = root => root.querySelectorAll('*')"
                    + ".forEach(e => { if (e.shadowRoot) walk(e.shadowRoot);"
                    + " if (['IMG', 'SCRIPT', 'B', 'IFRAME'].includes(e.tagName)"
                    + " && e.getRootNode() !== document) found.push(e.outerHTML); });"
                    + " walk(document); return window.bitten ? ['bitten'] : found; }");
    assertThat((List<?>) strange).as(picture).isEmpty();
    window.screenshot(picture);
    window.assertNoSidewaysScroll();
  }

  private FakeDossier hostile() {
    FakeDossier d = desk().begin(HOSTILE + LONG, "kythu");
    d.addressees =
        List.of(
            new Addressee("NVDP", "Phòng Nghiệp vụ - Điều phối", null),
            new Addressee(null, HOSTILE, "a@b.vn\"><script>window.bitten=1</script>"),
            new Addressee(null, LONG, null));
    d.direction = HOSTILE + "\n" + LONG;
    d.put("OFFICIAL_LETTER", false, HOSTILE + LONG + ".pdf", 9, kythu(), server.agency().tick());
    desk().decide(d, "kythu", "submitted", HOSTILE);
    desk().decide(d, "truongphong", "returned", HOSTILE + LONG);
    desk().decide(d, "kythu", "submitted", "");
    desk().decide(d, "truongphong", "accepted", "");
    desk().decide(d, "cuctruong", "accepted", HOSTILE);
    d.put("OFFICIAL_LETTER", true, HOSTILE + ".pdf", 9, kythu(), server.agency().tick());
    return d;
  }

  private static Person kythu() {
    return FakePeople.person("kythu");
  }

  @Test
  void inADossierAndInWhatIsAskedBeforeIssuing() {
    FakeDossier d = hostile();
    try (Browser.Window lan = signedIn("vanthu")) {
      assertThat(lan.at("task-row")).containsText(HOSTILE);
      assertHarmless(lan, "90-viec");
      go(lan, "dossiers");
      assertThat(lan.at("dossier-row")).containsText(HOSTILE);
      assertHarmless(lan, "90-danh-sach");
      go(lan, "dossiers/" + d.id);
      assertThat(lan.at("fact-direction")).containsText(HOSTILE);
      assertThat(lan.at("fact-addressees")).containsText("<script>");
      assertThat(lan.at("version").first()).containsText(HOSTILE);
      assertThat(lan.at("said").first()).containsText(HOSTILE);
      assertThat(lan.at("history-row").nth(1)).containsText(HOSTILE);
      lan.at("audit").click();
      assertThat(lan.at("audit-row")).containsText("Kỳ <img");
      assertHarmless(lan, "91-ho-so");
      lan.at("field-onPaper").check();
      lan.at("decide-issued").click();
      assertThat(lan.at("confirm")).isVisible();
      assertHarmless(lan, "92-hop-thoai");
      server.agency().refuseNext(409, null, HOSTILE);
      lan.at("confirm").click();
      assertThat(lan.at("problem")).containsText(HOSTILE);
      assertHarmless(lan, "93-loi");
    }
    try (Browser.Window hoa = signedIn("truongphong", "dossiers/" + d.id)) {
      hoa.at("action-ASSIGN").click();
      assertThat(hoa.at("field-drafter")).hasValue("kythu");
      assertHarmless(hoa, "94-phan-cong");
    }
  }

  @Test
  void inAnswersRegistersAndRecords() {
    FakeDossier d = hostile();
    desk().decide(d, "vanthu", "issued", "");
    server.agency().wait(12);
    FakeAnswer answer = server.agency().answers().of(d).get(1);
    answer.happened("NOTE", server.agency().today(), HOSTILE + LONG, kythu(), null, d.openedAt);
    answer.file.add(HOSTILE + ".pdf", 9, kythu(), server.agency().tick());
    answer.incoming.add(
        server
            .agency()
            .registers()
            .register(answer, d.stepDueOn, d.stepDueOn, HOSTILE, HOSTILE + LONG, kythu()));
    answer.given(false, server.agency().today(), "", kythu(), server.agency().tick());
    answer.examined(false, HOSTILE + LONG, server.agency().today(), kythu(), d.openedAt);
    try (Browser.Window thu = signedIn("kythu")) {
      assertThat(thu.at("who")).containsText("Kỳ <img");
      go(thu, "dossiers/" + d.id);
      assertThat(thu.at("without-answer")).containsText(HOSTILE);
      assertThat(thu.at("answer-row").nth(1)).containsText(HOSTILE);
      assertHarmless(thu, "95-bang-tra-loi");
      thu.at("remind").click();
      assertHarmless(thu, "95-don-doc");
      thu.at("cancel").click();
      go(thu, "answers/" + answer.id);
      assertThat(thu.at("asked")).containsText(HOSTILE);
      assertThat(thu.at("answer-event").first()).containsText(HOSTILE);
      assertThat(thu.at("answer-version")).containsText(HOSTILE);
      assertThat(thu.at("incoming-entry")).containsText(HOSTILE);
      assertThat(thu.at("asking-letter")).containsText(HOSTILE);
      assertHarmless(thu, "96-tra-loi");
      go(thu, "answers");
      assertThat(thu.at("owed-row").nth(1)).containsText(HOSTILE);
      assertHarmless(thu, "97-no-tra-loi");
      go(thu, "register");
      assertThat(thu.at("register-row")).containsText(HOSTILE);
      assertHarmless(thu, "98-so-di");
      thu.at("register-DEN").click();
      assertThat(thu.at("incoming-row")).containsText(HOSTILE);
      assertHarmless(thu, "98-so-den");
      thu.at("incoming-row").getByRole(AriaRole.LINK).first().click();
      assertThat(thu.at("fact-file")).containsText(HOSTILE);
      assertHarmless(thu, "99-van-ban-den");
      go(thu, "register");
      thu.at("register-row").getByRole(AriaRole.LINK).click();
      assertThat(thu.at("dispatch").nth(1)).containsText("<script>");
      assertHarmless(thu, "99-van-ban");
      thu.at("mend-RECALL").click();
      assertHarmless(thu, "99-thu-hoi");
    }
    try (Browser.Window lan = signedIn("vanthu", "answers/" + answer.id)) {
      assertThat(lan.at("returned")).containsText(HOSTILE);
      assertThat(lan.at("incoming-form")).isVisible();
      assertHarmless(lan, "96-van-thu");
    }
  }

  @Test
  void anAddressThatSomebodyMadeUpLeadsNowhere() {
    try (Browser.Window mai = signedIn("chuyenvien")) {
      for (String place :
          List.of(
              "dossiers/<img src=x onerror=bitten=1>",
              "answers/..%2f..%2fme",
              "records/%",
              "register/javascript:alert(1)/2026",
              "no/such/place")) {
        go(mai, place);
        assertThat(mai.page().getByRole(AriaRole.MAIN)).isVisible();
        assertHarmless(mai, "99-dia-chi-la");
      }
    }
  }
}
