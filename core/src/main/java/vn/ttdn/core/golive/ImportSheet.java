package vn.ttdn.core.golive;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.ttdn.core.text.Fold;
import vn.ttdn.core.text.Messages;

/** The sheets that are read; others are left alone. */
enum ImportSheet {
  /** Hồ sơ: one running dossier a row. */
  DOSSIERS,
  /** Số cuối: one series of numbers a row. */
  NUMBERS;

  List<Column> columns() {
    return Arrays.stream(Column.values()).filter(c -> c.sheet() == this).toList();
  }

  String label(Locale locale) {
    return Messages.in(locale).text("import.sheet." + name());
  }

  boolean isNamed(String name) {
    String folded = Fold.fold(name);
    return folded.equals(Fold.fold(label(Messages.VIETNAMESE)))
        || folded.equals(Fold.fold(label(Messages.ENGLISH)));
  }
}
