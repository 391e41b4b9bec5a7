package vn.ttdn.core.golive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.ttdn.core.plan.Urgency;
import vn.ttdn.core.text.Messages;

/** Writes the empty workbook that {@link ImportFile} reads, and a sheet that explains it. */
public final class ImportTemplate {
  private ImportTemplate() {}

  /** Writes the template for a reader of {@code locale}; the caller closes {@code out}. */
  public static void write(Locale locale, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "ttdn", "1.0")) {
      for (ImportSheet sheet : ImportSheet.values()) {
        table(workbook.newWorksheet(sheet.label(locale)), sheet.columns(), locale);
      }
      explanation(workbook, locale);
    }
  }

  private static void table(Worksheet sheet, List<Column> columns, Locale locale) {
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.get(c);
      // As text, or Excel makes a day of 05/2026 and a number of 0078.
      switch (column.kind()) {
        case TEXT -> sheet.style(c).format("@").set();
        case DATE -> sheet.style(c).format("dd/mm/yyyy").set();
        case NUMBER -> {
          // The general format shows a number as it was typed.
        }
      }
      sheet.width(c, column == Column.SUBJECT || column == Column.ADDRESSEES ? 50 : 20);
      sheet.value(0, c, column.label(locale));
      if (column == Column.ROUND) {
        choice(sheet, c, "1,2,3");
      }
      if (column == Column.URGENCY) {
        choice(
            sheet,
            c,
            Arrays.stream(Urgency.values())
                .map(u -> u.label(locale))
                .collect(Collectors.joining(",")));
      }
    }
    sheet.range(0, 0, 0, columns.size() - 1).style().bold().wrapText(true).set();
    sheet.freezePane(0, 1);
  }

  private static void choice(Worksheet sheet, int column, String values) {
    sheet
        .range(1, column, XlsxFile.MAX_ROWS, column)
        .validateWithListByFormula("\"" + values + "\"")
        .allowBlank(true);
  }

  private static void explanation(Workbook workbook, Locale locale) {
    Messages messages = Messages.in(locale);
    Worksheet sheet = workbook.newWorksheet(messages.text("import.explanation"));
    sheet.value(0, 0, messages.text("import.explanation.all", String.valueOf(XlsxFile.MAX_ROWS)));
    sheet.range(0, 0, 0, 2).merge();
    sheet.range(0, 0, 0, 2).style().wrapText(true).verticalAlignment("top").set();
    sheet.rowHeight(0, 120);
    List<String> header = List.of("sheet", "column", "entry");
    for (int c = 0; c < header.size(); c++) {
      sheet.value(1, c, messages.text("import.explanation." + header.get(c)));
    }
    sheet.range(1, 0, 1, 2).style().bold().set();
    int row = 2;
    for (Column column : Column.values()) {
      sheet.value(row, 0, column.sheet().label(locale));
      sheet.value(row, 1, column.label(locale));
      sheet.value(row, 2, column.help(locale));
      sheet.range(row, 0, row, 2).style().wrapText(true).verticalAlignment("top").set();
      row++;
    }
    sheet.width(0, 14);
    sheet.width(1, 26);
    sheet.width(2, 90);
  }
}
