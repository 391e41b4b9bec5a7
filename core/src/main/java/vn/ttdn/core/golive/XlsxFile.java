package vn.ttdn.core.golive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;
import vn.ttdn.core.text.Fold;

/**
 * A workbook that somebody handed in. The container is unpacked and looked through first, and the
 * reader is given what was looked through and nothing else.
 */
final class XlsxFile {
  /** Largest file that is taken. */
  static final int MAX_BYTES = 10 << 20;

  /** The most that it may unpack to; it is held in memory. */
  static final int MAX_UNPACKED = 50 << 20;

  /** Filled rows that are read of a sheet. */
  static final int MAX_ROWS = 5_000;

  private static final int MAX_ENTRIES = 1_000;
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private final byte[] workbook;
  private final XlsxGuard guard;

  private XlsxFile(byte[] workbook, XlsxGuard guard) {
    this.workbook = workbook;
    this.guard = guard;
  }

  /**
   * Unpacks and looks through a file; the caller closes the stream.
   *
   * @throws Refusal that names the rule: {@code import-empty}, {@code import-too-large}, {@code
   *     import-not-xlsx}, {@code import-encrypted}, {@code import-macros}, {@code import-bomb},
   *     {@code import-unsafe}, {@code import-too-many-rows}, {@code import-corrupt}, or {@code
   *     upload-broken}
   */
  static XlsxFile open(InputStream in) {
    byte[] file;
    try {
      file = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw Refusal.of(Kind.INVALID, "upload-broken");
    }
    if (file.length == 0) {
      throw Refusal.of(Kind.INVALID, "import-empty");
    }
    if (file.length > MAX_BYTES) {
      throw Refusal.of(Kind.TOO_LARGE, "import-too-large", MAX_BYTES >> 20);
    }
    if (startsWith(file, OLE2)) {
      // A workbook with a password is an OLE2 container; so is an old .xls with another name.
      throw Refusal.of(Kind.UNSUPPORTED_TYPE, "import-encrypted");
    }
    if (!startsWith(file, ZIP)) {
      throw Refusal.of(Kind.UNSUPPORTED_TYPE, "import-not-xlsx");
    }
    Map<String, byte[]> parts = unpack(file);
    XlsxGuard guard = new XlsxGuard();
    parts.forEach(guard::check);
    guard.finish();
    if (parts.keySet().stream().noneMatch(guard.workbook()::equalsIgnoreCase)) {
      throw Refusal.of(Kind.UNSUPPORTED_TYPE, "import-not-xlsx");
    }
    return new XlsxFile(pack(parts), guard);
  }

  /** Goes by the zip file's directory: what streams workbooks leaves the sizes in front empty. */
  private static Map<String, byte[]> unpack(byte[] file) {
    Path copy = copy(file);
    try (ZipFile zip = new ZipFile(copy.toFile())) {
      return unpack(zip);
    } catch (IOException | IllegalArgumentException e) {
      throw XlsxGuard.corrupt();
    } finally {
      if (!copy.toFile().delete()) {
        copy.toFile().deleteOnExit();
      }
    }
  }

  private static Path copy(byte[] file) {
    try {
      Path copy = Files.createTempFile("ttdn-import", ".xlsx");
      return Files.write(copy, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> unpack(ZipFile zip) throws IOException {
    if (zip.size() > MAX_ENTRIES) {
      throw bomb();
    }
    Map<String, byte[]> parts = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    int unpacked = 0;
    for (ZipEntry e : Collections.list(zip.entries())) {
      String name = e.getName().toLowerCase(Locale.ROOT);
      if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/")) {
        throw Refusal.of(Kind.UNSUPPORTED_TYPE, "import-macros");
      }
      if (!names.add(name)) {
        throw bomb();
      }
      if (name.endsWith(".xml") || name.endsWith(".rels")) {
        try (InputStream in = zip.getInputStream(e)) {
          byte[] part = in.readNBytes(MAX_UNPACKED - unpacked + 1);
          unpacked += part.length;
          parts.put(e.getName(), part);
        }
      }
      if (unpacked > MAX_UNPACKED) {
        throw bomb();
      }
    }
    if (!names.contains("[content_types].xml")) {
      throw Refusal.of(Kind.UNSUPPORTED_TYPE, "import-not-xlsx");
    }
    return parts;
  }

  private static Refusal bomb() {
    return Refusal.of(Kind.INVALID, "import-bomb", MAX_UNPACKED >> 20);
  }

  private static byte[] pack(Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException | IllegalArgumentException e) {
      throw XlsxGuard.corrupt();
    }
    return out.toByteArray();
  }

  /** The sheets of that meaning, in the file's order; more than one is for the caller to judge. */
  List<Grid> grids(ImportSheet wanted) {
    ReadingOptions options = new ReadingOptions(guard.styles(), true);
    List<Grid> grids = new ArrayList<>();
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(workbook), options)) {
      List<Sheet> sheets =
          book.getSheets().filter(s -> s.getName() != null && wanted.isNamed(s.getName())).toList();
      for (Sheet sheet : sheets) {
        grids.add(grid(sheet));
      }
    } catch (IOException | RuntimeException e) {
      // The reader has no exception of its own for a broken file: it fails as it comes.
      throw XlsxGuard.corrupt();
    }
    return grids;
  }

  private Grid grid(Sheet sheet) throws IOException {
    XlsxGuard.Notes notes = guard.notes(sheet.getId()).orElseGet(XlsxGuard.Notes::new);
    List<Grid.Row> rows = new ArrayList<>();
    try (Stream<Row> stream = sheet.openStream()) {
      stream
          .map(row -> row(row, notes))
          .filter(row -> !row.cells().isEmpty())
          // The header is a row, too; one more tells that rows are left.
          .limit(MAX_ROWS + 2L)
          .forEach(rows::add);
    }
    boolean left = rows.size() > MAX_ROWS + 1;
    return new Grid(
        Fold.nfc(sheet.getName()), left ? rows.subList(0, MAX_ROWS + 1) : rows, notes.merges, left);
  }

  private Grid.Row row(Row row, XlsxGuard.Notes notes) {
    SortedMap<Integer, Grid.Cell> cells = new TreeMap<>();
    for (Cell cell : row) {
      if (cell != null) {
        content(cell, row.getRowNum(), notes).ifPresent(c -> cells.put(cell.getColumnIndex(), c));
      }
    }
    return new Grid.Row(row.getRowNum(), cells);
  }

  private static Optional<Grid.Cell> content(Cell cell, int row, XlsxGuard.Notes notes) {
    String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
    if (notes.notCalculated(row, cell.getColumnIndex())) {
      return Optional.of(new Grid.NoValue(cell.getFormula() == null ? "" : cell.getFormula()));
    }
    boolean unreadable = cell.getValue() == null && !raw.isBlank();
    if (notes.error(row, cell.getColumnIndex()) || cell.getType() == CellType.ERROR || unreadable) {
      return Optional.of(new Grid.Fault(raw));
    }
    if (cell.getValue() instanceof BigDecimal number) {
      return Optional.of(new Grid.Figure(number, NumberFormats.isDate(cell)));
    }
    if (cell.getValue() instanceof Boolean truth) {
      return Optional.of(new Grid.Truth(truth ? "TRUE" : "FALSE"));
    }
    // Excel writes the carriage return of a line break made elsewhere as _x000D_.
    String text = Fold.nfc(cell.getText().replace("_x000D_", "\r"));
    return text.isEmpty() ? Optional.empty() : Optional.of(new Grid.Text(text));
  }

  /** Whether day 0 is 01/01/1904. */
  boolean from1904() {
    return guard.from1904();
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }
}
