package vn.ttdn.core.golive;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;

/**
 * Looks through the XML of a workbook before the reader does. The reader trusts what it is given: a
 * cell in a column of a dozen letters, a shared string beyond the last one, or formulas that refer
 * to one another by the thousand would keep it busy until memory or patience ends. The guard also
 * notes what the reader does not tell: merged cells, errors behind formulas, formulas that were
 * never calculated, and the date system.
 */
final class XlsxGuard {
  private static final int MAX_ROWS = 20_000;
  private static final int MAX_ARRAY_FORMULAS = 100;
  private static final long MAX_FORMULA_WORK = 1_000_000_000L;
  private static final int COLUMNS_OF_EXCEL = 16_384;
  private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})");
  private static final Pattern RELATIONS = Pattern.compile("(.*/)?_rels/([^/]+)\\.rels");

  private final Map<String, Map<String, String>> relations = new HashMap<>();
  private final Map<String, Notes> notes = new HashMap<>();
  private String workbook = "xl/workbook.xml";
  private boolean styles;
  private boolean from1904;
  private int strings;
  private int lastString = -1;

  /** What the guard noted about a sheet. */
  static final class Notes {
    final List<Grid.Merge> merges = new ArrayList<>();
    private final Set<Long> errors = new HashSet<>();
    private final Set<Long> notCalculated = new HashSet<>();

    boolean error(int row, int column) {
      return errors.contains(place(row, column));
    }

    boolean notCalculated(int row, int column) {
      return notCalculated.contains(place(row, column));
    }

    private static long place(int row, int column) {
      return (long) row * COLUMNS_OF_EXCEL + column;
    }
  }

  /**
   * Looks through one part of the package.
   *
   * @throws Refusal {@code import-unsafe}, {@code import-macros}, {@code import-not-xlsx}, {@code
   *     import-too-many-rows} or {@code import-corrupt}
   */
  void check(String part, byte[] xml) {
    String name = part.toLowerCase(Locale.ROOT);
    // The JDK's own: whichever parser the host brings reads a document type declaration its way.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(utf8(xml));
      requireUtf8(reader.getCharacterEncodingScheme());
      Part watched = new Part(name);
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw Refusal.of(Kind.INVALID, "import-unsafe");
          case XMLStreamConstants.START_ELEMENT -> watched.start(reader);
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              watched.text(reader);
          case XMLStreamConstants.END_ELEMENT -> watched.end(reader.getLocalName());
          default -> {
            // Comments and processing instructions say nothing.
          }
        }
      }
      strings += watched.strings;
    } catch (XMLStreamException e) {
      throw corrupt();
    }
  }

  /** What every program writes; another encoding might be read otherwise by the next parser. */
  private static Reader utf8(byte[] xml) {
    boolean marked =
        xml.length >= 3 && xml[0] == (byte) 0xEF && xml[1] == (byte) 0xBB && xml[2] == (byte) 0xBF;
    int from = marked ? 3 : 0;
    return new InputStreamReader(
        new ByteArrayInputStream(xml, from, xml.length - from),
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static void requireUtf8(String declared) {
    if (declared != null && !declared.equalsIgnoreCase("UTF-8")) {
      throw corrupt();
    }
  }

  /** To be asked once all parts were looked through. */
  void finish() {
    if (lastString >= strings) {
      throw corrupt();
    }
  }

  /** The part that is the workbook, in lower case. */
  String workbook() {
    return workbook;
  }

  /** Whether the package has styles, without which the reader does not tell formats. */
  boolean styles() {
    return styles;
  }

  /** Whether day 0 is 01/01/1904, as old Macs have it. */
  boolean from1904() {
    return from1904;
  }

  /** The notes about the sheet behind a relation of the workbook. */
  Optional<Notes> notes(String relation) {
    return Optional.ofNullable(relations.getOrDefault(workbook, Map.of()).get(relation))
        .map(notes::get);
  }

  static Refusal corrupt() {
    return Refusal.of(Kind.INVALID, "import-corrupt");
  }

  /** One part while it is looked through. */
  private final class Part {
    private final String name;
    private final Map<String, Integer> sharedFormulas = new HashMap<>();
    private boolean inSheetData;
    private int strings;
    private int rows;
    private int arrayFormulas;
    private long formulaWork;
    private int row;
    private int cellsInRow;
    private int column;
    private String type;
    private boolean formula;
    private String shared;
    private StringBuilder text;
    private boolean value;

    private Part(String name) {
      this.name = name;
    }

    private void start(XMLStreamReader r) {
      switch (r.getLocalName()) {
        case "Default", "Override" -> contentType(r);
        case "Relationship" -> relation(attribute(r, "Id"), attribute(r, "Target"));
        case "workbookPr" -> from1904 |= Set.of("1", "true").contains(attribute(r, "date1904"));
        case "si" -> strings++;
        case "sheetData" -> inSheetData = true;
        case "mergeCell" -> merge(attribute(r, "ref"));
        default -> {
          if (inSheetData) {
            inSheet(r);
          }
        }
      }
    }

    private void inSheet(XMLStreamReader r) {
      switch (r.getLocalName()) {
        case "row" -> row(attribute(r, "r"));
        case "c" -> cell(attribute(r, "r"), attribute(r, "t"));
        case "f" -> formula(attribute(r, "t"), attribute(r, "si"), attribute(r, "ref"));
        case "v" -> text = new StringBuilder();
        default -> {
          // What else a cell has does not reach the reader.
        }
      }
    }

    private void text(XMLStreamReader r) {
      if (text != null) {
        text.append(r.getTextCharacters(), r.getTextStart(), r.getTextLength());
      }
    }

    private void end(String element) {
      switch (element) {
        case "sheetData" -> inSheetData = false;
        case "f" -> endOfFormula();
        case "v" -> endOfValue();
        case "c" -> endOfCell();
        default -> {
          // Nothing was begun.
        }
      }
    }

    private void contentType(XMLStreamReader r) {
      String content = attribute(r, "ContentType").toLowerCase(Locale.ROOT);
      if (content.contains("sheet.binary")) {
        throw Refusal.of(Kind.UNSUPPORTED_TYPE, "import-not-xlsx");
      }
      if (content.contains("macroenabled")) {
        throw Refusal.of(Kind.UNSUPPORTED_TYPE, "import-macros");
      }
      if (content.endsWith("spreadsheetml.styles+xml")) {
        styles = true;
      }
      String part = attribute(r, "PartName");
      if (content.endsWith("spreadsheetml.sheet.main+xml") && !part.isEmpty()) {
        workbook = withoutSlash(part).toLowerCase(Locale.ROOT);
      }
    }

    private void relation(String id, String target) {
      Matcher m = RELATIONS.matcher(name);
      if (m.matches()) {
        String folder = m.group(1) == null ? "" : m.group(1);
        String to = target.startsWith("/") ? withoutSlash(target) : folder + target;
        relations
            .computeIfAbsent(folder + m.group(2), k -> new HashMap<>())
            .put(id, to.toLowerCase(Locale.ROOT));
      }
    }

    private void row(String number) {
      rows++;
      cellsInRow = 0;
      if (rows > MAX_ROWS) {
        throw Refusal.of(Kind.INVALID, "import-too-many-rows", MAX_ROWS);
      }
      if (number.isEmpty()) {
        row = rows;
      } else if (number.matches("[1-9][0-9]{0,6}")) {
        row = Integer.parseInt(number);
      } else {
        throw corrupt();
      }
    }

    private void cell(String reference, String cellType) {
      column = reference.isEmpty() ? cellsInRow : reference(reference)[1];
      cellsInRow++;
      type = cellType;
      formula = false;
      value = false;
    }

    private void formula(String kind, String index, String range) {
      formula = true;
      if (kind.equals("array") && ++arrayFormulas > MAX_ARRAY_FORMULAS) {
        throw corrupt();
      }
      shared = kind.equals("shared") && !range.isEmpty() ? index : null;
      if (kind.equals("shared") && range.isEmpty()) {
        long length = sharedFormulas.getOrDefault(index, 0);
        formulaWork += length * length;
        if (formulaWork > MAX_FORMULA_WORK) {
          throw corrupt();
        }
      }
      text = new StringBuilder();
    }

    private void endOfFormula() {
      if (shared != null && text != null) {
        sharedFormulas.put(shared, text.length());
      }
      text = null;
    }

    private void endOfValue() {
      if (text == null) {
        return;
      }
      if ("s".equals(type) && !text.isEmpty()) {
        if (!text.toString().matches("[0-9]{1,9}")) {
          throw corrupt();
        }
        lastString = Math.max(lastString, Integer.parseInt(text.toString()));
      }
      value |= !text.isEmpty();
      text = null;
    }

    private void endOfCell() {
      if (!inSheetData || type == null) {
        return;
      }
      if (type.equals("e")) {
        sheetNotes().errors.add(Notes.place(row, column));
      }
      // Text that came to nothing is an answer; a number that came to nothing is none.
      if (formula && !value && (type.isEmpty() || type.equals("n"))) {
        sheetNotes().notCalculated.add(Notes.place(row, column));
      }
      type = null;
    }

    private void merge(String range) {
      String[] ends = range.split(":", -1);
      if (ends.length > 2) {
        throw corrupt();
      }
      int[] first = reference(ends[0]);
      int[] last = reference(ends[ends.length - 1]);
      if (first[0] != last[0] || first[1] != last[1]) {
        sheetNotes().merges.add(new Grid.Merge(first[0], first[1], last[0], range));
      }
    }

    private Notes sheetNotes() {
      return notes.computeIfAbsent(name, k -> new Notes());
    }
  }

  /** Row from 1 and column from 0 of a reference such as {@code D7}. */
  private static int[] reference(String reference) {
    Matcher m = REFERENCE.matcher(reference);
    if (!m.matches()) {
      throw corrupt();
    }
    int column = m.group(1).chars().reduce(0, (sum, c) -> sum * 26 + c - 'A' + 1);
    if (column > COLUMNS_OF_EXCEL) {
      throw corrupt();
    }
    return new int[] {Integer.parseInt(m.group(2)), column - 1};
  }

  private static String attribute(XMLStreamReader r, String name) {
    String value = r.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private static String withoutSlash(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }
}
