package vn.ttdn.core.golive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks part by part, so that a test can say what no program would write. */
final class Book {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Map<String, String> sheets = new LinkedHashMap<>();
  private final Map<String, byte[]> extra = new LinkedHashMap<>();
  private String workbookProperties = "";
  private String mainType = TYPE + "sheet.main+xml";
  private boolean styles = true;

  /** A cell as it stands in the XML; {@code @} is replaced by its reference. */
  record Raw(String xml) {}

  /** A sheet of rows of cells: text, numbers, days, {@link Raw}, or null. */
  Book sheet(String name, Object[]... rows) {
    return sheetAnd(name, "", rows);
  }

  /** A sheet with something behind its rows. */
  Book sheetAnd(String name, String after, Object[]... rows) {
    StringBuilder data = new StringBuilder();
    for (int r = 0; r < rows.length; r++) {
      data.append("<row r=\"").append(r + 1).append("\">");
      for (int c = 0; c < rows[r].length; c++) {
        data.append(cell(Table.reference(r + 1, c), rows[r][c]));
      }
      data.append("</row>");
    }
    return sheetOfData(name, data.toString(), after);
  }

  Book sheetOfData(String name, String data, String after) {
    return sheetOfXml(
        name,
        "<worksheet xmlns=\""
            + MAIN
            + "\"><sheetData>"
            + data
            + "</sheetData>"
            + after
            + "</worksheet>");
  }

  Book sheetOfXml(String name, String xml) {
    sheets.put(name, xml);
    return this;
  }

  Book part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Book part(String name, byte[] content) {
    extra.put(name, content);
    return this;
  }

  Book from1904(String value) {
    workbookProperties = "<workbookPr date1904=\"" + value + "\"/>";
    return this;
  }

  Book ofType(String contentType) {
    mainType = contentType;
    return this;
  }

  Book withoutStyles() {
    styles = false;
    return this;
  }

  byte[] bytes() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    put(parts, "[Content_Types].xml", contentTypes());
    put(parts, "xl/workbook.xml", workbook());
    put(parts, "xl/_rels/workbook.xml.rels", workbookRelations());
    if (styles) {
      put(
          parts,
          "xl/styles.xml",
          "<styleSheet xmlns=\""
              + MAIN
              + "\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
              + "<numFmt numFmtId=\"165\" formatCode=\"&quot;tháng&quot;\\ 0\"/></numFmts>"
              + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
              + "<xf numFmtId=\"14\"/><xf numFmtId=\"57\"/></cellXfs></styleSheet>");
    }
    int n = 1;
    for (String xml : sheets.values()) {
      put(parts, "xl/worksheets/sheet" + n++ + ".xml", xml);
    }
    parts.putAll(extra);
    return zip(parts);
  }

  static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private String contentTypes() {
    StringBuilder types = new StringBuilder("<Types><Override PartName=\"/xl/workbook.xml\"");
    types.append(" ContentType=\"").append(mainType).append("\"/>");
    if (styles) {
      types.append("<Override PartName=\"/xl/styles.xml\" ContentType=\"");
      types.append(TYPE).append("styles+xml\"/>");
    }
    types.append("<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"");
    return types.append(TYPE).append("sharedStrings+xml\"/></Types>").toString();
  }

  private String workbook() {
    StringBuilder xml = new StringBuilder("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"");
    xml.append(RELATIONS).append("\">").append(workbookProperties).append("<sheets>");
    int n = 1;
    for (String name : sheets.keySet()) {
      xml.append("<sheet name=\"").append(escaped(name)).append("\" sheetId=\"").append(n);
      xml.append("\" r:id=\"rId").append(n++).append("\"/>");
    }
    return xml.append("</sheets></workbook>").toString();
  }

  private String workbookRelations() {
    StringBuilder xml = new StringBuilder("<Relationships>");
    for (int n = 1; n <= sheets.size(); n++) {
      xml.append("<Relationship Id=\"rId").append(n).append("\" Target=\"worksheets/sheet");
      xml.append(n).append(".xml\"/>");
    }
    return xml.append("</Relationships>").toString();
  }

  static String cell(String reference, Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Raw raw) {
      return raw.xml().replace("@", reference);
    }
    if (value instanceof LocalDate day) {
      long serial = ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day);
      return "<c r=\"" + reference + "\" s=\"1\"><v>" + serial + "</v></c>";
    }
    if (value instanceof Number number) {
      return "<c r=\"" + reference + "\"><v>" + number + "</v></c>";
    }
    return "<c r=\""
        + reference
        + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
        + escaped(value.toString())
        + "</t></is></c>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static void put(Map<String, byte[]> parts, String name, String content) {
    parts.put(name, content.getBytes(StandardCharsets.UTF_8));
  }
}
