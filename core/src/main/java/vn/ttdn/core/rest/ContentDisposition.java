package vn.ttdn.core.rest;

import java.nio.charset.StandardCharsets;
import vn.ttdn.core.text.Fold;

/** The header that names a download (RFC 6266, RFC 8187). */
final class ContentDisposition {
  private static final String ATTR_CHAR =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

  private ContentDisposition() {}

  static String attachment(String fileName) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : fileName.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (ATTR_CHAR.indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append(String.format("%%%02X", (int) c));
      }
    }
    String ascii = Fold.fold(fileName).replaceAll("[^a-z0-9._ -]", "_");
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
  }
}
