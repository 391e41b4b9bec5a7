package vn.ttdn.core.plan;

import java.util.Objects;
import java.util.Optional;

/**
 * One line of "Nơi nhận".
 *
 * @param unit the code of a unit of the agency; empty for any other body
 * @param name as it stands in the document
 * @param email where documents for another body are sent; empty for a unit, whose address the
 *     organisation has, and for who has none
 */
public record Addressee(Optional<String> unit, String name, Optional<String> email) {
  public Addressee {
    Objects.requireNonNull(unit);
    Objects.requireNonNull(name);
    Objects.requireNonNull(email);
  }

  public static Addressee ofUnit(String code, String name) {
    return new Addressee(Optional.of(code), name, Optional.empty());
  }

  public static Addressee outside(String name, Optional<String> email) {
    return new Addressee(Optional.empty(), name, email);
  }
}
