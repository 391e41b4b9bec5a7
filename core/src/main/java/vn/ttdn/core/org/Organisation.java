package vn.ttdn.core.org;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.register.RegisterConfig;
import vn.ttdn.core.retention.RetentionRule;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.text.Messages;

/**
 * The agency as configured: its units, registers and days. People are not part of it, the host's
 * directory has them.
 *
 * @param units in the configured order; exactly one of them is the agency, one the Ministry above
 * @param registers how each register of issued documents counts; every kind that is issued stands
 *     in exactly one
 * @param deadlines how long each step may take
 * @param signedFileRequired whether nothing is issued without the signed file
 * @param retention when records may and must be handed over to the archive
 */
public record Organisation(
    List<Unit> units,
    List<RegisterConfig> registers,
    Deadlines deadlines,
    boolean signedFileRequired,
    RetentionRule retention) {

  public Organisation {
    units = List.copyOf(units);
    registers = List.copyOf(registers);
  }

  public Unit agency() {
    return only(Unit.Level.AGENCY);
  }

  public Unit ministry() {
    return only(Unit.Level.MINISTRY);
  }

  private Unit only(Unit.Level level) {
    return units.stream().filter(u -> u.level() == level).findFirst().orElseThrow();
  }

  public Optional<Unit> unit(String code) {
    return units.stream().filter(u -> u.code().equals(code)).findFirst();
  }

  /** The register of a kind of document. */
  public RegisterConfig registerOf(DocumentKind kind) {
    return registers.stream().filter(r -> r.kinds().contains(kind)).findFirst().orElseThrow();
  }

  public Optional<RegisterConfig> register(String code) {
    return registers.stream().filter(r -> r.code().equals(code)).findFirst();
  }

  /** The body whose register it is: the Ministry keeps its own elsewhere. */
  public Unit bodyOf(RegisterConfig register) {
    return register.keptElsewhere() ? ministry() : agency();
  }

  /** The unit in which a role that a step asks for is held: the agency's roles at the agency. */
  public RoleAt roleAt(Role role, String draftingUnit) {
    return new RoleAt(
        role,
        switch (role.level()) {
          case UNIT -> draftingUnit;
          case AGENCY -> agency().code();
          case MINISTRY -> ministry().code();
        });
  }

  /** Every group that a host has to have, with a name for people. */
  public Map<RoleAt, String> groups() {
    Map<RoleAt, String> groups = new LinkedHashMap<>();
    for (Unit unit : units) {
      for (Role role : Role.values()) {
        if (role.level() == unit.level()) {
          groups.put(
              new RoleAt(role, unit.code()),
              role.label(Messages.VIETNAMESE) + " – " + unit.nameVi());
        }
      }
    }
    return groups;
  }
}
