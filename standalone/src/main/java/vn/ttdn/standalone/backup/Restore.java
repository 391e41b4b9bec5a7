package vn.ttdn.standalone.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Map;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;

/**
 * Makes a data folder, and fills a database, from an archive: all or nothing. The folder is made
 * beside its place and renamed when it is on disk. A folder and a PostgreSQL database cannot be
 * renamed at once: between them a mark lies in the folder, and no host starts on that.
 */
final class Restore {
  private final Settings settings;
  private final HostDatabase database;

  Restore(Settings settings) {
    this.settings = settings;
    this.database = HostDatabase.of(settings);
  }

  /**
   * Restores where nothing is yet.
   *
   * @return what was restored
   * @throws Refusal if the archive is not whole, or something is there already
   */
  Manifest from(Path file) throws IOException, SQLException {
    Path data = settings.data();
    requireEmpty(data);
    Archive archive = Archive.verified(file.toAbsolutePath().normalize());
    requireFits(archive.manifest(), file);
    database.requireEmpty();
    Files.createDirectories(data.getParent());
    Path staging = Files.createTempDirectory(data.getParent(), ".ttdn-restore-");
    try {
      Path folder = Files.createDirectory(staging.resolve("data"));
      Path dump = staging.resolve("ttdn.dump");
      archive.extract(folder, dump);
      database.requireReadable(dump);
      if (settings.postgresql()) {
        Files.createFile(folder.resolve(Layout.UNFINISHED));
      }
      Disk.syncFolders(folder);
      // Somebody may have come meanwhile; a folder that is not empty cannot be renamed over.
      Files.move(folder, data, StandardCopyOption.ATOMIC_MOVE);
      Disk.sync(data.getParent());
      if (settings.postgresql()) {
        fill(data, dump);
      }
      return archive.manifest();
    } finally {
      Disk.deleteTree(staging);
    }
  }

  private void fill(Path data, Path dump) throws IOException {
    try {
      database.fill(dump);
    } catch (Refusal | IOException e) {
      // PostgreSQL has taken back whatever it had begun.
      Disk.deleteTree(data);
      throw e;
    }
    Files.delete(data.resolve(Layout.UNFINISHED));
    Disk.sync(data);
  }

  private static void requireEmpty(Path data) throws IOException {
    BackupCommands.requireFinished(data);
    if (!Disk.emptyOrMissing(data)) {
      throw Refusal.of(Kind.CONFLICT, "restore-target-not-empty", data);
    }
  }

  private void requireFits(Manifest manifest, Path file) throws IOException {
    String found = manifest.database();
    String expected = database.kind().equals("h2") ? Layout.H2 : Layout.DUMP;
    if (!found.equals(database.kind())) {
      throw Refusal.of(Kind.CONFLICT, "restore-other-database", file, found, database.kind());
    }
    if (!manifest.byName().containsKey(expected)) {
      throw Refusal.of(Kind.INVALID, "restore-damaged", file, expected);
    }
    Map<String, Integer> known = Schemas.known();
    manifest
        .schemas()
        .forEach(
            (history, version) -> {
              if (version > known.getOrDefault(history, 0)) {
                throw Refusal.of(
                    Kind.CONFLICT, "restore-newer-program", file, history + " " + version);
              }
            });
  }
}
