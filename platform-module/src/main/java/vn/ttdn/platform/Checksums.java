package vn.ttdn.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.alfresco.service.cmr.repository.ContentReader;
import vn.ttdn.core.audit.Sha256;

/**
 * Checksums of contents. Alfresco never writes a content file twice, so what was read under a
 * content URL stays true; the few hundred read last are remembered.
 */
final class Checksums {
  private static final int REMEMBERED = 500;

  private final Map<String, String> byUrl =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  String of(ContentReader reader) {
    synchronized (byUrl) {
      String known = byUrl.get(reader.getContentUrl());
      if (known != null) {
        return known;
      }
    }
    String sha256 = read(reader);
    synchronized (byUrl) {
      byUrl.put(reader.getContentUrl(), sha256);
    }
    return sha256;
  }

  /** Reads the content anew, whatever is remembered. */
  static String read(ContentReader reader) {
    try (InputStream in = reader.getContentInputStream()) {
      return Sha256.hex(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
