package vn.ttdn.benchmarks;

import java.util.List;
import vn.ttdn.ledger.testing.PostgresServer;

/** The databases that the host runs on. */
public enum Database {
  /** The host's default: a file in its data folder, every commit on disk. */
  H2 {
    @Override
    List<String> settings() {
      return List.of();
    }
  },
  /** A private server of this JVM's own; it does not wait for the disk. */
  POSTGRESQL {
    @Override
    List<String> settings() {
      PostgresServer server = PostgresServer.shared();
      return List.of(
          "--spring.datasource.url=" + server.freshDatabase(),
          "--spring.datasource.username=" + server.userName(),
          "--spring.datasource.password=" + server.password());
    }
  };

  /** Settings of the host for a fresh database. */
  abstract List<String> settings();
}
