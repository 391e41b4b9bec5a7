package vn.ttdn.core.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files made in memory. */
final class Samples {
  private Samples() {}

  static byte[] docx() {
    return zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<w:document/>");
  }

  static byte[] odt() {
    return zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>");
  }

  static byte[] pdf() {
    return bytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A zip of name and content pairs. */
  static byte[] zip(String... pairs) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < pairs.length; i += 2) {
        zip.putNextEntry(new ZipEntry(pairs[i]));
        zip.write(pairs[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static IncomingFile file(String name, byte[] content) {
    return new IncomingFile(name, content.length, () -> new ByteArrayInputStream(content));
  }
}
