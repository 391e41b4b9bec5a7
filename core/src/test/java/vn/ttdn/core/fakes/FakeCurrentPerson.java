package vn.ttdn.core.fakes;

import java.util.function.Supplier;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.port.CurrentPerson;
import vn.ttdn.core.port.Directory;

/** Who a test says is acting, for each thread by itself. */
public final class FakeCurrentPerson implements CurrentPerson {
  private final Directory directory;
  private final ThreadLocal<String> userName = new ThreadLocal<>();

  FakeCurrentPerson(Directory directory) {
    this.directory = directory;
  }

  public void signIn(String user) {
    userName.set(user);
  }

  public void signOut() {
    userName.remove();
  }

  /** Runs work as that person, then goes back to whoever it was before. */
  public <T> T as(String user, Supplier<T> work) {
    String before = userName.get();
    userName.set(user);
    try {
      return work.get();
    } finally {
      userName.set(before);
    }
  }

  @Override
  public Person get() {
    String user = userName.get();
    if (user == null) {
      throw signedOut();
    }
    return directory.person(user).orElseThrow(FakeCurrentPerson::signedOut);
  }

  private static Refusal signedOut() {
    return Refusal.of(Refusal.Kind.UNAUTHENTICATED, "signed-out");
  }
}
