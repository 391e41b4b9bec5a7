package vn.ttdn.standalone.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import vn.ttdn.core.audit.Sha256;

/** Writes an archive. Checksums are taken of what is written, while it is being written. */
final class ArchiveWriter implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final OutputStream file;
  private final TarArchiveOutputStream tar;
  private final Instant at;
  private final List<Manifest.Entry> files = new ArrayList<>();

  /**
   * Begins a file anew.
   *
   * @param at the time that every entry bears
   */
  ArchiveWriter(Path target, Instant at) throws IOException {
    this.at = at;
    this.file = Files.newOutputStream(target);
    this.tar =
        new TarArchiveOutputStream(
            new GZIPOutputStream(new BufferedOutputStream(file, BUFFER), BUFFER), "UTF-8");
    // A database may well have more than the 8 GB that the oldest tar can count.
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
  }

  void add(String name, Path from) throws IOException {
    MessageDigest digest = Sha256.digest();
    long size;
    try (FileChannel channel = FileChannel.open(from, StandardOpenOption.READ);
        InputStream in = new DigestInputStream(Channels.newInputStream(channel), digest)) {
      // Asked of the open file: its name may be given to another one meanwhile.
      size = channel.size();
      begin(name, size);
      in.transferTo(tar);
      tar.closeArchiveEntry();
    }
    files.add(new Manifest.Entry(name, size, HexFormat.of().formatHex(digest.digest())));
  }

  /** Writes the manifest of what was added, and ends the file. */
  Manifest finish(Function<List<Manifest.Entry>, Manifest> of) throws IOException {
    Manifest manifest = of.apply(files);
    byte[] json = manifest.json();
    begin(Layout.MANIFEST, json.length);
    tar.write(json);
    tar.closeArchiveEntry();
    tar.finish();
    tar.close();
    return manifest;
  }

  private void begin(String name, long size) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(Manifest.FORMAT + "/" + name);
    entry.setSize(size);
    entry.setMode(0600);
    entry.setModTime(at.toEpochMilli());
    // Whoever made it is nobody's business.
    entry.setUserName("");
    tar.putArchiveEntry(entry);
  }

  /** An archive that was not finished is none. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
