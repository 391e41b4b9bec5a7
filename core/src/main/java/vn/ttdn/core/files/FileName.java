package vn.ttdn.core.files;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.text.Fold;

/** A file name as a person gave it, checked. */
public final class FileName {
  /** Longest name in bytes of UTF-8 that every file system and Alfresco take. */
  public static final int MAX_BYTES = 200;

  private static final String FORBIDDEN = "\"*\\><?/:|";

  private FileName() {}

  /**
   * The name in NFC, without the folder that some browsers send.
   *
   * @throws Refusal {@code file-name-missing}, {@code file-name-invalid} or {@code
   *     file-name-too-long}; a path is refused, not repaired: nobody names a file {@code ../x} by
   *     accident
   */
  public static String checked(String raw) {
    String name = Fold.nfc(raw);
    if (name == null || name.isEmpty()) {
      throw Refusal.ofField("file", "file-name-missing");
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isISOControl(c)
          || FORBIDDEN.indexOf(c) >= 0
          || Character.getType(c) == Character.FORMAT) {
        throw Refusal.ofField("file", "file-name-invalid", printable(name), describe(c));
      }
    }
    if (name.startsWith(".") || name.endsWith(".")) {
      throw Refusal.ofField("file", "file-name-invalid", printable(name), ".");
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw Refusal.ofField("file", "file-name-too-long", MAX_BYTES);
    }
    return name;
  }

  /** The extension in lower case without its dot; empty string if there is none. */
  public static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static String describe(char c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
        ? String.format("U+%04X", (int) c)
        : String.valueOf(c);
  }

  private static String printable(String name) {
    return name.replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD");
  }
}
