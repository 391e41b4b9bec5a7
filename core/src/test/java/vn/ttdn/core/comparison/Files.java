package vn.ttdn.core.comparison;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents made in memory. */
final class Files {
  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private Files() {}

  /** A DOCX with that content in its body. */
  static byte[] docx(String body, String... otherParts) {
    String[] parts = new String[otherParts.length + 4];
    parts[0] = "[Content_Types].xml";
    parts[1] = "<Types/>";
    parts[2] = "word/document.xml";
    parts[3] = word("document", "<w:body>" + body + "</w:body>");
    System.arraycopy(otherParts, 0, parts, 4, otherParts.length);
    return zip(parts);
  }

  /** A part of a DOCX. */
  static String word(String root, String content) {
    return "<w:"
        + root
        + " xmlns:w=\""
        + WORD
        + "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
        + " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\">"
        + content
        + "</w:"
        + root
        + ">";
  }

  /** A paragraph of one run. */
  static String p(String text) {
    return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
  }

  /** An ODT with that content in its text. */
  static byte[] odt(String text, String... otherParts) {
    String[] parts = new String[otherParts.length + 4];
    parts[0] = "mimetype";
    parts[1] = "application/vnd.oasis.opendocument.text";
    parts[2] = "content.xml";
    parts[3] =
        odf(
            "document-content",
            "<office:body><office:text>" + text + "</office:text></office:body>");
    System.arraycopy(otherParts, 0, parts, 4, otherParts.length);
    return zip(parts);
  }

  /** A part of an ODT. */
  static String odf(String root, String content) {
    String ns = "urn:oasis:names:tc:opendocument:xmlns:";
    return "<office:"
        + root
        + " xmlns:office=\""
        + ns
        + "office:1.0\" xmlns:text=\""
        + ns
        + "text:1.0\" xmlns:table=\""
        + ns
        + "table:1.0\" xmlns:style=\""
        + ns
        + "style:1.0\" xmlns:svg=\""
        + ns
        + "svg-compatible:1.0\" xmlns:draw=\""
        + ns
        + "drawing:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
        + content
        + "</office:"
        + root
        + ">";
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
}
