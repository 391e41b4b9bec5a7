package vn.ttdn.core.golive;

import java.util.Locale;
import vn.ttdn.core.text.Fold;
import vn.ttdn.core.text.Messages;

/** The columns of the sheets, in the template's order. */
enum Column {
  SUBJECT(ImportSheet.DOSSIERS, Kind.TEXT),
  PLAN_YEAR(ImportSheet.DOSSIERS, Kind.NUMBER),
  UNIT(ImportSheet.DOSSIERS, Kind.TEXT),
  DRAFTER(ImportSheet.DOSSIERS, Kind.TEXT),
  ROUND(ImportSheet.DOSSIERS, Kind.NUMBER),
  ADDRESSEES(ImportSheet.DOSSIERS, Kind.TEXT),
  DUE(ImportSheet.DOSSIERS, Kind.DATE),
  URGENCY(ImportSheet.DOSSIERS, Kind.TEXT),
  LETTER_1(ImportSheet.DOSSIERS, Kind.TEXT),
  LETTER_1_DATE(ImportSheet.DOSSIERS, Kind.DATE),
  LETTER_2(ImportSheet.DOSSIERS, Kind.TEXT),
  LETTER_2_DATE(ImportSheet.DOSSIERS, Kind.DATE),
  NOTE(ImportSheet.DOSSIERS, Kind.TEXT),
  REGISTER(ImportSheet.NUMBERS, Kind.TEXT),
  YEAR(ImportSheet.NUMBERS, Kind.NUMBER),
  LAST_NUMBER(ImportSheet.NUMBERS, Kind.NUMBER);

  /** What a column's cells are. */
  enum Kind {
    TEXT,
    NUMBER,
    DATE
  }

  private final ImportSheet sheet;
  private final Kind kind;

  Column(ImportSheet sheet, Kind kind) {
    this.sheet = sheet;
    this.kind = kind;
  }

  ImportSheet sheet() {
    return sheet;
  }

  Kind kind() {
    return kind;
  }

  /** The header. */
  String label(Locale locale) {
    return Messages.in(locale).text("import.column." + name());
  }

  /** What is to be filled in. */
  String help(Locale locale) {
    return Messages.in(locale).text("import.help." + name());
  }

  /** Whether a header, in either language, with or without diacritics, means this column. */
  boolean isNamed(String header) {
    String folded = Fold.fold(header);
    return folded.equals(Fold.fold(label(Messages.VIETNAMESE)))
        || folded.equals(Fold.fold(label(Messages.ENGLISH)));
  }
}
