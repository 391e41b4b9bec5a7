package vn.ttdn.standalone.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ttdn.core.audit.Sha256;

/** A content is there whole or not at all, and what is no longer what it was is noticed. */
class ContentFilesTest {
  @TempDir private Path folder;

  private ContentFiles files;

  @BeforeEach
  void open() {
    files = new ContentFiles(folder);
  }

  @Test
  void whatWasStoredIsReadBackAndStoredOnce() throws Exception {
    byte[] letter = bytes(300_000);
    String sha256 = files.store(() -> new ByteArrayInputStream(letter));
    assertThat(sha256).isEqualTo(Sha256.hex(letter));
    assertThat(files.store(() -> new ByteArrayInputStream(letter))).isEqualTo(sha256);
    try (InputStream in = files.open(sha256)) {
      assertThat(in.readAllBytes()).isEqualTo(letter);
    }
    assertThat(files.intact(sha256)).isTrue();
    assertThat(left(folder)).containsExactly(stored(sha256));
  }

  @Test
  void whatIsNoLongerWhatItWasIsNoticed() throws Exception {
    byte[] letter = bytes(300_000);
    String sha256 = files.store(() -> new ByteArrayInputStream(letter));
    letter[150_000] ^= 1;
    overwrite(sha256, letter);
    assertThat(files.intact(sha256)).as("one bit").isFalse();
    letter[150_000] ^= 1;
    overwrite(sha256, java.util.Arrays.copyOf(letter, letter.length - 1));
    assertThat(files.intact(sha256)).as("cut off").isFalse();
    overwrite(sha256, new byte[0]);
    assertThat(files.intact(sha256)).as("empty").isFalse();
    overwrite(sha256, letter);
    assertThat(files.intact(sha256)).as("restored").isTrue();
    Files.delete(stored(sha256));
    assertThat(files.intact(sha256)).as("gone").isFalse();
  }

  @Test
  void aGoodCopyMendsADamagedOne() throws Exception {
    byte[] letter = bytes(1_000);
    String sha256 = files.store(() -> new ByteArrayInputStream(letter));
    overwrite(sha256, new byte[3]);
    files.store(() -> new ByteArrayInputStream(letter));
    assertThat(files.intact(sha256)).isTrue();
    assertThat(left(folder)).containsExactly(stored(sha256));
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() throws Exception {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the line is dead");
          }
        };
    assertThatThrownBy(
            () ->
                files.store(
                    () ->
                        new SequenceInputStream(new ByteArrayInputStream(bytes(200_000)), broken)))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(
            () ->
                files.store(
                    () -> {
                      throw new IOException("no line at all");
                    }))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(left(folder)).isEmpty();
  }

  @Test
  void aFullDiskLeavesNothingAndKeepsWhatWasThere() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString()),
        "only who may mount has a small disk");
    try {
      ContentFiles onDisk = new ContentFiles(disk);
      byte[] small = bytes(50_000);
      String sha256 = onDisk.store(() -> new ByteArrayInputStream(small));
      assertThatThrownBy(() -> onDisk.store(() -> new ByteArrayInputStream(bytes(1_000_000))))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("No space left");
      assertThat(left(disk)).hasSize(1);
      assertThat(onDisk.intact(sha256)).isTrue();
      byte[] another = bytes(60_000);
      assertThat(onDisk.intact(onDisk.store(() -> new ByteArrayInputStream(another)))).isTrue();
    } finally {
      run("umount", disk.toString());
    }
  }

  @Test
  void aPlaceThatIsNoFolderIsSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("tep"), "");
    assertThatThrownBy(
            () -> new ContentFiles(file).store(() -> new ByteArrayInputStream(bytes(10))))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("tep");
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }

  private Path stored(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  private void overwrite(String sha256, byte[] content) throws IOException {
    stored(sha256).toFile().setWritable(true);
    Files.write(stored(sha256), content);
  }

  private static List<Path> left(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
