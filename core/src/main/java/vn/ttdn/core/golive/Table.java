package vn.ttdn.core.golive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.CellAddress;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.text.Messages;

/** A sheet whose first filled row is its header: finds the columns, tells what does not fit. */
final class Table {
  private static final int MAX_COLUMNS = 100;

  private final XlsxFile file;
  private final Grid grid;
  private final ErrorList errors;
  private final Map<Column, Integer> columns = new EnumMap<>(Column.class);

  private Table(XlsxFile file, Grid grid, ErrorList errors) {
    this.file = file;
    this.grid = grid;
    this.errors = errors;
  }

  /**
   * The rows below the header. Empty if the sheet or one of its columns is missing: whatever else
   * were said about the rows then would only repeat that.
   */
  static List<TableRow> rows(XlsxFile file, ImportSheet sheet, ErrorList errors) {
    List<Grid> grids = file.grids(sheet);
    if (grids.size() != 1) {
      String code = grids.isEmpty() ? "sheet-missing" : "sheet-twice";
      Refusal.Label name = sheet::label;
      errors.add(CellError.of(sheet.label(Messages.VIETNAMESE), "", code, "", name));
      return List.of();
    }
    return new Table(file, grids.get(0), errors).rows(sheet);
  }

  private List<TableRow> rows(ImportSheet sheet) {
    if (grid.rows().isEmpty()) {
      fail("", "header-missing", "", names(sheet.columns()));
      return List.of();
    }
    Grid.Row header = grid.rows().get(0);
    header(sheet, header);
    merges(header.number());
    Set<Column> missing = new LinkedHashSet<>(sheet.columns());
    missing.removeAll(columns.keySet());
    for (Column column : missing) {
      Refusal.Label label = column::label;
      fail(reference(header.number(), 0), "column-missing", "", label);
    }
    List<Grid.Row> body = grid.rows().subList(1, grid.rows().size());
    outside(header, body);
    if (grid.rowsLeft()) {
      int last = body.get(body.size() - 1).number();
      fail(reference(last + 1, 0), "rows-too-many", "", XlsxFile.MAX_ROWS);
    }
    List<TableRow> rows = new ArrayList<>();
    if (missing.isEmpty()) {
      for (Grid.Row row : body) {
        if (row.cells().keySet().stream().anyMatch(columns::containsValue)) {
          rows.add(new TableRow(grid.sheet(), row, columns, file.from1904(), errors));
        }
      }
    }
    return rows;
  }

  private void header(ImportSheet sheet, Grid.Row header) {
    header
        .cells()
        .forEach(
            (index, cell) -> {
              String where = reference(header.number(), index);
              Column column =
                  sheet.columns().stream()
                      .filter(c -> c.isNamed(cell.shown()))
                      .findFirst()
                      .orElse(null);
              if (column == null) {
                fail(where, "column-unknown", cell.shown(), names(sheet.columns()));
              } else if (columns.putIfAbsent(column, index) != null) {
                fail(where, "column-twice", cell.shown());
              }
            });
  }

  /** Of merged cells only the first holds the value; the others would read as empty. */
  private void merges(int header) {
    for (Grid.Merge merge : grid.merges()) {
      if (merge.lastRow() >= header) {
        fail(reference(merge.firstRow(), merge.firstColumn()), "merged", merge.range());
      }
    }
  }

  /** What stands below no header would be lost silently: the first such cell of each column. */
  private void outside(Grid.Row header, List<Grid.Row> body) {
    Set<Integer> told = new HashSet<>(header.cells().keySet());
    for (Grid.Row row : body) {
      row.cells()
          .forEach(
              (index, cell) -> {
                if (told.size() < MAX_COLUMNS && told.add(index)) {
                  fail(reference(row.number(), index), "outside", cell.shown());
                }
              });
    }
  }

  private void fail(String cell, String code, String value, Object... args) {
    errors.add(CellError.of(grid.sheet(), cell, code, value, args));
  }

  private static Refusal.Label names(List<Column> columns) {
    return locale -> columns.stream().map(c -> c.label(locale)).collect(Collectors.joining(", "));
  }

  static String reference(int row, int column) {
    return CellAddress.convertNumToColString(column) + row;
  }
}
