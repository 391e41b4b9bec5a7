package vn.ttdn.standalone.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything that stands in a host's database. */
public final class Tables {
  private final JdbcTemplate jdbc;

  public Tables(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
  }

  /**
   * Every row of every table, as text. Left out is the engine's property table: it takes blocks of
   * ids in transactions of its own, so that a failed step may cost ids, and ids are nobody's
   * numbers.
   */
  public Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new TreeMap<>();
    List<String> tables =
        jdbc.queryForList(
            "select table_name from information_schema.tables"
                + " where table_schema='PUBLIC' and table_type='BASE TABLE'",
            String.class);
    for (String table : tables) {
      if (!table.equalsIgnoreCase("ACT_GE_PROPERTY")) {
        rows.put(
            table.toLowerCase(java.util.Locale.ROOT),
            jdbc.queryForList("select * from \"" + table + "\"").stream()
                .map(Tables::text)
                .sorted()
                .toList());
      }
    }
    return rows;
  }

  private static String text(Map<String, Object> row) {
    Map<String, String> text = new TreeMap<>();
    row.forEach(
        (column, value) ->
            text.put(
                column,
                value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value)));
    return text.toString();
  }
}
