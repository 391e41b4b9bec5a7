package vn.ttdn.standalone.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;

/**
 * What an archive holds; its last entry, written when everything else has been read.
 *
 * @param format always {@link #FORMAT}
 * @param formatVersion version of the archive's own layout
 * @param createdAt when the backup began, as ISO-8601 in UTC
 * @param database {@code h2} or {@code postgresql}
 * @param madeBy the program that wrote the database's file
 * @param schemas newest migration of each history, by the history's name
 * @param files everything in the archive but this
 * @param missing checksums of contents that the database names and that were not there
 */
record Manifest(
    String format,
    int formatVersion,
    String createdAt,
    String database,
    String madeBy,
    Map<String, Integer> schemas,
    List<Entry> files,
    List<String> missing) {
  static final String FORMAT = "ttdn-backup";
  static final int VERSION = 1;

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  Manifest {
    schemas = Map.copyOf(schemas);
    files = List.copyOf(files);
    missing = List.copyOf(missing);
  }

  /** A file, named by its path below the data folder. */
  record Entry(String name, long size, String sha256) {}

  Map<String, Entry> byName() {
    Map<String, Entry> byName = new LinkedHashMap<>();
    files.forEach(file -> byName.put(file.name(), file));
    return byName;
  }

  byte[] json() {
    try {
      return MAPPER.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws Refusal if it is not ours, or of a layout that this program does not know
   */
  static Manifest read(byte[] json, String archive) {
    try {
      JsonNode root = MAPPER.readTree(new String(json, StandardCharsets.UTF_8));
      if (root == null || !FORMAT.equals(root.path("format").asText())) {
        throw Refusal.of(Kind.INVALID, "restore-not-a-backup", archive);
      }
      if (root.path("formatVersion").asInt() > VERSION) {
        throw Refusal.of(
            Kind.CONFLICT, "restore-newer-program", archive, root.path("formatVersion").asInt());
      }
      return MAPPER.treeToValue(root, Manifest.class);
    } catch (IOException | NullPointerException e) {
      throw Refusal.of(Kind.INVALID, "restore-damaged", archive, Layout.MANIFEST);
    }
  }
}
