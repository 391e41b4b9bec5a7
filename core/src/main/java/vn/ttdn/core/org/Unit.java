package vn.ttdn.core.org;

import java.util.Locale;
import java.util.Optional;

/**
 * A unit of the agency, the agency itself, or the Ministry above it.
 *
 * @param code ASCII capitals and digits; part of group names, never shown alone
 * @param nameVi the unit's name in Vietnamese
 * @param nameEn the unit's name in English
 * @param symbol the abbreviation that its documents' numbers carry, e.g. {@code PTTĐN}
 * @param email where documents addressed to the unit are announced, if it has an address
 * @param head the office of the one at its head as it stands above a signature, e.g. {@code CỤC
 *     TRƯỞNG}; empty if it is not configured
 * @param level which of the three it is; there is exactly one agency and one Ministry
 */
public record Unit(
    String code,
    String nameVi,
    String nameEn,
    String symbol,
    Optional<String> email,
    Optional<String> head,
    Level level) {

  /** Where a unit stands; each role belongs to one level. */
  public enum Level {
    UNIT,
    AGENCY,
    MINISTRY
  }

  public boolean agency() {
    return level == Level.AGENCY;
  }

  /** Whether it is a unit of the agency: one that may draft and be asked. */
  public boolean ofAgency() {
    return level == Level.UNIT;
  }

  public String name(Locale locale) {
    return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
  }
}
