package vn.ttdn.core.org;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who may sign in, as the host's directory knows him now.
 *
 * @param userName the sign-in name; never shown where a name will do
 * @param fullName as it stands below a signature
 * @param position office as it stands above a signature, e.g. {@code CỤC TRƯỞNG}; empty if unknown
 * @param email where mail to the person goes, if an address is known
 * @param roles the roles the person holds now, each in its unit, delegated ones among them
 * @param delegated those of the roles that are not his own, each with the user name of the one who
 *     delegated it to him
 */
public record Person(
    String userName,
    String fullName,
    String position,
    Optional<String> email,
    Set<RoleAt> roles,
    Map<RoleAt, String> delegated) {

  public Person {
    roles = Set.copyOf(roles);
    delegated = Map.copyOf(delegated);
  }

  /** Somebody with roles of his own only. */
  public Person(
      String userName,
      String fullName,
      String position,
      Optional<String> email,
      Set<RoleAt> roles) {
    this(userName, fullName, position, email, roles, Map.of());
  }

  public boolean holds(Role role, String unit) {
    return roles.contains(new RoleAt(role, unit));
  }

  /** Who has delegated a role to him; empty if it is his own. */
  public Optional<String> holdsInsteadOf(RoleAt role) {
    return Optional.ofNullable(delegated.get(role));
  }

  /** Whether the person holds any role of the agency: the least that is asked of a reader. */
  public boolean belongsToTheAgency() {
    return roles.stream().anyMatch(r -> r.role().level() != Unit.Level.MINISTRY);
  }

  /** Whether the person holds any role of the Ministry above. */
  public boolean belongsToTheMinistry() {
    return roles.stream().anyMatch(r -> r.role().level() == Unit.Level.MINISTRY);
  }
}
