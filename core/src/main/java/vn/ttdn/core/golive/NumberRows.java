package vn.ttdn.core.golive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.core.text.Fold;

/** Checks the rows of the sheet "Số cuối". */
final class NumberRows {
  private static final int FIRST_YEAR = 2000;
  private static final int MAX_NUMBER = 9_999_999;
  private static final int MAX_CODE = 20;

  private final ImportContext context;
  private final Map<RegisterKey, String> seen = new HashMap<>();

  NumberRows(ImportContext context) {
    this.context = context;
  }

  List<LastNumber> read(List<TableRow> rows) {
    List<LastNumber> numbers = new ArrayList<>();
    for (TableRow row : rows) {
      read(row).ifPresent(numbers::add);
    }
    return numbers;
  }

  private Optional<LastNumber> read(TableRow row) {
    row.require(Column.REGISTER, Column.YEAR, Column.LAST_NUMBER);
    Optional<String> register = row.line(Column.REGISTER, MAX_CODE).flatMap(r -> known(row, r));
    Optional<Long> year = row.whole(Column.YEAR, FIRST_YEAR, context.today().getYear());
    Optional<Long> number = row.whole(Column.LAST_NUMBER, 0, MAX_NUMBER);
    if (register.isPresent() && year.isPresent()) {
      RegisterKey key =
          new RegisterKey(
              context.organisation().agency().code(), register.get(), year.get().intValue());
      String before = seen.putIfAbsent(key, row.reference(Column.REGISTER));
      if (before != null) {
        row.fail(Column.REGISTER, "register-twice", before);
      }
      Long given = context.lastGiven().get(key);
      if (given != null && number.isPresent() && number.get() < given) {
        row.fail(Column.LAST_NUMBER, "last-number-too-low", given);
      }
      if (row.sound()) {
        return number.map(n -> new LastNumber(row.number(), key, n));
      }
    }
    return Optional.empty();
  }

  private Optional<String> known(TableRow row, String written) {
    Optional<String> code =
        context.registers().stream()
            .filter(r -> Fold.fold(r).equals(Fold.fold(written)))
            .findFirst();
    if (code.isEmpty()) {
      row.fail(
          Column.REGISTER,
          "register-unknown",
          String.join(", ", context.registers().stream().sorted().toList()));
    }
    return code;
  }
}
