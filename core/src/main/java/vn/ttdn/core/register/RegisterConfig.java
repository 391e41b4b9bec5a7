package vn.ttdn.core.register;

import java.util.Map;
import java.util.Set;
import vn.ttdn.core.schema.DocumentKind;

/**
 * How one register counts.
 *
 * @param code names the register within its body, e.g. {@code CV}
 * @param issuerSymbol the issuing body's symbol in a number, e.g. {@code TTĐN}
 * @param kinds the kinds of document that are numbered in it
 * @param keptElsewhere whether its numbers are given outside this system and typed in here: the
 *     Ministry's
 * @param firstNumbers the first number of a year whose register did not start here at 1, by year:
 *     for an agency that begins with this system in mid-year
 */
public record RegisterConfig(
    String code,
    String issuerSymbol,
    Set<DocumentKind> kinds,
    boolean keptElsewhere,
    Map<Integer, Long> firstNumbers) {
  /** The register of incoming documents (sổ văn bản đến); its numbers are arrival numbers. */
  public static final String INCOMING = "DEN";

  public RegisterConfig {
    kinds = Set.copyOf(kinds);
    firstNumbers = Map.copyOf(firstNumbers);
  }

  /** Numbers run from 01 within a year (NĐ 30/2020/NĐ-CP Điều 15) unless configured otherwise. */
  public long firstNumber(int year) {
    return firstNumbers.getOrDefault(year, 1L);
  }
}
