package vn.ttdn.core.rights;

import java.util.Optional;
import vn.ttdn.core.Refusal;

/** Allowed, or refused because of a named rule. */
public final class Verdict {
  private static final Verdict ALLOWED = new Verdict(null);

  private final Refusal refusal;

  private Verdict(Refusal refusal) {
    this.refusal = refusal;
  }

  static Verdict allowed() {
    return ALLOWED;
  }

  static Verdict refused(Refusal because) {
    return new Verdict(because);
  }

  /** The same, but refused with another refusal: where the first would tell too much. */
  Verdict or(Refusal otherwise) {
    return isAllowed() ? this : refused(otherwise);
  }

  public boolean isAllowed() {
    return refusal == null;
  }

  public Optional<Refusal> because() {
    return Optional.ofNullable(refusal);
  }

  /** Throws the refusal, if it is one. */
  public void orThrow() {
    if (refusal != null) {
      throw refusal;
    }
  }
}
