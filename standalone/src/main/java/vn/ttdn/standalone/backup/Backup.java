package vn.ttdn.standalone.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;

/**
 * Writes an archive of all that a host keeps: the database first, then the contents. Contents are
 * only ever added, and are complete on disk before the database names them; so what is copied later
 * holds everything that the database names, even while the host goes on.
 */
final class Backup {
  private final Settings settings;
  private final HostDatabase database;
  private final Clock clock;

  Backup(Settings settings, Clock clock) {
    this.settings = settings;
    this.database = HostDatabase.of(settings);
    this.clock = clock;
  }

  /**
   * What was written.
   *
   * @param manifest what is in it
   * @param leftOut files of the data folder that are nobody's: none that the host made
   */
  record Made(Manifest manifest, List<String> leftOut) {}

  /**
   * Writes it beside its place, reads it back, and only then gives it its name.
   *
   * @throws Refusal if the target is there, or the data cannot be read now
   */
  Made to(Path file) throws IOException, SQLException {
    Path target = file.toAbsolutePath().normalize();
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw Refusal.of(Kind.CONFLICT, "backup-target-exists", target);
    }
    BackupCommands.requireFinished(settings.data());
    if (!Files.isDirectory(target.getParent())) {
      throw Refusal.of(Kind.NOT_FOUND, "backup-folder-missing", target.getParent());
    }
    Path staging = Files.createTempDirectory(target.getParent(), ".ttdn-backup-");
    try {
      // A temporary file is its maker's alone to read: drafts and password hashes are in it.
      Path unnamed = Files.createTempFile(staging, "archive", ".tar.gz");
      Made made = write(unnamed, staging);
      Archive.verified(unnamed);
      Disk.sync(unnamed);
      Files.move(unnamed, target, StandardCopyOption.ATOMIC_MOVE);
      Disk.sync(target.getParent());
      return made;
    } finally {
      Disk.deleteTree(staging);
    }
  }

  private Made write(Path unnamed, Path staging) throws IOException, SQLException {
    Instant at = clock.instant();
    HostDatabase.Dump dump = database.dump(staging);
    Findings findings = new Findings();
    if (Files.isDirectory(settings.data())) {
      Files.walkFileTree(settings.data(), findings);
    }
    TreeSet<String> missing = new TreeSet<>(dump.facts().contents());
    try (ArchiveWriter archive = new ArchiveWriter(unnamed, at)) {
      archive.add(dump.name(), dump.file());
      if (!settings.organisation().isEmpty()) {
        archive.add(Layout.ORGANISATION, Path.of(settings.organisation()));
      }
      for (String name : findings.kept) {
        archive.add(name, settings.data().resolve(name));
        missing.remove(name.substring(name.lastIndexOf('/') + 1));
      }
      Manifest manifest =
          archive.finish(
              files ->
                  new Manifest(
                      Manifest.FORMAT,
                      Manifest.VERSION,
                      at.toString(),
                      database.kind(),
                      dump.madeBy(),
                      dump.facts().schemas(),
                      files,
                      List.copyOf(missing)));
      return new Made(manifest, findings.leftOut);
    }
  }

  /** Sorts the data folder's files; a running host's may vanish while they are looked at. */
  private final class Findings extends SimpleFileVisitor<Path> {
    private final TreeSet<String> kept = new TreeSet<>();
    private final List<String> leftOut = new ArrayList<>();

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = settings.data().relativize(file).toString();
      if (attributes.isRegularFile() && Layout.kept(name)) {
        kept.add(name);
      } else if (!Layout.scratch(name) && !takenElsewhere(name, file)) {
        leftOut.add(name);
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean takenElsewhere(String name, Path file) {
      return (name.equals(Layout.H2) && !settings.postgresql())
          || file.equals(Path.of(settings.organisation()).toAbsolutePath().normalize());
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }
  }
}
