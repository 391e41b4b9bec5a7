package vn.ttdn.standalone.security;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.port.CurrentPerson;
import vn.ttdn.core.port.Directory;

/** Who signed in to this request's session. */
public final class SignedInPerson implements CurrentPerson {
  private final Directory directory;

  public SignedInPerson(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Person get() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !authentication.isAuthenticated()) {
      throw signedOut();
    }
    return directory.person(authentication.getName()).orElseThrow(SignedInPerson::signedOut);
  }

  static Refusal signedOut() {
    return Refusal.of(Refusal.Kind.UNAUTHENTICATED, "signed-out");
  }
}
