package vn.ttdn.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Many finished plans: one that went its whole way, with every line that ledger and host keep of it
 * written again under other ids. Nothing else makes a hundred thousand of them in minutes.
 */
final class FinishedPlans {
  private static final int AT_ONCE = 5_000;

  /** Which lines of a table are one plan's. */
  private record Insert(String table, String where) {
    static Insert ofPlan(String table) {
      return new Insert(table, "s.dossier_id = ?");
    }

    static Insert of(String table, String key, String parent, String parentKey) {
      return new Insert(
          table,
          "s." + key + " in (select " + parentKey + " from " + parent + " where dossier_id = ?)");
    }

    Insert and(String more) {
      return new Insert(table, where + " and " + more);
    }
  }

  /** Parents before children, and a record before what it encloses. */
  private static final List<Insert> INSERTS =
      List.of(
          new Insert("ttdn_dossier", "s.id = ?"),
          Insert.ofPlan("ttdn_record").and("s.enclosure_of is null"),
          Insert.ofPlan("ttdn_record").and("s.enclosure_of is not null"),
          Insert.ofPlan("ttdn_outbox"),
          Insert.ofPlan("ttdn_register_entry"),
          Insert.ofPlan("ttdn_answer"),
          Insert.of("ttdn_answer_event", "answer_id", "ttdn_answer", "id"),
          Insert.of("ttdn_dispatch", "record_id", "ttdn_record", "record_id"),
          Insert.ofPlan("ttdn_decision"),
          Insert.ofPlan("ttdn_audit"),
          Insert.ofPlan("ttdn_host_document"),
          Insert.of("ttdn_host_record", "id", "ttdn_record", "record_id"));

  /** Columns that name a line of our own. */
  private static final Set<String> IDS =
      Set.of("id", "dossier_id", "record_id", "answer_id", "mail_id", "enclosure_of");

  /** The engine's names of what has ended. */
  private static final Set<String> ENGINE_IDS = Set.of("task_id", "process_id");

  private final DataSource database;

  FinishedPlans(DataSource database) {
    this.database = database;
  }

  /**
   * Writes a finished plan again.
   *
   * @param dossier its id
   * @param times how often, at most 800 million
   */
  void copy(String dossier, int times) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      execute(connection, "create table ttdn_bench_n (n integer not null primary key)");
      for (int from = 1; from <= times; from += AT_ONCE) {
        int most = Math.min(times, from + AT_ONCE - 1);
        execute(connection, "delete from ttdn_bench_n");
        execute(
            connection,
            "insert into ttdn_bench_n (n) values "
                + IntStream.rangeClosed(from, most)
                    .mapToObj(n -> "(" + n + ")")
                    .collect(Collectors.joining(", ")));
        for (Insert insert : INSERTS) {
          again(connection, insert.table(), insert.where(), dossier);
        }
        connection.commit();
      }
      execute(connection, "drop table ttdn_bench_n");
      execute(connection, "analyze");
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("the finished plan was not written again", e);
    }
  }

  private static void again(Connection connection, String table, String where, String dossier)
      throws SQLException {
    List<String> columns = columns(connection, table);
    String sql =
        "insert into "
            + table
            + " ("
            + String.join(", ", columns)
            + ") select "
            + columns.stream().map(c -> value(table, c)).collect(Collectors.joining(", "))
            + " from "
            + table
            + " s, ttdn_bench_n g where "
            + where;
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, dossier);
      insert.executeUpdate();
    }
  }

  private static String value(String table, String column) {
    if (IDS.contains(column)) {
      return "cast(100000000 + g.n as varchar(9)) || substring(s." + column + " from 10)";
    }
    if (ENGINE_IDS.contains(column)) {
      return "cast(g.n as varchar(9)) || ':' || s." + column;
    }
    if (column.equals("number") && table.equals("ttdn_register_entry")) {
      return "s.number + 10000000 + g.n * 100";
    }
    return "s." + column;
  }

  /** All but those that the database fills in. */
  private static List<String> columns(Connection connection, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select column_name from information_schema.columns where lower(table_name) = ?"
                + " and is_identity = 'NO' order by ordinal_position")) {
      query.setString(1, table);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString(1).toLowerCase(Locale.ROOT));
        }
      }
    }
    return columns;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
