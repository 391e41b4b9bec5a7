package vn.ttdn.core.org;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.register.RegisterConfig;

/**
 * The agency as configured: its units and registers. People are not part of it, the host's
 * directory has them.
 *
 * @param units in the configured order; exactly one of them is the agency
 * @param issuedLetters how the register of issued official letters counts
 */
public record Organisation(List<Unit> units, RegisterConfig issuedLetters) {

  public Organisation {
    units = List.copyOf(units);
  }

  public Unit agency() {
    return units.stream().filter(Unit::agency).findFirst().orElseThrow();
  }

  public Optional<Unit> unit(String code) {
    return units.stream().filter(u -> u.code().equals(code)).findFirst();
  }

  /** The unit in which a role that a step asks for is held: the agency's roles at the agency. */
  public RoleAt roleAt(Role role, String draftingUnit) {
    return new RoleAt(role, role.ofAgency() ? agency().code() : draftingUnit);
  }

  /** Every group that a host has to have, with a name for people. */
  public Map<RoleAt, String> groups() {
    Map<RoleAt, String> groups = new LinkedHashMap<>();
    for (Unit unit : units) {
      for (Role role : Role.values()) {
        if (role.ofAgency() == unit.agency()) {
          groups.put(
              new RoleAt(role, unit.code()),
              role.label(vn.ttdn.core.text.Messages.VIETNAMESE) + " – " + unit.nameVi());
        }
      }
    }
    return groups;
  }
}
