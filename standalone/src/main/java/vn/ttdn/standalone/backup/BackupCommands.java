package vn.ttdn.standalone.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.env.PropertyResolver;
import org.springframework.dao.DataAccessException;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;
import vn.ttdn.core.audit.Sha256;
import vn.ttdn.core.text.Messages;

/** {@code --backup=FILE} and {@code --restore=FILE}: what the host can do when it is not to run. */
public final class BackupCommands {
  private static final String BACKUP = "--backup=";
  private static final String RESTORE = "--restore=";
  private static final int MOST_NAMED = 20;

  private final Clock clock;
  private final PrintStream out;
  private final PrintStream err;

  public BackupCommands(Clock clock, PrintStream out, PrintStream err) {
    this.clock = clock;
    this.out = out;
    this.err = err;
  }

  /** Whether a command line asks for one of them, so that no host is to be started. */
  public static boolean meant(String[] args) {
    return Arrays.stream(args).anyMatch(a -> a.startsWith(BACKUP) || a.startsWith(RESTORE));
  }

  /**
   * Before a host uses a data folder.
   *
   * @throws Refusal if a restore into it was broken off
   */
  public static void requireFinished(Path data) {
    if (Files.exists(data.resolve(Layout.UNFINISHED))) {
      throw Refusal.of(Kind.CONFLICT, "restore-unfinished", data);
    }
  }

  /**
   * Does what the command line asks for.
   *
   * @param properties the host's settings
   * @return 0 if all is well, 1 if it was refused or failed, or data was found damaged
   */
  public int run(String[] args, PropertyResolver properties) {
    try {
      Settings settings = Settings.from(properties);
      Optional<String> backup = argument(args, BACKUP);
      return backup.isPresent()
          ? backup(settings, Path.of(backup.get()))
          : restore(settings, Path.of(argument(args, RESTORE).orElseThrow()));
    } catch (Refusal e) {
      return refused(e);
    } catch (IOException | UncheckedIOException e) {
      return refused(Refusal.of(Kind.UNAVAILABLE, "backup-io", words(e)));
    } catch (SQLException | DataAccessException e) {
      return refused(Refusal.of(Kind.UNAVAILABLE, "backup-database-failed", words(e)));
    }
  }

  private int backup(Settings settings, Path file) throws IOException, SQLException {
    Backup.Made made = new Backup(settings, clock).to(file);
    Manifest manifest = made.manifest();
    out.println("Đã sao lưu / backed up:  " + file);
    summary(manifest);
    try (InputStream in = Files.newInputStream(file)) {
      out.println("  SHA-256: " + Sha256.hex(in));
    }
    named("backup.left-out", made.leftOut(), out);
    return damage(manifest);
  }

  private int restore(Settings settings, Path file) throws IOException, SQLException {
    Manifest manifest = new Restore(settings).from(file);
    out.println("Đã khôi phục / restored: " + settings.data() + "  (" + manifest.createdAt() + ")");
    summary(manifest);
    StringBuilder start = new StringBuilder("bin/run --data " + settings.data());
    if (settings.postgresql()) {
      start.append(" --spring.datasource.url=").append(settings.database()).append(" …");
    }
    if (manifest.byName().containsKey(Layout.ORGANISATION)) {
      start.append(" --ttdn.organisation=").append(settings.data().resolve(Layout.ORGANISATION));
    }
    out.println("Khởi động / start:       " + start);
    return damage(manifest);
  }

  private void summary(Manifest manifest) {
    long contents = manifest.files().stream().filter(f -> Layout.isContent(f.name())).count();
    long mails = manifest.files().stream().filter(f -> Layout.isMail(f.name())).count();
    long bytes = manifest.files().stream().mapToLong(Manifest.Entry::size).sum();
    out.printf(
        "  %s; %d tệp nội dung / contents; %d thư / mails; %d byte%n",
        manifest.madeBy(), contents, mails, bytes);
  }

  /** What was damaged or missing before the backup was made, said each time. */
  private int damage(Manifest manifest) {
    List<String> damaged =
        manifest.files().stream().filter(f -> !Layout.intact(f)).map(Manifest.Entry::name).toList();
    named("backup.damaged", damaged, err);
    named("backup.missing", manifest.missing(), err);
    return damaged.isEmpty() && manifest.missing().isEmpty() ? 0 : 1;
  }

  private static void named(String key, List<String> names, PrintStream where) {
    if (!names.isEmpty()) {
      where.println(Messages.in(Messages.VIETNAMESE).text(key, names.size()));
      where.println(Messages.in(Messages.ENGLISH).text(key, names.size()));
      names.stream().limit(MOST_NAMED).forEach(name -> where.println("  " + name));
      if (names.size() > MOST_NAMED) {
        where.println("  …");
      }
    }
  }

  private int refused(Refusal refusal) {
    for (Locale language : List.of(Messages.VIETNAMESE, Messages.ENGLISH)) {
      err.println(refusal.text("title", language) + ".");
      err.println("  " + refusal.text("detail", language));
      err.println("  " + refusal.text("remedy", language));
    }
    return 1;
  }

  /** Java names the file and leaves out what is wrong with it, or the other way round. */
  private static String words(Exception e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  private static Optional<String> argument(String[] args, String name) {
    return Arrays.stream(args)
        .filter(a -> a.startsWith(name))
        .map(a -> a.substring(name.length()))
        .findFirst();
  }
}
