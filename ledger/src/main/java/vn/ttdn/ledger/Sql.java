package vn.ttdn.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.ttdn.core.plan.Addressee;

/** Statements inside the host's transaction, and how values are written. */
final class Sql {
  private final JdbcTemplate jdbc;

  Sql(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
  }

  /**
   * The template, if the caller is in a transaction.
   *
   * @throws IllegalStateException otherwise: a fact that is written alone would not roll back with
   *     what it belongs to
   */
  JdbcTemplate inTransaction() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("the ledger is used inside the host's transaction only");
    }
    return jdbc;
  }

  <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... args) {
    List<T> rows = inTransaction().query(sql, mapper, args);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }

  <T> List<T> all(String sql, RowMapper<T> mapper, Object... args) {
    return inTransaction().query(sql, mapper, args);
  }

  /** Runs a statement that has to change exactly one row. */
  void one(String sql, Object... args) {
    int rows = inTransaction().update(sql, args);
    if (rows != 1) {
      throw new IllegalStateException(rows + " rows instead of one: " + sql);
    }
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /** A line each: unit's code, tab, name. Names hold no control characters; core sees to that. */
  static String lines(List<Addressee> addressees) {
    StringBuilder text = new StringBuilder();
    for (Addressee a : addressees) {
      text.append(a.unit().orElse("")).append('\t').append(a.name()).append('\n');
    }
    return text.toString();
  }

  static List<Addressee> addressees(String lines) {
    List<Addressee> addressees = new ArrayList<>();
    lines
        .lines()
        .forEach(
            line -> {
              int tab = line.indexOf('\t');
              String unit = line.substring(0, tab);
              addressees.add(
                  new Addressee(
                      unit.isEmpty() ? Optional.empty() : Optional.of(unit),
                      line.substring(tab + 1)));
            });
    return addressees;
  }

  /** A LIKE pattern that finds the word anywhere; the word's own wildcards are escaped with '!'. */
  static String containing(String word) {
    return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
