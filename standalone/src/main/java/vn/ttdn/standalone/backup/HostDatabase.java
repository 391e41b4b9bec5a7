package vn.ttdn.standalone.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** One kind of database that a host may have. */
interface HostDatabase {

  /**
   * A consistent state of a database.
   *
   * @param name what it is called in an archive
   * @param file where it was written
   * @param madeBy the program that wrote it
   * @param facts what it says about itself
   */
  record Dump(String name, Path file, String madeBy, Facts facts) {}

  /** As a manifest names it. */
  String kind();

  /**
   * Writes its state into a folder.
   *
   * @throws vn.ttdn.core.Refusal if there is none, or it cannot be read now
   */
  Dump dump(Path folder) throws IOException, SQLException;

  /**
   * Looks whether it can be filled, and changes nothing.
   *
   * @throws vn.ttdn.core.Refusal if it holds anything
   */
  void requireEmpty() throws SQLException;

  /**
   * Looks whether a dump can be read, and changes nothing.
   *
   * @throws vn.ttdn.core.Refusal if not
   */
  void requireReadable(Path dump) throws IOException;

  /**
   * Fills it, with everything or with nothing.
   *
   * @throws vn.ttdn.core.Refusal if that fails
   */
  void fill(Path dump) throws IOException;

  static HostDatabase of(Settings settings) {
    return settings.postgresql() ? new PostgresDatabase(settings) : new H2Database(settings);
  }
}
