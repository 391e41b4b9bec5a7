package vn.ttdn.standalone.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;

/** Counts wrong passwords by user name and closes the door for a while after too many. */
final class SignInGuard {
  private static final int MAX_WRONG = 10;
  private static final Duration LOCKED = Duration.ofMinutes(5);
  private static final int MAX_REMEMBERED = 10_000;

  private final Clock clock;
  private final Map<String, Wrong> wrong =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  private record Wrong(int times, Instant last) {}

  SignInGuard(Clock clock) {
    this.clock = clock;
  }

  /**
   * Lets a try pass.
   *
   * @throws Refusal {@code sign-in-locked} after too many wrong ones
   */
  synchronized void allow(String userName) {
    Wrong so = wrong.get(userName);
    if (so == null) {
      return;
    }
    if (clock.instant().isAfter(so.last().plus(LOCKED))) {
      wrong.remove(userName);
    } else if (so.times() >= MAX_WRONG) {
      throw Refusal.of(Kind.FORBIDDEN, "sign-in-locked", LOCKED.toMinutes());
    }
  }

  synchronized void failed(String userName) {
    int times = Optional.ofNullable(wrong.get(userName)).map(Wrong::times).orElse(0);
    wrong.put(userName, new Wrong(times + 1, clock.instant()));
  }

  synchronized void succeeded(String userName) {
    wrong.remove(userName);
  }
}
