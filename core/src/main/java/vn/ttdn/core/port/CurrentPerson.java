package vn.ttdn.core.port;

import vn.ttdn.core.org.Person;

/** Who is acting: the authenticated person, never the one a host runs as on his behalf. */
public interface CurrentPerson {
  /**
   * The person who signed in.
   *
   * @throws vn.ttdn.core.Refusal {@code signed-out} if nobody did
   */
  Person get();
}
