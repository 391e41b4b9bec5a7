package vn.ttdn.standalone.backup;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The histories of migrations that a host's database has. */
enum Schemas {
  LEDGER("ledger", "ttdn_schema_history", "vn/ttdn/ledger/migrations"),
  HOST("host", "ttdn_host_schema_history", "vn/ttdn/standalone/migrations");

  private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__.*\\.sql");

  private final String label;
  private final String table;
  private final String folder;

  Schemas(String label, String table, String folder) {
    this.label = label;
    this.table = table;
    this.folder = folder;
  }

  /** What a manifest calls it. */
  String label() {
    return label;
  }

  /** Flyway's table. */
  String table() {
    return table;
  }

  /** The newest migrations that this program knows. */
  static Map<String, Integer> known() throws IOException {
    Map<String, Integer> known = new TreeMap<>();
    PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    for (Schemas history : values()) {
      Resource[] scripts = resolver.getResources("classpath*:" + history.folder + "/V*.sql");
      known.put(
          history.label,
          Arrays.stream(scripts)
              .map(script -> MIGRATION.matcher(String.valueOf(script.getFilename())))
              .filter(Matcher::matches)
              .mapToInt(m -> Integer.parseInt(m.group(1)))
              .max()
              .orElse(0));
    }
    return known;
  }
}
