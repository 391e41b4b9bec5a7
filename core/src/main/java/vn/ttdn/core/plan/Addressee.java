package vn.ttdn.core.plan;

import java.util.Objects;
import java.util.Optional;

/**
 * One line of "Nơi nhận".
 *
 * @param unit the code of a unit of the agency; empty for any other body
 * @param name as it stands in the document
 */
public record Addressee(Optional<String> unit, String name) {
  public Addressee {
    Objects.requireNonNull(unit);
    Objects.requireNonNull(name);
  }
}
