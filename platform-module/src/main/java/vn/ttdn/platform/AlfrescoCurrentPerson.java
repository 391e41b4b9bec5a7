package vn.ttdn.platform;

import org.alfresco.repo.security.authentication.AuthenticationUtil;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.port.CurrentPerson;
import vn.ttdn.core.port.Directory;

/** The fully authenticated user: whoever signed in, never the one that code runs as for him. */
public final class AlfrescoCurrentPerson implements CurrentPerson {
  private final Directory directory;

  public AlfrescoCurrentPerson(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Person get() {
    String userName = AuthenticationUtil.getFullyAuthenticatedUser();
    if (userName == null || AuthenticationUtil.getGuestUserName().equals(userName)) {
      throw signedOut();
    }
    return directory.person(userName).orElseThrow(AlfrescoCurrentPerson::signedOut);
  }

  private static Refusal signedOut() {
    return Refusal.of(Refusal.Kind.UNAUTHENTICATED, "signed-out");
  }
}
