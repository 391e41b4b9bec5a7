package vn.ttdn.standalone.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.audit.Sha256;

/** An archive that is not to the last byte what was written is refused before it is used. */
class ArchiveTest {
  private static final Instant AT = Instant.parse("2026-11-25T03:00:00Z");
  private static final String SHA256 = Sha256.hex(bytes("Công văn"));
  private static final String CONTENT = "content/" + SHA256.substring(0, 2) + "/" + SHA256;

  @TempDir private Path folder;
  private Path archive;
  private Manifest manifest;

  @BeforeEach
  void write() throws IOException {
    archive = folder.resolve("backup.tar.gz");
    Path database = Files.writeString(folder.resolve("database"), "tables");
    Path content = Files.writeString(folder.resolve("content"), "Công văn");
    try (ArchiveWriter writer = new ArchiveWriter(archive, AT)) {
      writer.add(Layout.H2, database);
      writer.add(CONTENT, content);
      manifest = writer.finish(files -> manifest(1, files));
    }
  }

  private static Manifest manifest(int version, List<Manifest.Entry> files) {
    return new Manifest(
        Manifest.FORMAT, version, AT.toString(), "h2", "H2", Map.of("ledger", 1), files, List.of());
  }

  @Test
  void whatWasWrittenIsReadAndTakenOut() throws IOException {
    Archive read = Archive.verified(archive);
    assertThat(read.manifest()).isEqualTo(manifest);
    Path out = folder.resolve("out");
    read.extract(out, folder.resolve("dump"));
    assertThat(out.resolve(Layout.H2)).hasContent("tables");
    assertThat(out.resolve(CONTENT)).hasContent("Công văn");
    assertThat(out.resolve(CONTENT).toFile().canExecute()).isFalse();
    assertThat(folder.resolve("dump")).doesNotExist();
  }

  @Test
  void cutOffAnywhere() throws IOException {
    byte[] whole = Files.readAllBytes(archive);
    Path cut = folder.resolve("cut.tar.gz");
    for (int length = 0; length < whole.length; length++) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThat(codeOf(cut))
          .as("the first %d of %d bytes", length, whole.length)
          .isIn("restore-damaged", "restore-not-a-backup");
    }
    Files.write(cut, Arrays.copyOf(whole, whole.length - 1));
    assertThat(codeOf(cut)).isEqualTo("restore-damaged");
  }

  /**
   * Some bytes of gzip's head say nothing, and in a run of zeros it is all one which are copied.
   */
  @Test
  void oneByteChangedAnywhere() throws IOException {
    byte[] whole = Files.readAllBytes(archive);
    Path changed = folder.resolve("changed.tar.gz");
    int refused = 0;
    for (int i = 0; i < whole.length; i++) {
      byte[] copy = whole.clone();
      copy[i] ^= 0x10;
      Files.write(changed, copy);
      String code = codeOf(changed);
      if (code.isEmpty()) {
        assertThat(Archive.verified(changed).manifest()).as("byte " + i).isEqualTo(manifest);
      } else {
        assertThat(code).isIn("restore-damaged", "restore-not-a-backup");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(whole.length - 20);
  }

  @Test
  void somethingElse() throws IOException {
    Path other = folder.resolve("other");
    assertThat(codeOf(other)).isEqualTo("restore-file-missing");
    assertThat(codeOf(folder)).isEqualTo("restore-file-missing");
    for (byte[] content :
        List.of(
            new byte[0],
            bytes("PK, or whatever"),
            gzip(bytes("no tar file at all, but long enough ".repeat(40))),
            gzip(new byte[2048]))) {
      Files.write(other, content);
      assertThat(codeOf(other)).isEqualTo("restore-not-a-backup");
    }
    packed(other, tar -> folder(tar, "etc/"), tar -> put(tar, "etc/passwd", "root"));
    assertThat(codeOf(other)).isEqualTo("restore-not-a-backup");
  }

  static Stream<Arguments> repacked() {
    String ours = Manifest.FORMAT + "/";
    Map<String, String> files = new HashMap<>(Map.of(Layout.H2, "tables", CONTENT, "Công văn"));
    Consumer<TarArchiveOutputStream> database = tar -> put(tar, ours + Layout.H2, "tables");
    Consumer<TarArchiveOutputStream> content = tar -> put(tar, ours + CONTENT, "Công văn");
    Consumer<TarArchiveOutputStream> whole = tar -> manifest(tar, files);
    return Stream.of(
        of("nothing altered", "", database, content, whole),
        of("no manifest", "restore-damaged", database, content),
        of("a file too few", "restore-damaged", database, whole),
        of("twice the same", "restore-damaged", database, content, content, whole),
        of("two manifests", "restore-damaged", database, content, whole, whole),
        of("after the manifest", "restore-damaged", database, whole, content),
        of(
            "another text of the same length",
            "restore-damaged",
            database,
            tar -> put(tar, ours + CONTENT, "Công vặn"),
            whole),
        of(
            "a mail that the manifest does not name",
            "restore-damaged",
            database,
            content,
            tar -> put(tar, ours + "mail/1.eml", "Kính gửi"),
            whole),
        of(
            "out of the folder",
            "restore-damaged",
            database,
            content,
            tar -> put(tar, ours + "../../evil", "x"),
            tar -> manifest(tar, Map.of(Layout.H2, "tables", "../../evil", "x"))),
        of(
            "out of a folder in it",
            "restore-damaged",
            tar -> put(tar, ours + "content/../../evil", "x"),
            tar -> manifest(tar, Map.of("content/../../evil", "x"))),
        of(
            "a content below a folder of another name",
            "restore-damaged",
            database,
            tar -> put(tar, ours + "content/zz/" + SHA256, "Công văn"),
            whole),
        of(
            "an absolute name",
            "restore-damaged",
            database,
            tar -> put(tar, "/tmp/evil", "x"),
            tar -> manifest(tar, Map.of(Layout.H2, "tables", "/tmp/evil", "x"))),
        of("a link", "restore-damaged", database, tar -> link(tar, ours + CONTENT), whole),
        of("a folder", "restore-damaged", database, tar -> folder(tar, ours + "content/"), whole),
        of(
            "no manifest of ours",
            "restore-not-a-backup",
            database,
            tar -> put(tar, ours + Layout.MANIFEST, "{\"format\": \"other\"}")),
        of(
            "a broken manifest",
            "restore-damaged",
            database,
            tar -> put(tar, ours + Layout.MANIFEST, "{\"format\": \"ttdn-backup\"")),
        of(
            "half a manifest",
            "restore-damaged",
            database,
            tar -> put(tar, ours + Layout.MANIFEST, "{\"format\": \"ttdn-backup\"}")),
        of(
            "a newer layout",
            "restore-newer-program",
            database,
            tar -> put(tar, ours + Layout.MANIFEST, text(manifest(2, List.of())))));
  }

  @SafeVarargs
  private static Arguments of(
      String name, String code, Consumer<TarArchiveOutputStream>... entries) {
    return Arguments.of(name, code, entries);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void repacked(String name, String code, Consumer<TarArchiveOutputStream>[] entries)
      throws IOException {
    Path packed = folder.resolve("repacked.tar.gz");
    packed(packed, entries);
    assertThat(codeOf(packed)).isEqualTo(code);
  }

  @Test
  void exchangedBetweenReadingAndTakingOut() throws IOException {
    Archive read = Archive.verified(archive);
    packed(
        archive,
        tar -> put(tar, Manifest.FORMAT + "/" + Layout.H2, "labels"),
        tar -> manifest(tar, Map.of(Layout.H2, "labels")));
    assertThatThrownBy(() -> read.extract(folder.resolve("out"), folder.resolve("dump")))
        .isInstanceOf(Refusal.class);
  }

  /** The code of the refusal; empty if it is read. */
  private static String codeOf(Path path) throws IOException {
    try {
      Archive.verified(path);
      return "";
    } catch (Refusal e) {
      assertThat(e.getMessage()).isNotBlank();
      return e.code();
    }
  }

  @SafeVarargs
  private static void packed(Path to, Consumer<TarArchiveOutputStream>... entries)
      throws IOException {
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(to)), "UTF-8")) {
      for (Consumer<TarArchiveOutputStream> entry : entries) {
        entry.accept(tar);
      }
    }
  }

  private static void manifest(TarArchiveOutputStream tar, Map<String, String> files) {
    List<Manifest.Entry> entries = new ArrayList<>();
    files.forEach(
        (name, content) -> {
          byte[] bytes = bytes(content);
          entries.add(new Manifest.Entry(name, bytes.length, Sha256.hex(bytes)));
        });
    put(tar, Manifest.FORMAT + "/" + Layout.MANIFEST, text(manifest(1, entries)));
  }

  private static void put(TarArchiveOutputStream tar, String name, String content) {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(bytes(content).length);
    put(tar, entry, bytes(content));
  }

  private static void link(TarArchiveOutputStream tar, String name) {
    TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    entry.setLinkName("/etc/passwd");
    put(tar, entry, new byte[0]);
  }

  private static void folder(TarArchiveOutputStream tar, String name) {
    put(tar, new TarArchiveEntry(name), new byte[0]);
  }

  private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) {
    try {
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static String text(Manifest manifest) {
    return new String(manifest.json(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
