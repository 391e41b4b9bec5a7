package vn.ttdn.core.register;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.text.Dates;
import vn.ttdn.core.text.Messages;

/** Writes a register as a file (columns: NĐ 30/2020/NĐ-CP, Phụ lục IV). */
public final class RegisterExport {
  private static final List<String> COLUMNS =
      List.of(
          "symbol",
          "issuedOn",
          "subject",
          "signer",
          "addressees",
          "keeper",
          "copies",
          "sentOn",
          "receipt",
          "note");
  private static final List<String> INCOMING_COLUMNS =
      List.of(
          "arrivedOn",
          "arrivalNumber",
          "sender",
          "symbol",
          "issuedOn",
          "subject",
          "handler",
          "forwardedOn",
          "receipt",
          "note");

  private RegisterExport() {}

  /** The file formats of an export. */
  public enum Format {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String contentType;

    Format(String contentType) {
      this.contentType = contentType;
    }

    public String contentType() {
      return contentType;
    }

    /** How a file of the format ends, without the dot. */
    public String extension() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The format of that lower-case name. */
    public static Optional<Format> ofName(String name) {
      return switch (name) {
        case "csv" -> Optional.of(CSV);
        case "xlsx" -> Optional.of(XLSX);
        default -> Optional.empty();
      };
    }
  }

  /**
   * Writes the entries; the caller closes {@code out}.
   *
   * @param notes what {@link RegisterNotes} says of the entries, by the id of their record
   */
  public static void write(
      Format format,
      List<RegisterEntry> entries,
      Map<String, String> notes,
      Organisation organisation,
      Locale locale,
      OutputStream out)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    Messages messages = Messages.in(locale);
    rows.add(COLUMNS.stream().map(c -> messages.text("register." + c)).toList());
    for (RegisterEntry e : entries) {
      rows.add(row(e, notes.getOrDefault(e.recordId(), ""), organisation, locale));
    }
    write(format, rows, messages.text("register.title"), out);
  }

  /** Writes the register of incoming documents; the caller closes {@code out}. */
  public static void writeIncoming(
      Format format, List<IncomingEntry> entries, Locale locale, OutputStream out)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    Messages messages = Messages.in(locale);
    rows.add(INCOMING_COLUMNS.stream().map(c -> messages.text("register." + c)).toList());
    for (IncomingEntry e : entries) {
      rows.add(
          List.of(
              e.arrivedOn().format(Dates.DAY),
              Long.toString(e.number()),
              e.sender(),
              e.symbol(),
              e.issuedOn().format(Dates.DAY),
              e.subject(),
              "",
              "",
              "",
              ""));
    }
    write(format, rows, messages.text("register.incoming"), out);
  }

  private static void write(Format format, List<List<String>> rows, String title, OutputStream out)
      throws IOException {
    if (format == Format.CSV) {
      csv(rows, out);
    } else {
      xlsx(rows, title, out);
    }
  }

  private static List<String> row(
      RegisterEntry e, String note, Organisation organisation, Locale locale) {
    String unit =
        organisation.unit(e.draftingUnit()).map(u -> u.name(locale)).orElse(e.draftingUnit());
    Optional<Unit> agency = Optional.of(organisation.agency());
    return List.of(
        e.symbol(),
        e.issuedOn().format(Dates.DAY),
        e.kind().label(locale) + ": " + e.subject(),
        e.signerName(),
        e.addressees().stream().map(Addressee::name).collect(Collectors.joining("; ")),
        unit + "; VT " + agency.map(Unit::symbol).orElse(""),
        "",
        e.issuedOn().format(Dates.DAY),
        "",
        note);
  }

  private static void csv(List<List<String>> rows, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    // Excel takes a file for UTF-8 only if it begins with a byte order mark.
    writer.write('\uFEFF');
    CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    for (List<String> row : rows) {
      printer.printRecord(row.stream().map(RegisterExport::harmless).toList());
    }
    printer.flush();
  }

  /** A cell that a spreadsheet would run as a formula gets an apostrophe in front. */
  private static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private static void xlsx(List<List<String>> rows, String title, OutputStream out)
      throws IOException {
    try (Workbook workbook = new Workbook(out, "ttdn", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(title);
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          sheet.value(r, c, rows.get(r).get(c));
        }
      }
      sheet.range(0, 0, 0, COLUMNS.size() - 1).style().bold().wrapText(true).set();
      sheet.freezePane(0, 1);
      for (int c = 0; c < COLUMNS.size(); c++) {
        sheet.width(c, c == 2 || c == 4 ? 50 : 18);
      }
    }
  }
}
