package vn.ttdn.core.fakes;

/** State that a fake transaction can put back. */
interface Rewindable {
  /** Remembers the state as it is now; running the answer puts it back. */
  Runnable mark();
}
