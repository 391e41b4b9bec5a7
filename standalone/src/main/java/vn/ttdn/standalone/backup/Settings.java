package vn.ttdn.standalone.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.core.env.PropertyResolver;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;

/**
 * The host's settings that say where its data is.
 *
 * @param data the data folder
 * @param url JDBC address of the database
 * @param userName may be null, as for the host
 * @param password may be null, as for the host
 * @param organisation the organisation file; empty for the sample
 */
record Settings(Path data, String url, String userName, String password, String organisation) {
  private static final String POSTGRESQL = "jdbc:postgresql:";

  /** Reads them under the names that the host reads them under. */
  static Settings from(PropertyResolver properties) {
    String data = properties.getRequiredProperty("ttdn.data");
    String url = properties.getRequiredProperty("spring.datasource.url");
    if (!url.startsWith(POSTGRESQL) && !ownH2(url, data)) {
      throw Refusal.of(Kind.INVALID, "backup-database-unsupported", url.replaceFirst("[?;].*", ""));
    }
    return new Settings(
        Path.of(data).toAbsolutePath().normalize(),
        url,
        properties.getProperty("spring.datasource.username"),
        properties.getProperty("spring.datasource.password"),
        properties.getRequiredProperty("ttdn.organisation"));
  }

  /** The database that the host has in its folder when it is told nothing else. */
  private static boolean ownH2(String url, String data) {
    String own = "jdbc:h2:file:" + data + "/database/ttdn";
    return url.equals(own) || url.startsWith(own + ";");
  }

  boolean postgresql() {
    return url.startsWith(POSTGRESQL);
  }

  /** The database's address, without what follows its name: a password may stand there. */
  String database() {
    return url.replaceFirst("[?;].*", "");
  }

  /** Connects as the host does. */
  Connection connection(String address) throws SQLException {
    Properties who = new Properties();
    if (userName != null) {
      who.setProperty("user", userName);
    }
    if (password != null) {
      who.setProperty("password", password);
    }
    return DriverManager.getConnection(address, who);
  }

  /** Never the password: not even when somebody prints the settings. */
  @Override
  public String toString() {
    return data + ", " + database();
  }
}
