package vn.ttdn.core.port;

import java.util.List;
import java.util.Optional;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.RoleAt;

/** The host's people and groups. */
public interface Directory {
  /** The person with that user name, with the roles he holds now; empty if there is none. */
  Optional<Person> person(String userName);

  /** The enabled people who hold a role, by user name. */
  List<Person> holders(RoleAt role);
}
