package vn.ttdn.core.golive;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.Refusal;

/**
 * One row below the header, read column by column. A cell that does not hold what is asked for is
 * told and reads as empty, so that the other cells are still looked at.
 */
final class TableRow {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;
  private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_0_FROM_1904 = LocalDate.of(1904, 1, 1);
  private static final DateTimeFormatter TYPED_DAY =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private final String sheet;
  private final Grid.Row row;
  private final Map<Column, Integer> columns;
  private final boolean from1904;
  private final ErrorList errors;
  private boolean failed;

  TableRow(
      String sheet,
      Grid.Row row,
      Map<Column, Integer> columns,
      boolean from1904,
      ErrorList errors) {
    this.sheet = sheet;
    this.row = row;
    this.columns = columns;
    this.from1904 = from1904;
    this.errors = errors;
  }

  /** The row's number in the sheet, from 1. */
  int number() {
    return row.number();
  }

  /** Whether nothing was told of this row. */
  boolean sound() {
    return !failed;
  }

  boolean filled(Column column) {
    return cell(column).isPresent();
  }

  /** Tells each of the columns that is empty. */
  void require(Column... required) {
    for (Column column : required) {
      if (!filled(column)) {
        Refusal.Label label = column::label;
        fail(column, "missing", label);
      }
    }
  }

  /** Text; numbers are taken as they are shown. */
  Optional<String> text(Column column, int max) {
    Optional<Grid.Cell> cell = cell(column);
    if (cell.isEmpty() || faulty(column, cell.get())) {
      return Optional.empty();
    }
    if (cell.get() instanceof Grid.Figure number && number.date()) {
      // Excel makes a day of 05/2026 unless the column is formatted as text.
      fail(column, "day-instead-of-text");
      return Optional.empty();
    }
    String text = cell.get().shown();
    if (text.length() > max) {
      fail(column, "too-long", max);
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** Text of one line. */
  Optional<String> line(Column column, int max) {
    Optional<String> text = text(column, max);
    if (text.isPresent() && text.get().chars().anyMatch(Character::isISOControl)) {
      fail(column, "not-one-line");
      return Optional.empty();
    }
    return text;
  }

  /** A whole number, entered as number or as text. */
  Optional<Long> whole(Column column, long min, long max) {
    Optional<Grid.Cell> cell = cell(column);
    if (cell.isEmpty() || faulty(column, cell.get())) {
      return Optional.empty();
    }
    Optional<Long> number = Optional.empty();
    if (cell.get() instanceof Grid.Figure n && !n.date()) {
      number = whole(n.value());
    } else if (cell.get() instanceof Grid.Text t && t.shown().matches("[0-9]{1,15}")) {
      number = Optional.of(Long.valueOf(t.shown()));
    }
    if (number.filter(n -> n >= min && n <= max).isEmpty()) {
      fail(column, "not-a-whole-number", min, max);
      return Optional.empty();
    }
    return number;
  }

  /** A day, entered as a date or as text dd/MM/yyyy. */
  Optional<LocalDate> day(Column column) {
    Optional<Grid.Cell> cell = cell(column);
    if (cell.isEmpty() || faulty(column, cell.get())) {
      return Optional.empty();
    }
    LocalDate day;
    if (cell.get() instanceof Grid.Figure number && number.date()) {
      day = day(number.value()).orElse(null);
      if (day == null) {
        fail(column, "day-out-of-range", FIRST_YEAR, LAST_YEAR);
        return Optional.empty();
      }
    } else {
      try {
        day = LocalDate.parse(cell.get().shown(), TYPED_DAY);
      } catch (DateTimeException e) {
        fail(column, "not-a-day");
        return Optional.empty();
      }
    }
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      fail(column, "day-out-of-range", FIRST_YEAR, LAST_YEAR);
      return Optional.empty();
    }
    return Optional.of(day);
  }

  void fail(Column column, String code, Object... args) {
    failed = true;
    errors.add(CellError.of(sheet, reference(column), code, shown(column), args));
  }

  void fail(Column column, Refusal refusal) {
    failed = true;
    errors.add(CellError.of(sheet, reference(column), shown(column), refusal));
  }

  /** The cell's reference, e.g. {@code D7}. */
  String reference(Column column) {
    return Table.reference(row.number(), columns.get(column));
  }

  private Optional<Grid.Cell> cell(Column column) {
    return Optional.ofNullable(row.cells().get(columns.get(column)));
  }

  private String shown(Column column) {
    return cell(column).map(Grid.Cell::shown).orElse("");
  }

  private boolean faulty(Column column, Grid.Cell cell) {
    String code =
        cell instanceof Grid.Fault
            ? "error-in-cell"
            : cell instanceof Grid.NoValue
                ? "not-calculated"
                : cell instanceof Grid.Truth ? "true-or-false" : "";
    if (!code.isEmpty()) {
      fail(column, code);
    }
    return !code.isEmpty();
  }

  private static Optional<Long> whole(BigDecimal value) {
    // The magnitude first: writing 1E+1000000 out would fill the memory.
    boolean small = (long) value.precision() - value.scale() <= 15 && value.scale() <= 30;
    return small && value.stripTrailingZeros().scale() <= 0
        ? Optional.of(value.longValue())
        : Optional.empty();
  }

  /** The day of a serial number; what follows the point is the time of day. */
  private Optional<LocalDate> day(BigDecimal serial) {
    double value = serial.doubleValue();
    return value >= 0 && value < 1_000_000
        ? Optional.of((from1904 ? DAY_0_FROM_1904 : DAY_0).plusDays((long) value))
        : Optional.empty();
  }
}
