package vn.ttdn.core.golive;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ttdn.core.golive.ImportedDossier.EarlierLetter;
import vn.ttdn.core.register.RegisterConfig;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.text.Dates;
import vn.ttdn.core.text.Fold;

/** Checks the letters of the rounds already passed. */
final class EarlierLetters {
  private static final int MAX_SYMBOL = 50;
  private static final DateTimeFormatter DAY = Dates.DAY;

  /** Number and symbol of a công văn: {@code 78/TTĐN-PTTĐN} (NĐ 30/2020/NĐ-CP, Phụ lục III). */
  private static final Pattern SYMBOL = Pattern.compile("([0-9]{1,7}) ?/ ?(\\S.*)");

  private static final List<Column> NUMBERS = List.of(Column.LETTER_1, Column.LETTER_2);
  private static final List<Column> DATES = List.of(Column.LETTER_1_DATE, Column.LETTER_2_DATE);

  private final ImportContext context;
  private final Optional<Map<RegisterKey, Long>> lastNumbers;
  private final Map<String, String> seen = new HashMap<>();

  /**
   * @param lastNumbers what the sheet "Số cuối" says; empty if it has errors, which then come first
   */
  EarlierLetters(ImportContext context, Optional<Map<RegisterKey, Long>> lastNumbers) {
    this.context = context;
    this.lastNumbers = lastNumbers;
  }

  /** The letters of the rounds before {@code round}, which is empty if it could not be read. */
  List<EarlierLetter> read(TableRow row, Optional<Integer> round) {
    List<EarlierLetter> letters = new ArrayList<>();
    for (int i = 0; i < NUMBERS.size(); i++) {
      int passed = i + 1;
      Column number = NUMBERS.get(i);
      Column date = DATES.get(i);
      if (round.isPresent() && round.get() > passed) {
        required(row, number, passed);
        required(row, date, passed);
      } else if (round.isPresent()) {
        tooEarly(row, number, passed);
        tooEarly(row, date, passed);
        continue;
      }
      Optional<String> symbol =
          row.line(number, MAX_SYMBOL).filter(s -> wellFormed(row, number, s));
      Optional<LocalDate> day = row.day(date).filter(d -> past(row, date, d, letters));
      if (symbol.isPresent() && day.isPresent()) {
        EarlierLetter letter = new EarlierLetter(passed, symbol.get(), day.get());
        unique(row, number, letter);
        counted(row, number, letter);
        letters.add(letter);
      }
    }
    return letters;
  }

  private static void required(TableRow row, Column column, int round) {
    if (!row.filled(column)) {
      row.fail(column, "letter-missing", round);
    }
  }

  private static void tooEarly(TableRow row, Column column, int round) {
    if (row.filled(column)) {
      row.fail(column, "letter-too-early", round);
    }
  }

  private static boolean wellFormed(TableRow row, Column column, String symbol) {
    boolean wellFormed = SYMBOL.matcher(symbol).matches();
    if (!wellFormed) {
      row.fail(column, "letter-number-invalid");
    }
    return wellFormed;
  }

  private boolean past(TableRow row, Column column, LocalDate day, List<EarlierLetter> before) {
    if (day.isAfter(context.today())) {
      row.fail(column, "letter-in-future", context.today().format(DAY));
      return false;
    }
    if (!before.isEmpty() && day.isBefore(before.get(0).issuedOn())) {
      row.fail(column, "letters-out-of-order", before.get(0).issuedOn().format(DAY));
      return false;
    }
    return true;
  }

  private void unique(TableRow row, Column column, EarlierLetter letter) {
    String key = Fold.fold(letter.symbol()) + " " + letter.issuedOn().getYear();
    String before = seen.putIfAbsent(key, row.reference(column));
    if (before != null) {
      row.fail(column, "letter-twice", before);
    }
  }

  /**
   * A letter of this agency, of this year, has a number that the register must not give again: the
   * last number has to be at least as high. Of past years no number is given any more.
   */
  private void counted(TableRow row, Column column, EarlierLetter letter) {
    RegisterConfig config = context.organisation().registerOf(DocumentKind.OFFICIAL_LETTER);
    Matcher m = SYMBOL.matcher(letter.symbol());
    int year = letter.issuedOn().getYear();
    if (lastNumbers.isEmpty()
        || year != context.today().getYear()
        || !m.matches()
        || !Fold.fold(m.group(2)).startsWith(Fold.fold(config.issuerSymbol()) + "-")) {
      return;
    }
    RegisterKey key = new RegisterKey(context.organisation().agency().code(), config.code(), year);
    long last =
        Math.max(
            config.firstNumber(year) - 1,
            Math.max(
                lastNumbers.get().getOrDefault(key, 0L),
                context.lastGiven().getOrDefault(key, 0L)));
    if (Long.parseLong(m.group(1)) > last) {
      row.fail(column, "letter-above-last-number", config.code(), year, last);
    }
  }
}
