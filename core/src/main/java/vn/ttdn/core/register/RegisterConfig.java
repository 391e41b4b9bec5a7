package vn.ttdn.core.register;

import java.util.Map;

/**
 * How one register counts.
 *
 * @param code names the register within its body, e.g. {@code CV}
 * @param issuerSymbol the issuing body's symbol in a number, e.g. {@code TTĐN}
 * @param firstNumbers the first number of a year whose register did not start here at 1, by year:
 *     for an agency that begins with this system in mid-year
 */
public record RegisterConfig(String code, String issuerSymbol, Map<Integer, Long> firstNumbers) {
  public RegisterConfig {
    firstNumbers = Map.copyOf(firstNumbers);
  }

  /** Numbers run from 01 within a year (NĐ 30/2020/NĐ-CP Điều 15) unless configured otherwise. */
  public long firstNumber(int year) {
    return firstNumbers.getOrDefault(year, 1L);
  }
}
