package vn.ttdn.acceptance;

import java.util.List;
import vn.ttdn.ledger.testing.PostgresServer;

/** Points the host at a private PostgreSQL server of this run. */
final class PostgresArguments {
  private PostgresArguments() {}

  static List<String> ofFreshDatabase() {
    PostgresServer server = PostgresServer.shared();
    return List.of(
        "--spring.datasource.url=" + server.freshDatabase(),
        "--spring.datasource.username=" + server.userName(),
        "--spring.datasource.password=" + server.password());
  }
}
