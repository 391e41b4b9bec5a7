package vn.ttdn.standalone.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.fakes.FakeClock;

class SignInGuardTest {
  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-23T02:00:00Z"));
  private final SignInGuard guard = new SignInGuard(clock);

  @Test
  void afterTenWrongOnesTheDoorIsClosedForFiveMinutes() {
    fail(9);
    guard.allow("a");
    fail(1);
    assertThatThrownBy(() -> guard.allow("a"))
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> org.assertj.core.api.Assertions.assertThat(r.code()).isEqualTo("sign-in-locked"));
    assertThatCode(() -> guard.allow("b"))
        .as("nobody else is locked out")
        .doesNotThrowAnyException();
    clock.advance(Duration.ofMinutes(5));
    assertThatThrownBy(() -> guard.allow("a")).isInstanceOf(Refusal.class);
    clock.advance(Duration.ofMillis(1));
    guard.allow("a");
    fail(9);
    guard.allow("a");
  }

  @Test
  void theRightOneForgetsTheWrongOnes() {
    fail(9);
    guard.succeeded("a");
    fail(9);
    guard.allow("a");
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      guard.failed("a");
    }
  }
}
