package vn.ttdn.core.register;

import java.util.Optional;

/** "Số và ký hiệu" of an issued document (NĐ 30/2020/NĐ-CP; domain §6). */
public final class DocumentNumber {
  private DocumentNumber() {}

  /**
   * Writes number and symbol: {@code 05/QĐ-TTĐN}, or for a công văn, which carries no type code,
   * {@code 05/TTĐN-PTTĐN}. Numbers below 10 get a leading zero.
   *
   * @param number from 1
   * @param typeCode the kind's code; empty for a công văn
   * @param issuer symbol of the issuing body
   * @param draftingUnit symbol of the drafting unit; stands in a công văn's number only
   */
  public static String write(
      long number, Optional<String> typeCode, String issuer, String draftingUnit) {
    if (number < 1) {
      throw new IllegalArgumentException("numbers start at 1, not " + number);
    }
    String n = number < 10 ? "0" + number : Long.toString(number);
    return typeCode
        .map(code -> n + "/" + code + "-" + issuer)
        .orElseGet(() -> n + "/" + issuer + "-" + draftingUnit);
  }
}
