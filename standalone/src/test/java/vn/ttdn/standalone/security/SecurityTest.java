package vn.ttdn.standalone.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.ttdn.standalone.StandaloneApplication;
import vn.ttdn.standalone.testing.Answer;
import vn.ttdn.standalone.testing.Guest;
import vn.ttdn.standalone.testing.OwnData;
import vn.ttdn.standalone.testing.People;

/** What the host tells a browser to hold to, and who gets in: headers, cookies, CSRF, sessions. */
@SpringBootTest(classes = StandaloneApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class SecurityTest {
  private static final String SESSION = "TTDN-SESSION";
  private static final String TOKEN = "XSRF-TOKEN";
  private static final String TOKEN_HEADER = "X-XSRF-TOKEN";
  private static final String ME = "/api/ttdn/v1/me";

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void ownData(DynamicPropertyRegistry registry) {
    OwnData.give(registry);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/ttdn/index.html",
        "/api/session",
        "/api/health",
        ME,
        "/api/ttdn/v1/dossiers",
        "/api/ttdn/v1/khong-co",
        "/khong-co"
      })
  void everyAnswerBindsTheBrowser(String path) {
    for (Guest guest : List.of(Guest.at(port), signedIn("chuyenvien"))) {
      Answer answer = guest.get(path);
      assertThat(answer.header("Content-Security-Policy").split("; *"))
          .contains(
              "default-src 'none'",
              "script-src 'self'",
              "style-src 'self'",
              "connect-src 'self'",
              "form-action 'self'",
              "base-uri 'none'",
              "frame-ancestors 'none'")
          .noneMatch(d -> d.contains("unsafe") || d.contains("*") || d.contains("http"));
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
      if (path.startsWith("/api/")) {
        assertThat(answer.header("Cache-Control")).contains("no-store");
      }
    }
  }

  @Test
  void cookiesStayWithThisHostAndTheSessionWithTheBrowser() {
    Guest guest = Guest.at(port);
    Answer before = guest.get("/api/session");
    Answer answer =
        guest.post("/api/session", Map.of("userName", "chuyenvien", "password", People.PASSWORD));
    String session = setCookie(answer, SESSION);
    assertThat(session).contains("; HttpOnly", "; SameSite=Strict", "; Path=/");
    assertThat(session).as("it ends with the browser").doesNotContain("Max-Age", "Expires");
    assertThat(session).doesNotContain("Domain");
    for (Answer with : List.of(before, answer)) {
      assertThat(setCookie(with, TOKEN)).contains("; SameSite=Strict", "; Path=/");
    }
    assertThat(before.headers().allValues("Set-Cookie"))
        .as("nobody has a session who did not sign in")
        .noneMatch(c -> c.startsWith(SESSION));
  }

  @Test
  void behindAProxyThatSpeaksHttpsCookiesGoNoOtherWay() {
    Guest guest = Guest.at(port);
    guest.get("/api/session");
    Answer answer =
        guest.post(
            "/api/session",
            Map.of("userName", "chuyenvien", "password", People.PASSWORD),
            "X-Forwarded-Proto",
            "https");
    assertThat(setCookie(answer, SESSION)).contains("; Secure", "; HttpOnly");
    assertThat(setCookie(answer, TOKEN)).contains("; Secure");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/session",
    "DELETE, /api/session",
    "POST, /api/ttdn/v1/dossiers",
    "PUT, /api/ttdn/v1/dossiers/x",
    "POST, /api/ttdn/v1/dossiers/x/documents/OFFICIAL_LETTER",
    "POST, /api/ttdn/v1/dossiers/x/signed/OFFICIAL_LETTER",
    "POST, /api/ttdn/v1/tasks/x/decision",
    "PATCH, /api/ttdn/v1/dossiers/x",
    "DELETE, /api/ttdn/v1/dossiers/x",
    "POST, /khong-co"
  })
  void withoutTheTokenNothingIsChanged(String method, String path) {
    Guest guest = signedIn("chuyenvien").forgettingToken();
    Answer none = guest.raw(method, path, "application/json", "{}");
    assertThat(none.problem()).as(none.text()).isEqualTo("csrf");
    assertThat(none.status()).isEqualTo(403);
    Answer wrong =
        guest.raw(method, path, "application/json", "{}", TOKEN_HEADER, "made-up-by-somebody");
    assertThat(wrong.problem()).as(wrong.text()).isEqualTo("csrf");
    assertThat(guest.get(ME).status()).as("still signed in").isEqualTo(200);
  }

  @Test
  void theTokenOfBeforeSigningInIsWorthNothingAfterwards() {
    Guest guest = Guest.at(port);
    guest.get("/api/session");
    String before = guest.cookie(TOKEN).orElseThrow();
    guest.signIn("chuyenvien", People.PASSWORD);
    assertThat(guest.cookie(TOKEN).orElseThrow()).isNotEqualTo(before);
    Answer answer =
        guest
            .forgettingToken()
            .raw("DELETE", "/api/session", "application/json", "", TOKEN_HEADER, before);
    assertThat(answer.problem()).isEqualTo("csrf");
  }

  @Test
  void aSessionThatSomebodyElseKnowsIsNotSignedInTo() {
    Guest guest = signedIn("chuyenvien");
    String known = guest.cookie(SESSION).orElseThrow();
    guest.signIn("truongphong", People.PASSWORD);
    assertThat(guest.cookie(SESSION).orElseThrow()).isNotEqualTo(known);
    assertThat(guest.get(ME).json().path("userName").asText()).isEqualTo("truongphong");
    assertThat(withSession(known).get(ME).status()).isEqualTo(401);
  }

  @Test
  void signingOutEndsTheSessionForWhoeverKeptIt() {
    Guest guest = signedIn("chuyenvien");
    String session = guest.cookie(SESSION).orElseThrow();
    assertThat(withSession(session).get(ME).status()).isEqualTo(200);
    assertThat(guest.raw("DELETE", "/api/session", "application/json", "").status()).isEqualTo(204);
    assertThat(guest.get(ME).status()).isEqualTo(401);
    assertThat(withSession(session).get(ME).status()).isEqualTo(401);
    assertThat(guest.get("/api/session").json().path("signedIn").asBoolean()).isFalse();
  }

  @Test
  void aWrongPasswordReadsLikeAnUnknownPerson() {
    Answer wrong = Guest.at(port).signIn("cuctruong", "sai");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.problem()).isEqualTo("sign-in-failed");
    for (String password : List.of("sai", "", People.PASSWORD, "nobody", "x".repeat(5000))) {
      Answer unknown = Guest.at(port).signIn("khong-co-ai", password);
      assertThat(unknown.status()).isEqualTo(401);
      assertThat(unknown.text()).isEqualTo(wrong.text());
      assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
    }
    assertThat(Guest.at(port).signIn("cuctruong", People.PASSWORD.repeat(10)).text())
        .isEqualTo(wrong.text());
  }

  @Test
  void whoGuessesIsLockedOutWhetherThePersonExistsOrNot() {
    for (String name : List.of("tpnghiepvu", "cung-khong-co")) {
      Guest guest = Guest.at(port);
      for (int i = 0; i < 10; i++) {
        assertThat(guest.signIn(name, "sai " + i).problem()).isEqualTo("sign-in-failed");
      }
      Answer locked = guest.signIn(name, People.PASSWORD);
      assertThat(locked.problem()).isEqualTo("sign-in-locked");
      assertThat(locked.status()).isEqualTo(403);
      assertThat(guest.get(ME).status()).isEqualTo(401);
    }
    assertThat(Guest.at(port).signIn("vanthu", People.PASSWORD).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "application/json, null",
        "application/json, []",
        "application/json, not json",
        "application/json, \"\"",
        "text/plain, chuyenvien",
        "application/x-www-form-urlencoded, userName=chuyenvien&password=ttdn-2026"
      })
  void whatIsNoSignInIsRefusedInWords(String contentType, String body) {
    Guest guest = Guest.at(port);
    guest.get("/api/session");
    Answer answer = guest.raw("POST", "/api/session", contentType, body == null ? "" : body);
    assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    assertThat(answer.problem()).isEqualTo("body-invalid");
    assertThat(answer.text()).doesNotContain("Exception", "springframework");
  }

  private Guest signedIn(String userName) {
    return Guest.signedIn(port, userName, People.PASSWORD);
  }

  private Guest withSession(String session) {
    Guest thief = Guest.at(port);
    thief.plant(SESSION, session);
    return thief;
  }

  private static String setCookie(Answer answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(c -> c.startsWith(name + "=") && !c.startsWith(name + "=;"))
        .reduce((a, b) -> b)
        .orElseThrow();
  }
}
