package vn.ttdn.ledger.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What other rooms rely on. */
@Tag("server")
class PostgresServerTest {
  private final PostgresServer server = PostgresServer.shared();

  @Test
  void everyDatabaseIsFreshAndOnThisMachineOnly() throws SQLException {
    String one = server.freshDatabase();
    String two = server.freshDatabase();
    assertThat(one).isNotEqualTo(two).startsWith("jdbc:postgresql://127.0.0.1:");
    try (Connection connection =
            DriverManager.getConnection(one, server.userName(), server.password());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select current_setting('listen_addresses'), current_setting('fsync'),"
                    + " (select count(*) from pg_tables where schemaname='public')")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("127.0.0.1");
      assertThat(row.getString(2)).isEqualTo("off");
      assertThat(row.getInt(3)).isZero();
    }
  }

  @Test
  void nobodyComesInWithoutThePassword() {
    String url = server.freshDatabase();
    assertThatThrownBy(() -> DriverManager.getConnection(url, server.userName(), "guess").close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password");
  }

  @Test
  void thereIsOneServerForAll() {
    assertThat(PostgresServer.shared()).isSameAs(server);
  }
}
