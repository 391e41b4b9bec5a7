package vn.ttdn.core.org;

import java.util.Locale;
import java.util.Optional;

/**
 * A unit of the agency, or the agency itself.
 *
 * @param code ASCII capitals and digits; part of group names, never shown alone
 * @param nameVi the unit's name in Vietnamese
 * @param nameEn the unit's name in English
 * @param symbol the abbreviation that its documents' numbers carry, e.g. {@code PTTĐN}
 * @param email where documents addressed to the unit are announced, if it has an address
 * @param agency whether this is the agency itself (exactly one is)
 */
public record Unit(
    String code,
    String nameVi,
    String nameEn,
    String symbol,
    Optional<String> email,
    boolean agency) {

  public String name(Locale locale) {
    return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
  }
}
