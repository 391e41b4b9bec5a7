package vn.ttdn.core.comparison;

/** Ends the reading of a file, from however deep. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final NotReadReason reason;

  Unreadable(NotReadReason reason) {
    super(reason.code(), null, false, false);
    this.reason = reason;
  }

  NotReadReason reason() {
    return reason;
  }
}
