package vn.ttdn.core.golive;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.ttdn.core.text.Messages;

/**
 * What a spreadsheet says: the whole answer of a dry run.
 *
 * @param dossiers the rows without an error; to be taken in only if no row has one
 * @param lastNumbers likewise
 * @param errors the first of them, by sheet and row
 * @param moreErrors how many there are beyond those
 */
public record ImportResult(
    List<ImportedDossier> dossiers,
    List<LastNumber> lastNumbers,
    List<CellError> errors,
    int moreErrors) {
  /** The most errors that are listed: nobody mends more at a time. */
  public static final int MAX_ERRORS = 500;

  public ImportResult {
    dossiers = List.copyOf(dossiers);
    lastNumbers = List.copyOf(lastNumbers);
    errors = List.copyOf(errors);
  }

  /** Whether the file may be taken in: all of it or nothing. */
  public boolean clean() {
    return errors.isEmpty();
  }

  /** "… and 12 more errors"; empty if all are listed. */
  public Optional<String> more(Locale locale) {
    return moreErrors == 0
        ? Optional.empty()
        : Optional.of(Messages.in(locale).text("import.more", String.valueOf(moreErrors)));
  }
}
