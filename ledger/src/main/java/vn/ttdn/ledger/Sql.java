package vn.ttdn.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.port.Ledger.Page;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.core.text.Fold;

/** Statements inside the host's transaction, and how values are written. */
final class Sql {
  private static final ConnectionCallback<Boolean> IS_POSTGRESQL = Sql::isPostgresql;
  // lock_not_available in PostgreSQL, LOCK_TIMEOUT_1 in H2.
  private static final Set<String> LOCK_TIMEOUTS = Set.of("55P03", "HYT00");
  private static final SqlParameterValue NO_TEXT = new SqlParameterValue(Types.VARCHAR, null);
  private static final SqlParameterValue NO_DAY = new SqlParameterValue(Types.DATE, null);
  private static final SqlParameterValue NO_NUMBER = new SqlParameterValue(Types.INTEGER, null);

  private final DataSource dataSource;
  private final JdbcTemplate jdbc;

  Sql(DataSource dataSource) {
    this.dataSource = dataSource;
    this.jdbc = new JdbcTemplate(dataSource);
    this.jdbc.setExceptionTranslator(lockTimeouts(jdbc.getExceptionTranslator()));
  }

  /**
   * Makes sure that the caller is in a transaction on our data source.
   *
   * @throws IllegalStateException otherwise: a fact that is written alone would not roll back with
   *     what it belongs to
   */
  void requireTransaction() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("the ledger is used inside the host's transaction only");
    }
    if (!TransactionSynchronizationManager.hasResource(dataSource)) {
      throw new IllegalStateException(
          "the host's transaction is not on the ledger's data source: " + dataSource);
    }
  }

  <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... args) {
    List<T> rows = all(sql, mapper, args);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }

  <T> List<T> all(String sql, RowMapper<T> mapper, Object... args) {
    requireTransaction();
    for (Object arg : args) {
      // PostgreSQL keeps no NUL and takes none: no row holds it, so that none is looked for.
      if (arg instanceof String text && text.indexOf('\0') >= 0) {
        return List.of();
      }
    }
    return jdbc.query(sql, mapper, args);
  }

  /** A page of what {@code from … where …} finds; counts only if the page does not tell. */
  <T> Page<T> page(
      String select,
      String fromWhere,
      String order,
      RowMapper<T> mapper,
      List<?> args,
      int offset,
      int limit) {
    List<Object> paged = new ArrayList<>(args);
    paged.add(limit);
    paged.add(offset);
    List<T> items =
        all(select + fromWhere + " " + order + " limit ? offset ?", mapper, paged.toArray());
    boolean last = items.size() < limit && (offset == 0 || !items.isEmpty());
    return new Page<>(items, last ? offset + items.size() : count(fromWhere, args.toArray()));
  }

  /** How many rows that finds. */
  long count(String fromWhere, Object... args) {
    return first("select count(*) " + fromWhere, (row, n) -> row.getLong(1), args).orElse(0L);
  }

  /** Runs a statement that has to change exactly one row. */
  void one(String sql, Object... args) {
    requireTransaction();
    int rows = jdbc.update(sql, args);
    if (rows != 1) {
      throw new IllegalStateException(rows + " rows instead of one: " + sql);
    }
  }

  /** Runs an insert for every row of arguments; none at all is fine. */
  void many(String sql, List<Object[]> rows) {
    requireTransaction();
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(sql, rows);
    }
  }

  /**
   * Inserts a row unless its key is there already. While another transaction is inserting the same
   * key, this one waits for its end.
   */
  void ifAbsent(String insert, Object... args) {
    requireTransaction();
    if (Boolean.TRUE.equals(jdbc.execute(IS_POSTGRESQL))) {
      // There a failed insert would end the transaction.
      jdbc.update(insert + " on conflict do nothing", args);
      return;
    }
    try {
      jdbc.update(insert, args);
    } catch (DuplicateKeyException e) {
      // In H2 a failed statement leaves the transaction as it was, and the row is there: all is
      // well.
      return;
    }
  }

  /**
   * Who waited too long for a lock lost a race, and a host may let him try again; Spring takes it
   * for a slow query in H2, and for nothing in particular in PostgreSQL.
   */
  private static SQLExceptionTranslator lockTimeouts(SQLExceptionTranslator others) {
    return (task, sql, e) ->
        LOCK_TIMEOUTS.contains(String.valueOf(e.getSQLState()))
            ? new CannotAcquireLockException(task + ": " + sql, e)
            : others.translate(task, sql, e);
  }

  static boolean isPostgresql(Connection connection) throws SQLException {
    return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
  }

  /** An instant as an argument: whole milliseconds, cut and not rounded. */
  static OffsetDateTime at(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Optional<Instant> instantIfAny(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /** An argument for a text column that may be empty; typed, so that no driver has to ask. */
  static Object text(Optional<String> text) {
    return text.isPresent() ? text.get() : NO_TEXT;
  }

  /** As {@link #text}, for a day. */
  static Object day(Optional<LocalDate> day) {
    return day.isPresent() ? day.get() : NO_DAY;
  }

  /** As {@link #text}, for a number. */
  static Object number(Optional<Integer> number) {
    return number.isPresent() ? number.get() : NO_NUMBER;
  }

  static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }

  /**
   * An insert.
   *
   * @param columns their names, with a comma between two
   */
  static String insert(String table, String columns) {
    long commas = columns.chars().filter(c -> c == ',').count();
    return "insert into "
        + table
        + " ("
        + columns
        + ") values (?"
        + ",?".repeat(Math.toIntExact(commas))
        + ")";
  }

  /** A line each; a text of lines holds no control characters, core and the hosts see to that. */
  static String lines(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  static List<String> lines(String lines) {
    return lines.lines().toList();
  }

  /** A line each: unit's code, tab, name, tab, mail address. */
  static String addressees(List<Addressee> addressees) {
    return lines(
        addressees.stream()
            .map(a -> a.unit().orElse("") + "\t" + a.name() + "\t" + a.email().orElse(""))
            .toList());
  }

  /** Reads them; those of the first version have no mail address. */
  static List<Addressee> addressees(String lines) {
    return lines(lines).stream()
        .map(line -> line.split("\t", -1))
        .map(p -> new Addressee(filled(p[0]), p[1], p.length > 2 ? filled(p[2]) : Optional.empty()))
        .toList();
  }

  private static Optional<String> filled(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** A series and, in its {@code search_text}, all words of a text. */
  static Where series(RegisterKey key, String text) {
    Where where = new Where();
    where.and("body=? and register=? and series_year=?", key.body(), key.register(), key.year());
    for (String word : words(text)) {
      where.and("search_text like ? escape '!'", containing(word));
    }
    return where;
  }

  /** The words to look for, folded as the search columns are. */
  static List<String> words(String text) {
    String folded = Fold.fold(text);
    return folded.isEmpty() ? List.of() : List.of(folded.split(" ", -1));
  }

  /** A LIKE pattern that finds the word anywhere; the word's own wildcards are escaped with '!'. */
  static String containing(String word) {
    return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
