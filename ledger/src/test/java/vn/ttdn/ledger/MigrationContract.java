package vn.ttdn.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.ledger.testing.TestDatabase;

/** The tables come into a database that is the host's, and stay. */
abstract class MigrationContract extends LedgerContract {
  MigrationContract(Supplier<TestDatabase> databases) {
    super(databases);
  }

  @Test
  void aSecondMigrationChangesNothing() {
    Dossier dossier = Facts.dossier();
    write(() -> ledger().insert(dossier));
    List<String> history = history(jdbc());
    LedgerMigrations.migrate(database().dataSource());
    assertThat(history(jdbc())).isEqualTo(history).isNotEmpty();
    assertThat(inTransaction(() -> ledger().dossier(dossier.id()))).contains(dossier);
  }

  @Test
  void theTablesComeBesideThoseOfTheHost() {
    try (TestDatabase hosts = anotherDatabase()) {
      JdbcTemplate jdbc = new JdbcTemplate(hosts.dataSource());
      jdbc.execute("create table act_ge_property (name_ varchar(64))");
      jdbc.execute("create table flyway_schema_history (mine integer)");
      jdbc.update("insert into act_ge_property values ('schema.version')");
      hosts.migrated();
      hosts.migrated();
      assertThat(jdbc.queryForObject("select count(*) from ttdn_dossier", Integer.class)).isZero();
      assertThat(jdbc.queryForList("select name_ from act_ge_property", String.class))
          .containsExactly("schema.version");
    }
  }

  @Test
  void theTablesStayWhereThePoolDoesNotCommitByItself() throws SQLException {
    try (TestDatabase alfresco = anotherDatabase().withoutAutoCommit()) {
      alfresco.migrated();
      alfresco.migrated();
      try (Connection another = alfresco.dataSource().getConnection();
          Statement statement = another.createStatement();
          ResultSet row = statement.executeQuery("select count(*) from ttdn_dossier")) {
        assertThat(row.next()).isTrue();
        another.rollback();
      }
    }
  }

  @Test
  void severalNodesMayStartAtOnce() throws Exception {
    try (TestDatabase fresh = anotherDatabase()) {
      atOnce(3, fresh::migrated);
      assertThat(history(new JdbcTemplate(fresh.dataSource()))).isEqualTo(history(jdbc()));
    }
  }

  @Test
  void aHistoryThatIsNotOursIsRefused() {
    try (TestDatabase tampered = anotherDatabase()) {
      tampered.migrated();
      new JdbcTemplate(tampered.dataSource())
          .update("update \"ttdn_schema_history\" set \"checksum\"=1 where \"version\"='1'");
      assertThatThrownBy(tampered::migrated)
          .isInstanceOf(FlywayException.class)
          .hasMessageContaining("checksum");
    }
  }

  private static List<String> history(JdbcTemplate jdbc) {
    return jdbc.queryForList(
        "select \"script\" from \"ttdn_schema_history\" where \"version\" is not null"
            + " and \"success\" order by \"installed_rank\"",
        String.class);
  }
}
