package vn.ttdn.standalone.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock of a host that runs the demo and nothing else: it begins some weeks ago and is moved
 * towards the present, so that somebody can be late. No route moves it. It never comes to stand in
 * the future, so that a host with a clock of its own can go on with what the demo left.
 */
public final class DemoClock extends Clock {
  private final Clock real;
  private volatile Duration behind;

  /**
   * Makes a clock.
   *
   * @param behind how far it stands back
   */
  public DemoClock(Clock real, Duration behind) {
    this.real = real;
    this.behind = behind;
  }

  /** Lets time pass, but not beyond the present. */
  void pass(Duration time) {
    Duration left = behind.minus(time);
    behind = left.isNegative() ? Duration.ZERO : left;
  }

  @Override
  public Instant instant() {
    return real.instant().minus(behind);
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new DemoClock(real.withZone(zone), behind);
  }
}
