package vn.ttdn.core.fakes;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import vn.ttdn.core.port.UnitOfWork;

/**
 * One transaction at a time; whatever is thrown inside puts the fakes back to where they were.
 * Nested work joins the transaction around it. A real transaction (an engine's, a database's) can
 * be put inside, so that both end alike.
 */
public final class FakeUnitOfWork implements UnitOfWork {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Rewindable> fakes;
  private UnitOfWork inner = new None();

  FakeUnitOfWork(List<Rewindable> fakes) {
    this.fakes = List.copyOf(fakes);
  }

  /** Lets a real transaction run inside each fake one. */
  public void around(UnitOfWork real) {
    inner = real;
  }

  /** Whether the calling thread is inside a transaction. */
  public boolean isActive() {
    return lock.isHeldByCurrentThread();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return joined(() -> inner.write(work));
  }

  @Override
  public <T> T read(Supplier<T> work) {
    return joined(() -> inner.read(work));
  }

  @Override
  public <T> T join(Supplier<T> work) {
    return isActive() ? work.get() : read(work);
  }

  /** For work that answers nothing. */
  public void run(Runnable work) {
    write(
        () -> {
          work.run();
          return null;
        });
  }

  private <T> T joined(Supplier<T> work) {
    if (isActive()) {
      return work.get();
    }
    lock.lock();
    try {
      List<Runnable> marks = fakes.stream().map(Rewindable::mark).toList();
      boolean done = false;
      try {
        T result = work.get();
        done = true;
        return result;
      } finally {
        if (!done) {
          marks.forEach(Runnable::run);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private static final class None implements UnitOfWork {
    @Override
    public <T> T write(Supplier<T> work) {
      return work.get();
    }

    @Override
    public <T> T join(Supplier<T> work) {
      return work.get();
    }

    @Override
    public <T> T read(Supplier<T> work) {
      return work.get();
    }
  }
}
