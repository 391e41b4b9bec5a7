package vn.ttdn.core.golive;

import static vn.ttdn.core.golive.ErrorCase.ofDossier;
import static vn.ttdn.core.golive.Going.dossier;
import static vn.ttdn.core.golive.Going.number;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What may be wrong with sheets, headers and single cells, whatever they mean. */
final class SheetErrors {
  private static final Object SPELT_WRONG = new Book.Raw("<c r=\"@\"><v>12abc</v></c>");
  static final Object ERROR = new Book.Raw("<c r=\"@\" t=\"e\"><v>#N/A</v></c>");
  private static final Object FORMULA_ERROR =
      new Book.Raw("<c r=\"@\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>");
  private static final Object NOT_CALCULATED = new Book.Raw("<c r=\"@\"><f>2026+1</f></c>");
  private static final Object EMPTY_RESULT = new Book.Raw("<c r=\"@\"><f>B9</f><v></v></c>");
  private static final Object TRUTH = new Book.Raw("<c r=\"@\" t=\"b\"><v>1</v></c>");

  private SheetErrors() {}

  static Stream<ErrorCase> cases() {
    return Stream.concat(structure(), cells());
  }

  private static Stream<ErrorCase> structure() {
    Object[][] dossiers = Going.rows(ImportSheet.DOSSIERS, List.of(dossier()));
    Object[][] numbers = Going.rows(ImportSheet.NUMBERS, List.of(number()));
    return Stream.of(
        new ErrorCase(
            new Book().sheet("Hồ sơ", dossiers),
            "Số cuối",
            "",
            "sheet-missing",
            "",
            "Không có trang tính “Số cuối”. Thêm trang tính này, hoặc dùng tệp mẫu.",
            "There is no sheet “Last numbers”. Add it, or start from the template."),
        new ErrorCase(
            new Book().sheet("Hồ sơ", dossiers).sheet("Ho so", dossiers).sheet("Số cuối", numbers),
            "Hồ sơ",
            "",
            "sheet-twice",
            "",
            "Có nhiều trang tính cùng tên “Hồ sơ”. Chỉ giữ lại một.",
            "More than one sheet is named “Dossiers”. Keep one of them."),
        new ErrorCase(
            new Book().sheet("Hồ sơ", dossiers).sheet("Số cuối", new Object[] {" "}),
            "Số cuối",
            "",
            "header-missing",
            "",
            "Trang tính trống. Dòng đầu phải là tiêu đề: Sổ, Năm, Số cuối cùng đã cấp.",
            "The sheet is empty. The first row has to be the header: Register, Year, Last number given."),
        new ErrorCase(
            new Book()
                .sheet("Hồ sơ", dossiers)
                .sheet("Số cuối", new Object[] {"Sổ", "Năm"}, new Object[] {"XX", 1}),
            "Số cuối",
            "A1",
            "column-missing",
            "",
            "Thiếu cột “Số cuối cùng đã cấp”. Thêm cột này vào dòng tiêu đề.",
            "The column “Last number given” is missing. Add it to the header."),
        new ErrorCase(
            new Book()
                .sheet("Hồ sơ", dossiers)
                .sheet("Số cuối", new Object[] {"Sổ", "Năm", "Số cuối cùng đã cấp", "Người ghi"}),
            "Số cuối",
            "D1",
            "column-unknown",
            "Người ghi",
            "Không có cột “Người ghi”. Bỏ cột này, hoặc dùng một trong các cột: Sổ, Năm, Số cuối cùng đã cấp.",
            "There is no column “Người ghi”. Remove it, or use one of: Register, Year, Last number given."),
        new ErrorCase(
            new Book()
                .sheet("Hồ sơ", dossiers)
                .sheet("Số cuối", new Object[] {"Sổ", "Năm", "Số cuối cùng đã cấp", "NAM"}),
            "Số cuối",
            "D1",
            "column-twice",
            "NAM",
            "Cột “NAM” có hai lần trong dòng tiêu đề. Bỏ bớt một cột.",
            "The column “NAM” stands in the header twice. Remove one of them."),
        new ErrorCase(
            new Book()
                .sheet("Hồ sơ", dossiers)
                .sheet(
                    "Số cuối",
                    new Object[] {"Sổ", "Năm", "Số cuối cùng đã cấp"},
                    new Object[] {"CV", 2026, 120, null, "xem lại"},
                    new Object[] {null, null, null, null, "xem lại nữa"}),
            "Số cuối",
            "E2",
            "outside",
            "xem lại",
            "“xem lại” nằm dưới cột không có tiêu đề. Xóa đi, hoặc chuyển vào một cột của bảng.",
            "“xem lại” stands below no header. Remove it, or move it into a column of the table."),
        new ErrorCase(
            new Book()
                .sheetAnd(
                    "Hồ sơ",
                    "<mergeCells><mergeCell ref=\"B2\"/><mergeCell ref=\"C2:C3\"/></mergeCells>",
                    dossiers)
                .sheet("Số cuối", numbers),
            "Hồ sơ",
            "C2",
            "merged",
            "C2:C3",
            "Các ô C2:C3 bị trộn. Bỏ trộn ô và điền từng ô.",
            "The cells C2:C3 are merged. Unmerge them and fill in each cell."));
  }

  private static Stream<ErrorCase> cells() {
    return Stream.of(
        ofDossier(
            Column.SUBJECT,
            null,
            "A2",
            "missing",
            "",
            "Thiếu “Trích yếu”. Điền vào ô này.",
            "“Subject” is missing. Fill it in."),
        ofDossier(
            Column.NOTE,
            ERROR,
            "M2",
            "error-in-cell",
            "#N/A",
            "Ô báo lỗi #N/A. Nhập trực tiếp giá trị.",
            "The cell shows the error #N/A. Enter the value itself."),
        ofDossier(
            Column.PLAN_YEAR,
            FORMULA_ERROR,
            "B2",
            "error-in-cell",
            "#DIV/0!",
            "Ô báo lỗi #DIV/0!. Nhập trực tiếp giá trị.",
            "The cell shows the error #DIV/0!. Enter the value itself."),
        ofDossier(
            Column.DUE,
            SPELT_WRONG,
            "G2",
            "error-in-cell",
            "12abc",
            "Ô báo lỗi 12abc. Nhập trực tiếp giá trị.",
            "The cell shows the error 12abc. Enter the value itself."),
        ofDossier(
            Column.PLAN_YEAR,
            NOT_CALCULATED,
            "B2",
            "not-calculated",
            "2026+1",
            "Công thức trong ô chưa từng được tính. Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại, hoặc nhập trực tiếp giá trị.",
            "The formula in this cell was never calculated. Open the file in Excel or LibreOffice and save it, or enter the value itself."),
        ofDossier(
            Column.DUE,
            EMPTY_RESULT,
            "G2",
            "not-calculated",
            "B9",
            "Công thức trong ô chưa từng được tính. Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại, hoặc nhập trực tiếp giá trị.",
            "The formula in this cell was never calculated. Open the file in Excel or LibreOffice and save it, or enter the value itself."),
        ofDossier(
            Column.NOTE,
            TRUTH,
            "M2",
            "true-or-false",
            "TRUE",
            "Ô chứa giá trị TRUE. Nhập chữ, số hoặc ngày đúng với tiêu đề cột.",
            "The cell holds TRUE. Enter text, a number or a date as the header says."),
        ofDossier(
            Column.LETTER_1,
            LocalDate.of(2026, 5, 1),
            "I2",
            "day-instead-of-text",
            "46143",
            "Ô chứa ngày trong khi cột này cần chữ. Định dạng ô là văn bản rồi nhập lại.",
            "The cell holds a date where text is asked for. Format it as text and enter it again."),
        ofDossier(
            Column.NOTE,
            "x".repeat(2001),
            "M2",
            "too-long",
            "x".repeat(59) + "…",
            "Nội dung dài hơn 2000 ký tự. Rút ngắn lại.",
            "The text has more than 2000 characters. Shorten it."),
        ofDossier(
            Column.DRAFTER,
            "lan\nminh",
            "D2",
            "not-one-line",
            "lan minh",
            "Nội dung có dấu xuống dòng hoặc ký tự điều khiển. Nhập trên một dòng.",
            "The text has line breaks or control characters. Enter it on one line."),
        ofDossier(
            Column.DUE,
            "31/02/2027",
            "G2",
            "not-a-day",
            "31/02/2027",
            "“31/02/2027” không phải ngày. Nhập kiểu ngày, hoặc chữ dạng dd/mm/yyyy.",
            "“31/02/2027” is not a date. Enter a date, or text as dd/mm/yyyy."),
        ofDossier(
            Column.DUE,
            46270,
            "G2",
            "not-a-day",
            "46270",
            "“46270” không phải ngày. Nhập kiểu ngày, hoặc chữ dạng dd/mm/yyyy.",
            "“46270” is not a date. Enter a date, or text as dd/mm/yyyy."),
        ofDossier(
            Column.DUE,
            new Book.Raw("<c r=\"@\" s=\"2\"><v>46370</v></c>"),
            "G2",
            "not-a-day",
            "46370",
            "“46370” không phải ngày. Nhập kiểu ngày, hoặc chữ dạng dd/mm/yyyy.",
            "“46370” is not a date. Enter a date, or text as dd/mm/yyyy."),
        outOfRange(new Book.Raw("<c r=\"@\" s=\"1\"><v>1</v></c>"), "1"),
        outOfRange(new Book.Raw("<c r=\"@\" s=\"1\"><v>1E10</v></c>"), "10000000000"),
        outOfRange(new Book.Raw("<c r=\"@\" s=\"1\"><v>-5</v></c>"), "-5"),
        outOfRange(LocalDate.of(1999, 12, 31), "36525"),
        outOfRange(LocalDate.of(2101, 1, 1), "73416"),
        outOfRange("01/01/1900", "01/01/1900"),
        outOfRange("31/12/2101", "31/12/2101"));
  }

  private static ErrorCase outOfRange(Object value, String shown) {
    return ofDossier(
        Column.DUE,
        value,
        "G2",
        "day-out-of-range",
        shown,
        "Ngày không thuộc các năm từ 2000 đến 2100. Nhập lại.",
        "The date is not in the years 2000 to 2100. Enter it again.");
  }
}
