package vn.ttdn.core.letters;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a letter as DOCX (ECMA-376): the parts that a word processor needs and no more. The same
 * letter gives the same bytes, so that its checksum says whether it was changed.
 */
public final class DocxLetter {
  /**
   * Near the first moment that a zip can tell, because no letter says when it was written; the very
   * first would be written once more in an extra field, and that in the machine's time zone.
   */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String CONTENT =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";

  private DocxLetter() {}

  /**
   * Writes.
   *
   * @param out is not closed
   */
  public static void write(LetterDraft letter, OutputStream out) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", contentTypes());
    parts.put(
        "_rels/.rels",
        relations(
            OFFICE + "/officeDocument",
            "word/document.xml",
            PACKAGE + "relationships/metadata/core-properties",
            "docProps/core.xml"));
    parts.put("docProps/core.xml", properties(letter));
    parts.put(
        "word/_rels/document.xml.rels",
        relations(
            OFFICE + "/styles",
            "styles.xml",
            OFFICE + "/settings",
            "settings.xml",
            OFFICE + "/header",
            "header1.xml"));
    parts.put("word/document.xml", LetterLayout.document(letter));
    parts.put("word/header1.xml", LetterLayout.pageNumber());
    parts.put("word/styles.xml", LetterLayout.styles());
    parts.put("word/settings.xml", LetterLayout.settings());
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      ZipEntry entry = new ZipEntry(part.getKey());
      entry.setTimeLocal(NO_TIME);
      zip.putNextEntry(entry);
      zip.write(part.getValue());
      zip.closeEntry();
    }
    zip.finish();
    zip.flush();
  }

  /** The relation of the document to its header; {@link LetterLayout} names it. */
  static String headerId() {
    return "rId3";
  }

  private static byte[] contentTypes() {
    Markup xml = new Markup("Types", Map.of("", PACKAGE + "content-types"));
    xml.empty("Default", "Extension", "rels", "ContentType", typeOf("relationships"));
    xml.empty("Default", "Extension", "xml", "ContentType", "application/xml");
    String[][] types = {
      {"/word/document.xml", CONTENT + "document.main+xml"},
      {"/word/styles.xml", CONTENT + "styles+xml"},
      {"/word/settings.xml", CONTENT + "settings+xml"},
      {"/word/header1.xml", CONTENT + "header+xml"},
      {"/docProps/core.xml", typeOf("core-properties")}
    };
    for (String[] type : types) {
      xml.empty("Override", "PartName", type[0], "ContentType", type[1]);
    }
    return xml.bytes();
  }

  private static String typeOf(String part) {
    return "application/vnd.openxmlformats-package." + part + "+xml";
  }

  /** Relations rId1, rId2, … by pairs of type and target. */
  private static byte[] relations(String... pairs) {
    Markup xml = new Markup("Relationships", Map.of("", PACKAGE + "relationships"));
    for (int i = 0; i < pairs.length; i += 2) {
      xml.empty(
          "Relationship", "Id", "rId" + (i / 2 + 1), "Type", pairs[i], "Target", pairs[i + 1]);
    }
    return xml.bytes();
  }

  private static byte[] properties(LetterDraft letter) {
    Map<String, String> namespaces = new LinkedHashMap<>();
    namespaces.put("cp", PACKAGE + "metadata/core-properties");
    namespaces.put("dc", "http://purl.org/dc/elements/1.1/");
    Markup xml = new Markup("cp:coreProperties", namespaces);
    xml.start("dc:title").text("V/v " + letter.subject()).end();
    xml.start("dc:creator").text(letter.issuingAgency()).end();
    xml.start("dc:language").text("vi-VN").end();
    return xml.bytes();
  }

  /** The bytes of a letter, for who stores it. */
  public static byte[] bytes(LetterDraft letter) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(letter, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
