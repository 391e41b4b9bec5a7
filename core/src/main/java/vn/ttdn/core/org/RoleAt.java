package vn.ttdn.core.org;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A role in a unit. Hosts keep it as membership of a group whose name is derived from it, so that
 * people are administered where the host administers people.
 *
 * @param unit the unit's code, e.g. {@code PTTDN}
 */
public record RoleAt(Role role, String unit) {
  private static final String PREFIX = "TTDN_";
  private static final Pattern GROUP = Pattern.compile("TTDN_([A-Z0-9]+)_([A-Z_]+)");

  public RoleAt {
    Objects.requireNonNull(role);
    Objects.requireNonNull(unit);
  }

  /**
   * The group's short name, without Alfresco's {@code GROUP_} prefix: {@code
   * TTDN_PTTDN_SPECIALIST}.
   */
  public String groupName() {
    return PREFIX + unit + "_" + role.name();
  }

  /** Reads a group's short name back; empty if the group is not one of ours. */
  public static Optional<RoleAt> ofGroupName(String name) {
    Matcher m = GROUP.matcher(name);
    if (!m.matches()) {
      return Optional.empty();
    }
    for (Role role : Role.values()) {
      if (role.name().equals(m.group(2))) {
        return Optional.of(new RoleAt(role, m.group(1)));
      }
    }
    return Optional.empty();
  }
}
