package vn.ttdn.core.golive;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.golive.Going.CV_2026;
import static vn.ttdn.core.golive.Going.book;
import static vn.ttdn.core.golive.Going.dossier;
import static vn.ttdn.core.golive.Going.number;
import static vn.ttdn.core.golive.Going.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.golive.ImportedDossier.EarlierLetter;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.Handling;
import vn.ttdn.core.plan.NewDossier;
import vn.ttdn.core.plan.Urgency;
import vn.ttdn.core.text.Messages;

class ImportFileTest {
  private static final Set<Column> NEEDED =
      Set.of(Column.SUBJECT, Column.PLAN_YEAR, Column.UNIT, Column.DRAFTER, Column.ROUND);
  private static final LocalDate SEPTEMBER_5 = LocalDate.of(2026, 9, 5);

  @Test
  void readsADossierAndALastNumber() {
    ImportResult result = read(book(List.of(dossier()), List.of(number())));
    assertThat(result.errors()).isEmpty();
    assertThat(result.clean()).isTrue();
    assertThat(result.more(Messages.VIETNAMESE)).isEmpty();
    assertThat(result.dossiers())
        .containsExactly(
            new ImportedDossier(
                2,
                new NewDossier(
                    "Đề nghị đề xuất nội dung Kế hoạch năm 2027",
                    2027,
                    "PTTDN",
                    List.of(
                        Addressee.ofUnit("NVDP", "Phòng Nghiệp vụ - Điều phối"),
                        Addressee.outside("Vụ Hợp tác quốc tế", Optional.empty()),
                        Addressee.outside("Báo Nhân Dân", Optional.empty())),
                    new Handling(
                        Urgency.VERY_URGENT,
                        "",
                        Optional.of(LocalDate.of(2026, 12, 15)),
                        Optional.empty())),
                "lan",
                3,
                List.of(
                    new EarlierLetter(1, "78/TTĐN-PTTĐN", SEPTEMBER_5),
                    new EarlierLetter(2, "112/TTĐN-PTTĐN", LocalDate.of(2026, 10, 20))),
                "Đã nhận góp ý của 3 đơn vị"));
    assertThat(result.lastNumbers()).containsExactly(new LastNumber(2, CV_2026, 120));
  }

  @Test
  void optionalCellsMayBeBlank() {
    ImportResult result =
        read(
            book(
                List.of(
                    dossier(
                        r -> {
                          r.keySet().retainAll(NEEDED);
                          r.put(Column.ROUND, 1);
                        })),
                List.of()));
    assertThat(result.errors()).isEmpty();
    ImportedDossier dossier = result.dossiers().get(0);
    assertThat(dossier.round()).isEqualTo(1);
    assertThat(dossier.contents().addressees()).isEmpty();
    assertThat(dossier.contents().handling().dueOn()).isEmpty();
    assertThat(dossier.contents().handling().urgency()).isEqualTo(Urgency.NORMAL);
    assertThat(dossier.letters()).isEmpty();
    assertThat(dossier.note()).isEmpty();
  }

  @Test
  void headersAreFoundInAnyOrderLanguageAndWithoutDiacritics() {
    Object[][] dossiers = Going.rows(ImportSheet.DOSSIERS, List.of(dossier()));
    for (Object[] row : dossiers) {
      Object first = row[0];
      row[0] = row[12];
      row[12] = first;
    }
    dossiers[0][0] = "GHI CHU ";
    dossiers[0][12] = "trich  yeu";
    dossiers[0][3] = "Drafter";
    ImportResult result =
        read(
            new Book()
                .sheet("Khác", new Object[] {"không đọc"})
                .sheet("so cuoi", Going.rows(ImportSheet.NUMBERS, List.of(number())))
                .sheet("DOSSIERS", dossiers));
    assertThat(result.errors()).isEmpty();
    assertThat(result.dossiers().get(0).contents().subject()).startsWith("Đề nghị đề xuất");
    assertThat(result.dossiers().get(0).note()).startsWith("Đã nhận");
    assertThat(result.lastNumbers()).hasSize(1);
  }

  @Test
  void blankRowsArePassedOver() {
    Object[] blank = {null, " ", "\u00a0", ""};
    Object[][] rows = Going.rows(ImportSheet.DOSSIERS, List.of(dossier()));
    ImportResult result =
        read(
            new Book()
                .sheet("Hồ sơ", blank, rows[0], blank, blank, rows[1], blank)
                .sheet("Số cuối", Going.rows(ImportSheet.NUMBERS, List.of(number()))));
    assertThat(result.errors()).isEmpty();
    assertThat(result.dossiers()).extracting(ImportedDossier::row).containsExactly(5);
  }

  @Test
  void numbersMayBeTextAndTextMayBeNumbers() {
    Map<Column, Object> row =
        dossier(
            r -> {
              r.put(Column.PLAN_YEAR, " 2027");
              r.put(Column.ROUND, new Book.Raw("<c r=\"@\"><v>3.0</v></c>"));
              r.put(Column.NOTE, 12.5);
            });
    ImportResult result =
        read(book(List.of(row), List.of(number(r -> r.put(Column.LAST_NUMBER, "0120")))));
    assertThat(result.errors()).isEmpty();
    assertThat(result.dossiers().get(0).contents().planYear()).isEqualTo(2027);
    assertThat(result.dossiers().get(0).note()).isEqualTo("12.5");
    assertThat(result.lastNumbers().get(0).number()).isEqualTo(120);
  }

  @Test
  void ofAFormulaTheLastValueIsTaken() {
    Map<Column, Object> row =
        dossier(
            r -> {
              r.put(Column.PLAN_YEAR, new Book.Raw("<c r=\"@\"><f>2026+1</f><v>2027</v></c>"));
              r.put(
                  Column.UNIT,
                  new Book.Raw("<c r=\"@\" t=\"str\"><f>UPPER(\"nvdp\")</f><v>PTTDN</v></c>"));
              r.put(
                  Column.LETTER_1_DATE,
                  new Book.Raw("<c r=\"@\" s=\"1\"><f>TODAY()</f><v>46270.75</v></c>"));
              r.put(
                  Column.DUE,
                  new Book.Raw("<c r=\"@\" t=\"str\"><f>IF(A1=1,1,\"\")</f><v></v></c>"));
            });
    ImportResult result = read(book(List.of(row), List.of(number())));
    assertThat(result.errors()).isEmpty();
    ImportedDossier dossier = result.dossiers().get(0);
    assertThat(dossier.contents().planYear()).isEqualTo(2027);
    assertThat(dossier.contents().unit()).isEqualTo("PTTDN");
    assertThat(dossier.letters().get(0).issuedOn()).isEqualTo(SEPTEMBER_5);
    assertThat(dossier.contents().handling().dueOn()).isEmpty();
  }

  @Test
  void daysAreReadInBuiltInFormatsAndAsTyped() {
    assertThat(letterDay(new Book.Raw("<c r=\"@\" s=\"3\"><v>46270</v></c>")))
        .isEqualTo(SEPTEMBER_5);
    assertThat(letterDay(new Book.Raw("<c r=\"@\" s=\"4\"><v>46270</v></c>")))
        .isEqualTo(SEPTEMBER_5);
    assertThat(letterDay("5/9/2026")).isEqualTo(SEPTEMBER_5);
    assertThat(letterDay("05/09/2026")).isEqualTo(SEPTEMBER_5);
  }

  @Test
  void theDateSystemOfOldMacsIsKnown() {
    Map<Column, Object> row =
        dossier(
            r -> {
              r.put(Column.LETTER_1_DATE, new Book.Raw("<c r=\"@\" s=\"1\"><v>44808</v></c>"));
              r.put(Column.DUE, "15/12/2026");
            });
    for (String value : List.of("1", "true")) {
      ImportResult result = read(book(List.of(row), List.of(number())).from1904(value));
      assertThat(result.errors()).isEmpty();
      assertThat(result.dossiers().get(0).letters().get(0).issuedOn()).isEqualTo(SEPTEMBER_5);
    }
  }

  @Test
  void aFileWithoutStylesIsRead() {
    Map<Column, Object> row =
        dossier(
            r -> {
              r.put(Column.LETTER_1_DATE, "05/09/2026");
              r.put(Column.DUE, "15/12/2026");
            });
    assertThat(read(book(List.of(row), List.of(number())).withoutStyles()).errors()).isEmpty();
  }

  @Test
  void unitsAreFoundByCodeAndByNameInBothLanguages() {
    for (String unit :
        List.of("pttdn", "phong truyen thong doi ngoai", "External Division", "PTTĐN")) {
      ImportResult result =
          read(book(List.of(dossier(r -> r.put(Column.UNIT, unit))), List.of(number())));
      assertThat(result.errors()).as(unit).isEmpty();
      assertThat(result.dossiers().get(0).contents().unit()).isEqualTo("PTTDN");
    }
  }

  @Test
  void lettersOfOtherBodiesAndYearsDoNotCount() {
    Map<Column, Object> row =
        dossier(
            r -> {
              r.put(Column.LETTER_1, "900/TTĐN-PTTĐN");
              r.put(Column.LETTER_1_DATE, "05/09/2025");
              r.put(Column.LETTER_2, "900/BTTTT-TTĐN");
            });
    assertThat(read(book(List.of(row), List.of(number()))).errors()).isEmpty();
  }

  @Test
  void theLastNumberGivenHereIsEnough() {
    Map<Column, Object> row =
        dossier(
            r -> {
              r.put(Column.LETTER_1, "39/TTĐN-PTTĐN");
              r.put(Column.LETTER_2, "40/TTĐN-PTTĐN");
            });
    assertThat(read(book(List.of(row), List.of())).errors()).isEmpty();
  }

  @Test
  void lateDossiersAndUntouchedRegistersAreTaken() {
    Map<Column, Object> late = dossier(r -> r.put(Column.DUE, "01/11/2026"));
    Map<Column, Object> untouched =
        number(
            r -> {
              r.put(Column.REGISTER, "den");
              r.put(Column.LAST_NUMBER, 0);
            });
    ImportResult result = read(book(List.of(late), List.of(number(), untouched)));
    assertThat(result.errors()).isEmpty();
    assertThat(result.lastNumbers().get(1).key().register()).isEqualTo("DEN");
    assertThat(result.lastNumbers().get(1).number()).isZero();
  }

  @Test
  void readsWhatAnotherProgramWrites() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      for (ImportSheet sheet : ImportSheet.values()) {
        Worksheet worksheet = workbook.newWorksheet(sheet.label(Messages.VIETNAMESE));
        Map<Column, Object> row = sheet == ImportSheet.DOSSIERS ? dossier() : number();
        List<Column> columns = sheet.columns();
        for (int c = 0; c < columns.size(); c++) {
          worksheet.value(0, c, columns.get(c).label(Messages.VIETNAMESE));
          Object value = row.get(columns.get(c));
          if (value instanceof LocalDate day) {
            worksheet.value(1, c, day);
            worksheet.style(1, c).format("dd/MM/yyyy").set();
          } else if (value instanceof Number number) {
            worksheet.value(1, c, number);
          } else {
            worksheet.value(1, c, (String) value);
          }
        }
      }
    }
    ImportResult result = read(out.toByteArray());
    assertThat(result.errors()).isEmpty();
    assertThat(result.dossiers())
        .isEqualTo(read(book(List.of(dossier()), List.of(number()))).dossiers());
  }

  private static LocalDate letterDay(Object cell) {
    ImportResult result =
        read(book(List.of(dossier(r -> r.put(Column.LETTER_1_DATE, cell))), List.of(number())));
    assertThat(result.errors()).isEmpty();
    return result.dossiers().get(0).letters().get(0).issuedOn();
  }
}
