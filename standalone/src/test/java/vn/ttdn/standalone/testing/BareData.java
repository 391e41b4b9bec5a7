package vn.ttdn.standalone.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.ttdn.core.audit.Sha256;
import vn.ttdn.ledger.LedgerMigrations;

/** A data folder with the host's tables and contents, made without the host. */
public final class BareData {
  private final Path folder;

  private BareData(Path folder) {
    this.folder = folder;
  }

  /** Makes the tables in the H2 database of a folder. */
  public static BareData in(Path folder) {
    BareData data = new BareData(folder);
    DriverManagerDataSource database = new DriverManagerDataSource(data.url());
    LedgerMigrations.migrate(database);
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:vn/ttdn/standalone/migrations")
        .table("ttdn_host_schema_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
    return data;
  }

  /** The same tables in another folder: quicker than making them once more. */
  public BareData copiedTo(Path other) {
    try {
      Path database = Path.of("database/ttdn.mv.db");
      Files.createDirectories(other.resolve(database).getParent());
      Files.copy(folder.resolve(database), other.resolve(database));
      return new BareData(other);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stores a content, and a row that names it. */
  public Path content(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String sha256 = Sha256.hex(bytes);
    sql("insert into ttdn_host_record (id, sha256) values (?,?)", text, sha256);
    return file("content/" + sha256.substring(0, 2) + "/" + sha256, text);
  }

  /** Writes a file below the folder. */
  public Path file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void sql(String statement, Object... arguments) {
    new JdbcTemplate(new DriverManagerDataSource(url())).update(statement, arguments);
  }

  /** Holds the database, as a running host does. */
  public Connection held() throws SQLException {
    return DriverManager.getConnection(url());
  }

  public Path folder() {
    return folder;
  }

  /** As the host's own settings have it. */
  public String url() {
    return "jdbc:h2:file:" + folder + "/database/ttdn;MODE=LEGACY;WRITE_DELAY=0";
  }
}
