package vn.ttdn.standalone.backup;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;

/**
 * The file in the data folder. It is copied byte for byte under the lock that a running host holds,
 * so that nobody writes meanwhile and nothing of it is changed; a second copy is opened to see that
 * it can be. In an archive it lies where it will lie in a data folder: there is nothing to fill.
 */
final class H2Database implements HostDatabase {
  private final Settings settings;
  private final Path file;

  H2Database(Settings settings) {
    this.settings = settings;
    this.file = settings.data().resolve(Layout.H2);
  }

  @Override
  public String kind() {
    return "h2";
  }

  @Override
  public Dump dump(Path folder) throws IOException, SQLException {
    // The mark of a first start that did not come to its end: nobody has ever signed in there.
    if (Files.notExists(file) || Files.exists(file.resolveSibling("first-start"))) {
      throw Refusal.of(Kind.NOT_FOUND, "backup-nothing", settings.data());
    }
    Path copy = folder.resolve("ttdn.mv.db");
    try (FileChannel from =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = from.tryLock()) {
      if (lock == null) {
        throw running();
      }
      // The stream is the channel, which is closed when the lock has been given back.
      Files.copy(Channels.newInputStream(from), copy);
    } catch (OverlappingFileLockException e) {
      throw running();
    }
    Path opened = Files.createDirectory(folder.resolve("opened"));
    Files.copy(copy, opened.resolve("ttdn.mv.db"));
    try (Connection connection =
        settings.connection(
            "jdbc:h2:file:" + opened.resolve("ttdn") + ";MODE=LEGACY;IFEXISTS=TRUE")) {
      return new Dump(
          Layout.H2,
          copy,
          "H2 " + connection.getMetaData().getDatabaseProductVersion(),
          Facts.in(connection, settings.data().toString()));
    }
  }

  private Refusal running() {
    return Refusal.of(Kind.CONFLICT, "backup-host-running", settings.data());
  }

  @Override
  public void requireEmpty() {
    // The data folder is, and so is the database in it.
  }

  @Override
  public void requireReadable(Path dump) {
    // Its bytes are those that could be opened when they were taken.
  }

  @Override
  public void fill(Path dump) {
    // It has come with the folder.
  }
}
