package vn.ttdn.platform.consistency;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** A properties file, read as UTF-8 the way Alfresco reads bundles; a key twice is an error. */
public final class Bundle {
  private Bundle() {}

  /**
   * The file's keys and values.
   *
   * @throws IllegalStateException if a key stands there twice, or something that UTF-8 is not
   */
  public static SortedMap<String, String> read(Path file) {
    SortedMap<String, String> read = new TreeMap<>();
    Properties once =
        new Properties() {
          @Override
          public synchronized Object put(Object key, Object value) {
            if (read.put((String) key, (String) value) != null) {
              throw new IllegalStateException(file + " has " + key + " twice");
            }
            return null;
          }
        };
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      once.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " does not parse", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(file + " does not parse", e);
    }
    return Collections.unmodifiableSortedMap(read);
  }
}
