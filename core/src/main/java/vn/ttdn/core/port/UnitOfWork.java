package vn.ttdn.core.port;

import java.util.function.Supplier;

/**
 * The host's transaction. Whatever is thrown inside rolls everything back: ledger, engine,
 * documents.
 */
public interface UnitOfWork {
  /** Runs in a new read-write transaction; a host may repeat {@code work} after a lost race. */
  <T> T write(Supplier<T> work);

  /** Runs in the transaction that is on its way, or in a new read-only one if there is none. */
  <T> T join(Supplier<T> work);

  /** Runs in a new read-only transaction. */
  <T> T read(Supplier<T> work);
}
