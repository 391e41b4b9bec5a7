package vn.ttdn.standalone.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import vn.ttdn.core.audit.Sha256;
import vn.ttdn.core.files.IncomingFile;

/**
 * Contents as files named by their SHA-256. A file is complete and on disk before any row names it;
 * a good one is never written again. A file that no row names, after a rollback, does no harm.
 */
public final class ContentFiles {
  private static final int FOLDERS = 256;

  private final Path root;
  private final Path incoming;

  /**
   * Makes the folders, one for each first byte of a checksum, so that storing a content makes none:
   * what a crash leaves must be found again, and a new folder is one more entry to be forced to
   * disk.
   */
  public ContentFiles(Path root) {
    this.root = root;
    this.incoming = root.resolve("incoming");
    try {
      Files.createDirectories(incoming);
      for (int first = 0; first < FOLDERS; first++) {
        Files.createDirectories(folder(HexFormat.of().toHexDigits((byte) first)));
      }
      sync(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Stores a content.
   *
   * @return its checksum
   */
  public String store(IncomingFile.Content content) {
    try {
      Path temporary = Files.createTempFile(incoming, "content", ".tmp");
      try {
        String sha256 = copy(content, temporary);
        Path target = path(sha256);
        // A good copy mends a damaged one.
        if (!intact(sha256)) {
          temporary.toFile().setReadOnly();
          Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        }
        // Also if it was there: who put it there may not have come so far yet. In this order one
        // commit of the file system's journal serves for both.
        sync(target);
        sync(target.getParent());
        return sha256;
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String copy(IncomingFile.Content content, Path to) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = content.open();
        OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
      in.transferTo(out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void sync(Path fileOrFolder) throws IOException {
    try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Opens a content; the caller closes it. */
  public InputStream open(String sha256) {
    try {
      return Files.newInputStream(path(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the file still has the content that its name says. */
  public boolean intact(String sha256) {
    Path file = path(sha256);
    if (Files.notExists(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Sha256.hex(in).equals(sha256);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path path(String sha256) {
    return folder(sha256.substring(0, 2)).resolve(sha256);
  }

  private Path folder(String firstByte) {
    return root.resolve(firstByte);
  }
}
