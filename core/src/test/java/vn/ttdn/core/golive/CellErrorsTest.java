package vn.ttdn.core.golive;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.golive.Going.book;
import static vn.ttdn.core.golive.Going.dossier;
import static vn.ttdn.core.golive.Going.number;
import static vn.ttdn.core.golive.Going.read;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ttdn.core.text.Messages;

/** Every kind of error, with the cell that it names and its words in both languages. */
class CellErrorsTest {
  static Stream<ErrorCase> cases() {
    return Stream.of(SheetErrors.cases(), RowErrors.cases()).flatMap(c -> c);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void namesTheCell(ErrorCase expected) {
    ImportResult result = read(expected.book());
    assertThat(result.errors()).as(codes(result)).hasSize(1);
    CellError error = result.errors().get(0);
    assertThat(error.sheet()).isEqualTo(expected.sheet());
    assertThat(error.cell()).isEqualTo(expected.cell());
    assertThat(error.code()).isEqualTo(expected.code());
    assertThat(error.value()).isEqualTo(expected.value());
    assertThat(error.text(Messages.VIETNAMESE)).isEqualTo(expected.vi());
    assertThat(error.text(Messages.ENGLISH)).isEqualTo(expected.en());
    assertThat(result.clean()).isFalse();
  }

  @Test
  void tooManyRowsAreToldAtTheFirstThatIsLeft() {
    Object[][] rows = new Object[5002][];
    Arrays.setAll(rows, r -> new Object[] {"DEN", 2026, 1});
    rows[0] = new Object[] {"Sổ", "Năm", "Số cuối cùng đã cấp"};
    ImportResult result =
        read(
            new Book()
                .sheet("Hồ sơ", Going.rows(ImportSheet.DOSSIERS, List.of()))
                .sheet("Số cuối", rows));
    CellError error = result.errors().get(0);
    assertThat(error.code()).isEqualTo("rows-too-many");
    assertThat(error.cell()).isEqualTo("A5002");
    assertThat(error.text(Messages.VIETNAMESE))
        .isEqualTo("Trang tính có hơn 5000 dòng. Chia thành nhiều tệp.");
    assertThat(error.text(Messages.ENGLISH))
        .isEqualTo("The sheet has more than 5000 rows. Split the file.");
    assertThat(result.errors()).hasSize(ImportResult.MAX_ERRORS);
    assertThat(result.moreErrors()).isEqualTo(4500);
    assertThat(result.more(Messages.VIETNAMESE)).contains("… và 4500 lỗi khác.");
    assertThat(result.more(Messages.ENGLISH)).contains("… and 4500 more errors.");
  }

  @Test
  void allErrorsOfAFileAreTold() {
    Map<Column, Object> bad =
        dossier(
            r -> {
              r.put(Column.SUBJECT, null);
              r.put(Column.PLAN_YEAR, "x");
              r.put(Column.UNIT, "y");
              r.put(Column.DRAFTER, "z");
              r.put(Column.ROUND, 9);
              r.put(Column.DUE, "d");
              r.put(Column.URGENCY, "u");
              r.put(Column.LETTER_1, "l");
              r.put(Column.LETTER_1_DATE, "m");
              r.put(Column.NOTE, SheetErrors.ERROR);
            });
    ImportResult result =
        read(book(List.of(dossier(), bad), List.of(number(r -> r.put(Column.YEAR, "n")))));
    assertThat(result.errors())
        .extracting(e -> e.sheet() + "!" + e.cell())
        .containsExactlyInAnyOrder(
            "Hồ sơ!A3",
            "Hồ sơ!B3",
            "Hồ sơ!C3",
            "Hồ sơ!D3",
            "Hồ sơ!E3",
            "Hồ sơ!G3",
            "Hồ sơ!H3",
            "Hồ sơ!I3",
            "Hồ sơ!J3",
            "Hồ sơ!K3",
            "Hồ sơ!M3",
            "Số cuối!B2");
    assertThat(result.dossiers()).as("the sound row").hasSize(1);
  }

  @Test
  void everyErrorInTheBundlesIsProvokedHere() {
    TreeSet<String> told = new TreeSet<>();
    cases().forEach(c -> told.add(c.code()));
    told.add("rows-too-many");
    String prefix = "import.error.";
    assertThat(Messages.in(Messages.ENGLISH).keys())
        .filteredOn(k -> k.startsWith(prefix))
        .allSatisfy(k -> assertThat(told).contains(k.substring(prefix.length())));
  }

  private static String codes(ImportResult result) {
    return result.errors().stream()
        .map(e -> e.cell() + " " + e.code() + " " + e.value())
        .collect(Collectors.joining("; "));
  }
}
