package vn.ttdn.standalone.backup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;
import vn.ttdn.core.audit.Sha256;

/**
 * An archive as it was found. It is read from its first byte to its last before anything is
 * believed of it: a single file too many, too few or other than the manifest says refuses it.
 */
final class Archive {
  private static final int BUFFER = 1 << 16;
  private static final int MAX_MANIFEST = 100_000_000;
  private static final String PREFIX = Manifest.FORMAT + "/";

  private final Path path;
  private final Manifest manifest;

  private Archive(Path path, Manifest manifest) {
    this.path = path;
    this.manifest = manifest;
  }

  /**
   * Reads all of it and writes nothing.
   *
   * @throws Refusal if it is none of ours, incomplete, altered or of a newer program
   */
  static Archive verified(Path path) throws IOException {
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw Refusal.of(Kind.NOT_FOUND, "restore-file-missing", path);
    }
    List<Manifest.Entry> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Manifest manifest;
    try {
      byte[] json = walk(path, names, (entry, in) -> found.add(taken(entry, in, null)));
      manifest = Manifest.read(json, path.toString());
    } catch (EOFException e) {
      throw names.isEmpty() ? foreign(path) : damaged(path, "…");
    } catch (IOException | IllegalArgumentException e) {
      throw names.isEmpty() ? foreign(path) : damaged(path, e.getMessage());
    }
    Map<String, Manifest.Entry> promised = manifest.byName();
    for (Manifest.Entry file : found) {
      if (!file.equals(promised.remove(file.name()))) {
        throw damaged(path, file.name());
      }
    }
    if (!promised.isEmpty()) {
      throw damaged(path, promised.keySet().iterator().next());
    }
    return new Archive(path, manifest);
  }

  Manifest manifest() {
    return manifest;
  }

  /**
   * Writes the files below a folder and to disk, the database's dump elsewhere.
   *
   * @param folder will be a data folder
   * @param dump where {@link Layout#DUMP} goes, which no data folder has
   * @throws Refusal if the archive is not the one any more that was verified
   */
  void extract(Path folder, Path dump) throws IOException {
    Map<String, Manifest.Entry> promised = manifest.byName();
    walk(
        path,
        new HashSet<>(),
        (entry, in) -> {
          String name = name(entry);
          Path to = name.equals(Layout.DUMP) ? dump : folder.resolve(name);
          Files.createDirectories(to.getParent());
          Manifest.Entry file = taken(entry, in, to);
          if (!file.equals(promised.remove(name))) {
            throw damaged(path, name);
          }
          if (Layout.isContent(name)) {
            // As the host leaves them.
            to.toFile().setReadOnly();
          }
        });
  }

  private interface Visitor {
    void visit(TarArchiveEntry entry, InputStream in) throws IOException;
  }

  /** Shows every entry in its order; the manifest, which is the last, is given back. */
  private static byte[] walk(Path path, Set<String> names, Visitor visitor) throws IOException {
    byte[] manifest = null;
    try (InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        GZIPInputStream gzip = new GZIPInputStream(file, BUFFER);
        TarArchiveInputStream tar = new TarArchiveInputStream(gzip, "UTF-8")) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String name = name(entry);
        if (names.isEmpty() && !entry.getName().startsWith(PREFIX)) {
          throw foreign(path);
        }
        boolean wellMade =
            names.add(name) && entry.getLinkFlag() == TarConstants.LF_NORMAL && manifest == null;
        if (wellMade && name.equals(Layout.MANIFEST) && entry.getSize() < MAX_MANIFEST) {
          manifest = tar.readAllBytes();
        } else if (wellMade && Layout.known(name)) {
          visitor.visit(entry, tar);
        } else {
          throw damaged(path, name);
        }
      }
      // The checksum of the whole stands at its end.
      gzip.transferTo(OutputStream.nullOutputStream());
    }
    if (manifest == null) {
      throw names.isEmpty() ? foreign(path) : damaged(path, Layout.MANIFEST);
    }
    return manifest;
  }

  /** Reads an entry to its end, on to disk if it has a place there. */
  private static Manifest.Entry taken(TarArchiveEntry entry, InputStream in, Path to)
      throws IOException {
    DigestOutputStream out =
        new DigestOutputStream(
            to == null
                ? OutputStream.nullOutputStream()
                : Files.newOutputStream(to, StandardOpenOption.CREATE_NEW),
            Sha256.digest());
    long size;
    try (out) {
      size = in.transferTo(out);
    }
    if (to != null) {
      Disk.sync(to);
    }
    return new Manifest.Entry(
        name(entry), size, HexFormat.of().formatHex(out.getMessageDigest().digest()));
  }

  private static String name(TarArchiveEntry entry) {
    return entry.getName().startsWith(PREFIX)
        ? entry.getName().substring(PREFIX.length())
        : entry.getName();
  }

  private static Refusal foreign(Path path) {
    return Refusal.of(Kind.INVALID, "restore-not-a-backup", path);
  }

  private static Refusal damaged(Path path, String what) {
    return Refusal.of(Kind.INVALID, "restore-damaged", path, String.valueOf(what));
  }
}
