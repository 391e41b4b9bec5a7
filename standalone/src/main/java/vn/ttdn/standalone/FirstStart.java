package vn.ttdn.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The first start on an empty data folder makes the tables, and H2 commits each of them by itself:
 * broken off in between, it leaves a database that no later start can complete. So a mark lies
 * beside the database from before it is made until the host is ready to listen. A start that finds
 * the mark puts the half-made database aside, where nobody can have written anything yet, and
 * begins anew.
 */
final class FirstStart {
  private final Path mark;
  private final Path database;

  /**
   * The first start on a data folder.
   *
   * @param data the folder; its database is the one that the host uses by default
   */
  FirstStart(Path data) {
    Path folder = data.resolve("database");
    this.mark = folder.resolve("first-start");
    this.database = folder.resolve("ttdn.mv.db");
  }

  /** Before the database is opened. */
  void begin() {
    try {
      if (Files.exists(mark)) {
        putAside();
      } else if (Files.notExists(database)) {
        Files.createDirectories(mark.getParent());
        Files.createFile(mark);
        sync();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything is made; from now on people may write. */
  void done() {
    try {
      if (Files.deleteIfExists(mark)) {
        sync();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Not if another host holds it: that one is just making it. */
  private void putAside() throws IOException {
    if (Files.notExists(database)) {
      return;
    }
    try (FileChannel file = FileChannel.open(database, StandardOpenOption.WRITE);
        FileLock lock = file.tryLock()) {
      if (lock != null) {
        Files.move(
            database,
            database.resolveSibling("broken-off.mv.db"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (OverlappingFileLockException e) {
      // Held by a host in this very process.
    }
  }

  private void sync() throws IOException {
    try (FileChannel folder = FileChannel.open(mark.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }
}
