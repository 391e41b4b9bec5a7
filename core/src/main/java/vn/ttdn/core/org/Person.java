package vn.ttdn.core.org;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody who may sign in, as the host's directory knows him now.
 *
 * @param userName the sign-in name; never shown where a name will do
 * @param fullName as it stands below a signature
 * @param position office as it stands above a signature, e.g. {@code CỤC TRƯỞNG}; empty if unknown
 * @param email where mail to the person goes, if an address is known
 * @param roles the roles the person holds, each in its unit
 */
public record Person(
    String userName, String fullName, String position, Optional<String> email, Set<RoleAt> roles) {

  public Person {
    roles = Set.copyOf(roles);
  }

  public boolean holds(Role role, String unit) {
    return roles.contains(new RoleAt(role, unit));
  }

  /** Whether the person holds any role of the agency: the least that is asked of a reader. */
  public boolean belongsToTheAgency() {
    return !roles.isEmpty();
  }
}
