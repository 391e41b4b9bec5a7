package vn.ttdn.core.fakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import vn.ttdn.core.Refusal;

/** Catches what core refuses, wherever on its way up somebody wrapped it. */
public final class Refusals {
  private Refusals() {}

  /** The refusal that {@code work} ends in; a failed assertion if it ends otherwise. */
  public static Refusal refusal(ThrowingCallable work) {
    Throwable thrown = catchThrowable(work);
    assertThat(thrown).as("a refusal").isNotNull();
    return Refusal.in(thrown)
        .orElseThrow(() -> new AssertionError("no refusal but " + thrown, thrown));
  }
}
