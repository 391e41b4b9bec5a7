package vn.ttdn.core.golive;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.register.RegisterKey;

/**
 * Reads running dossiers and last numbers from a workbook (XLSX), as {@link ImportTemplate} lays it
 * out, and checks them. Nothing is changed: the result is the dry run, and what is taken in later.
 */
public final class ImportFile {
  private ImportFile() {}

  /**
   * Reads and checks a workbook; the caller closes the stream.
   *
   * @throws Refusal if the file as a whole cannot be read: {@code import-empty}, {@code
   *     import-too-large}, {@code import-not-xlsx}, {@code import-encrypted}, {@code
   *     import-macros}, {@code import-bomb}, {@code import-unsafe}, {@code import-too-many-rows},
   *     {@code import-corrupt} or {@code upload-broken}
   */
  public static ImportResult read(InputStream in, ImportContext context) {
    XlsxFile file = XlsxFile.open(in);
    ErrorList numberErrors = new ErrorList();
    List<LastNumber> numbers =
        new NumberRows(context).read(Table.rows(file, ImportSheet.NUMBERS, numberErrors));
    Optional<Map<RegisterKey, Long>> lastNumbers =
        numberErrors.isEmpty()
            ? Optional.of(
                numbers.stream().collect(Collectors.toMap(LastNumber::key, LastNumber::number)))
            : Optional.empty();
    ErrorList dossierErrors = new ErrorList();
    List<ImportedDossier> dossiers =
        new DossierRows(context, new EarlierLetters(context, lastNumbers))
            .read(Table.rows(file, ImportSheet.DOSSIERS, dossierErrors));
    List<CellError> errors = new ArrayList<>(dossierErrors.kept());
    errors.addAll(numberErrors.kept());
    List<CellError> first = errors.subList(0, Math.min(errors.size(), ImportResult.MAX_ERRORS));
    int more = dossierErrors.count() + numberErrors.count() - first.size();
    return new ImportResult(dossiers, numbers, first, more);
  }
}
