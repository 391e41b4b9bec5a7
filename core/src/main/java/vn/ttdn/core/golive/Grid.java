package vn.ttdn.core.golive;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;

/**
 * The cells of a sheet that hold something.
 *
 * @param sheet the sheet's name as the file has it
 * @param rows rows with at least one filled cell, in the file's order
 * @param merges merged ranges
 * @param rowsLeft whether there are more rows than are read
 */
record Grid(String sheet, List<Row> rows, List<Merge> merges, boolean rowsLeft) {
  Grid {
    rows = List.copyOf(rows);
    merges = List.copyOf(merges);
  }

  /**
   * A row.
   *
   * @param number from 1
   * @param cells filled cells by column, from 0
   */
  record Row(int number, SortedMap<Integer, Cell> cells) {}

  /** A merged range, rows from 1, columns from 0. */
  record Merge(int firstRow, int firstColumn, int lastRow, String range) {}

  /** The content of a cell; of a formula only what it last came to. */
  sealed interface Cell {
    /** What the cell shows, roughly. */
    String shown();
  }

  /** Text, in NFC and trimmed, never empty. */
  record Text(String shown) implements Cell {}

  /**
   * A number.
   *
   * @param date whether it is formatted as a day or a time
   */
  record Figure(BigDecimal value, boolean date) implements Cell {
    @Override
    public String shown() {
      // 1E+1000000 written out would fill the memory.
      return Math.abs((long) value.scale()) < 30 ? value.toPlainString() : value.toString();
    }
  }

  /** TRUE or FALSE. */
  record Truth(String shown) implements Cell {}

  /** An error such as {@code #REF!}, or a number that is none. */
  record Fault(String shown) implements Cell {}

  /** A formula that was never calculated. */
  record NoValue(String shown) implements Cell {}
}
