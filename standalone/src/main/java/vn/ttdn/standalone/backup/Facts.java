package vn.ttdn.standalone.backup;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;

/**
 * What a database says about itself.
 *
 * @param schemas newest migration of each history, by {@link Schemas}' names
 * @param contents checksums of all contents that it names
 */
record Facts(Map<String, Integer> schemas, TreeSet<String> contents) {

  /**
   * Reads them in the caller's transaction.
   *
   * @throws Refusal if no host ever made its tables there
   */
  static Facts in(Connection connection, String where) {
    JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    Map<String, Integer> schemas = new TreeMap<>();
    for (Schemas history : Schemas.values()) {
      Integer tables =
          jdbc.queryForObject(
              "select count(*) from information_schema.tables where table_name=?",
              Integer.class,
              history.table());
      if (tables == null || tables == 0) {
        throw Refusal.of(Kind.NOT_FOUND, "backup-nothing", where);
      }
      schemas.put(
          history.label(),
          jdbc
              .queryForList(
                  "select \"version\" from \"" + history.table() + "\" where \"success\"",
                  String.class)
              .stream()
              .filter(version -> version != null)
              .mapToInt(Integer::parseInt)
              .max()
              .orElse(0));
    }
    return new Facts(schemas, contents(jdbc));
  }

  /** Of every table of the host that has checksums, those that later versions add included. */
  private static TreeSet<String> contents(JdbcTemplate jdbc) {
    TreeSet<String> contents = new TreeSet<>();
    List<String> tables =
        jdbc.queryForList(
            "select table_name from information_schema.columns"
                + " where lower(table_name) like 'ttdn\\_host\\_%' and lower(column_name)='sha256'",
            String.class);
    for (String table : tables) {
      contents.addAll(jdbc.queryForList("select sha256 from " + table, String.class));
    }
    return contents;
  }
}
