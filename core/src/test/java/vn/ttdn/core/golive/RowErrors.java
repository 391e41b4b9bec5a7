package vn.ttdn.core.golive;

import static vn.ttdn.core.golive.ErrorCase.ofDossier;
import static vn.ttdn.core.golive.ErrorCase.ofNumber;
import static vn.ttdn.core.golive.ErrorCase.refused;
import static vn.ttdn.core.golive.Going.book;
import static vn.ttdn.core.golive.Going.dossier;
import static vn.ttdn.core.golive.Going.number;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.ttdn.core.text.Messages;

/** What may be wrong with a dossier or a last number. */
final class RowErrors {
  private RowErrors() {}

  static Stream<ErrorCase> cases() {
    return Stream.of(dossiers(), letters(), numbers()).flatMap(c -> c);
  }

  private static Stream<ErrorCase> dossiers() {
    return Stream.of(
        ofDossier(
            Column.SUBJECT,
            "x".repeat(501),
            "A2",
            "subject-too-long",
            "x".repeat(59) + "…",
            refused(Messages.VIETNAMESE, "subject-too-long", 500),
            refused(Messages.ENGLISH, "subject-too-long", 500)),
        ofDossier(
            Column.SUBJECT,
            "Dòng 1\nDòng 2",
            "A2",
            "control-character",
            "Dòng 1 Dòng 2",
            refused(Messages.VIETNAMESE, "control-character"),
            refused(Messages.ENGLISH, "control-character")),
        ofDossier(
            Column.PLAN_YEAR,
            1999,
            "B2",
            "plan-year-invalid",
            "1999",
            refused(Messages.VIETNAMESE, "plan-year-invalid", 1999),
            refused(Messages.ENGLISH, "plan-year-invalid", 1999)),
        notWhole(Column.PLAN_YEAR, "hai nghìn", "B2", "hai nghìn", 0, 9999),
        notWhole(Column.PLAN_YEAR, 2026.5, "B2", "2026.5", 0, 9999),
        notWhole(Column.PLAN_YEAR, LocalDate.of(2027, 1, 1), "B2", "46388", 0, 9999),
        notWhole(
            Column.PLAN_YEAR,
            new Book.Raw("<c r=\"@\"><v>1E1000000000</v></c>"),
            "B2",
            "1E+1000000000",
            0,
            9999),
        notWhole(
            Column.PLAN_YEAR,
            new Book.Raw("<c r=\"@\"><v>1E-1000000000</v></c>"),
            "B2",
            "1E-1000000000",
            0,
            9999),
        notWhole(Column.ROUND, 4, "E2", "4", 1, 3),
        notWhole(Column.ROUND, "vòng 2", "E2", "vòng 2", 1, 3),
        ofDossier(
            Column.UNIT,
            "CUC",
            "C2",
            "unit-unknown",
            "CUC",
            "Không có đơn vị soạn thảo “CUC”. Dùng một trong các mã: PTTDN, NVDP, TT1, TT2.",
            "There is no drafting unit “CUC”. Use one of: PTTDN, NVDP, TT1, TT2."),
        ofDossier(
            Column.UNIT,
            "Trung tâm",
            "C2",
            "unit-ambiguous",
            "Trung tâm",
            "Có nhiều đơn vị tên “Trung tâm”. Dùng mã của một đơn vị: TT1, TT2.",
            "Several units are named “Trung tâm”. Use the code of one of them: TT1, TT2."),
        ofDossier(
            Column.DRAFTER,
            "hoa",
            "D2",
            "person-unknown",
            "hoa",
            "Không có người dùng “hoa”. Nhập tên đăng nhập của người đó.",
            "There is no user “hoa”. Enter the user name that the person signs in with."),
        ofDossier(
            Column.DRAFTER,
            "minh",
            "D2",
            "not-a-specialist",
            "minh",
            "“minh” không phải Chuyên viên của Phòng Truyền thông đối ngoại. Nhập người khác, hoặc đề nghị người quản trị giao vai trò.",
            "“minh” is not a specialist of External Division. Enter another person, or ask the administrator for the role."),
        ofDossier(
            Column.ADDRESSEES,
            null,
            "F2",
            "missing",
            "",
            "Thiếu “Nơi nhận”. Điền vào ô này.",
            "“Addressees” is missing. Fill it in."),
        ofDossier(
            Column.ADDRESSEES,
            "Báo Nhân Dân;" + "x".repeat(201),
            "F2",
            "addressee-invalid",
            "Báo Nhân Dân;" + "x".repeat(46) + "…",
            refused(Messages.VIETNAMESE, "addressee-invalid", 200),
            refused(Messages.ENGLISH, "addressee-invalid", 200)),
        ofDossier(
            Column.ADDRESSEES,
            IntStream.range(0, 201).mapToObj(i -> "a" + i).collect(Collectors.joining("\n")),
            "F2",
            "addressees-too-many",
            "a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11 a12 a13 a14 a15 a16 a…",
            refused(Messages.VIETNAMESE, "addressees-too-many", 200),
            refused(Messages.ENGLISH, "addressees-too-many", 200)),
        ofDossier(
            Column.URGENCY,
            "Gấp",
            "H2",
            "urgency-unknown",
            "Gấp",
            "Không có độ khẩn “Gấp”. Dùng một trong các mức: Thường, Khẩn, Thượng khẩn, Hỏa tốc.",
            "There is no urgency “Gấp”. Use one of: Normal, Urgent, Very urgent, Most urgent."),
        ofDossier(
            Column.DUE,
            "19/10/2026",
            "G2",
            "due-before-letter",
            "19/10/2026",
            "Hạn xử lý trước ngày công văn vòng 2 (112/TTĐN-PTTĐN). Sửa lại.",
            "The due date is before the letter of round 2 (112/TTĐN-PTTĐN). Correct it."),
        ofDossier(
            dossier(
                r -> {
                  r.put(Column.SUBJECT, "KẾ HOẠCH  ĐÃ CÓ");
                  r.put(Column.PLAN_YEAR, 2026);
                }),
            "A2",
            "dossier-exists",
            "KẾ HOẠCH  ĐÃ CÓ",
            "Đã có hồ sơ cùng trích yếu, năm và đơn vị. Bỏ dòng này, hoặc đổi trích yếu.",
            "There is a dossier with this subject, year and unit already. Remove the row, or change the subject."),
        new ErrorCase(
            book(
                List.of(
                    dossier(),
                    dossier(
                        r -> {
                          r.put(Column.SUBJECT, "De nghi de xuat noi dung ke hoach nam 2027");
                          r.put(Column.LETTER_1, "79/TTĐN-PTTĐN");
                          r.put(Column.LETTER_2, "113/TTĐN-PTTĐN");
                        })),
                List.of(number())),
            "Hồ sơ",
            "A3",
            "dossier-twice",
            "De nghi de xuat noi dung ke hoach nam 2027",
            "Trích yếu, năm và đơn vị trùng với ô A2. Bỏ bớt một dòng.",
            "The same subject, year and unit stand in cell A2 already. Remove one of the rows."));
  }

  private static ErrorCase notWhole(
      Column column, Object value, String cell, String shown, int min, int max) {
    return ofDossier(
        column,
        value,
        cell,
        "not-a-whole-number",
        shown,
        "“%s” không phải số nguyên từ %d đến %d. Nhập bằng chữ số.".formatted(shown, min, max),
        "“%s” is not a whole number from %d to %d. Enter it in digits.".formatted(shown, min, max));
  }

  private static Stream<ErrorCase> letters() {
    return Stream.of(
        letterMissing(Column.LETTER_1, "I2", 1),
        letterMissing(Column.LETTER_1_DATE, "J2", 1),
        letterMissing(Column.LETTER_2, "K2", 2),
        letterMissing(Column.LETTER_2_DATE, "L2", 2),
        ofDossier(
            dossier(
                r -> {
                  r.put(Column.ROUND, 2);
                  r.remove(Column.LETTER_2);
                }),
            "L2",
            "letter-too-early",
            "20/10/2026",
            "Hồ sơ chưa qua vòng 2 nhưng đã có “20/10/2026” cho công văn của vòng này. Xóa ô này, hoặc sửa lại vòng.",
            "The dossier has not passed round 2, but “20/10/2026” is given for its letter. Clear the cell, or correct the round."),
        letterInvalid("công văn 78", "công văn 78"),
        letterInvalid(78, "78"),
        ofDossier(
            Column.LETTER_2_DATE,
            "26/11/2026",
            "L2",
            "letter-in-future",
            "26/11/2026",
            "Ngày công văn sau hôm nay, 25/11/2026. Nhập ngày phát hành.",
            "The letter is dated after today, 25/11/2026. Enter the date of issue."),
        ofDossier(
            Column.LETTER_2_DATE,
            "04/09/2026",
            "L2",
            "letters-out-of-order",
            "04/09/2026",
            "Ngày công văn trước ngày công văn vòng 1, 05/09/2026. Sửa lại một trong hai ngày.",
            "The letter is dated before the letter of round 1, 05/09/2026. Correct one of the dates."),
        ofDossier(
            Column.LETTER_2,
            "78/ttđn-pttđn",
            "K2",
            "letter-twice",
            "78/ttđn-pttđn",
            "Công văn “78/ttđn-pttđn” của năm đó đã có ở ô I2. Một công văn thuộc một hồ sơ.",
            "The letter “78/ttđn-pttđn” of that year stands in cell I2 already. A letter belongs to one dossier."),
        ofDossier(
            Column.LETTER_2,
            "121/TTĐN-PTTĐN",
            "K2",
            "letter-above-last-number",
            "121/TTĐN-PTTĐN",
            "Công văn “121/TTĐN-PTTĐN” có số lớn hơn số cuối cùng đã cấp của sổ CV, năm 2026: 120. Sửa lại số cuối, nếu không số này sẽ bị cấp lần nữa.",
            "The letter “121/TTĐN-PTTĐN” has a higher number than the last one given of register CV, year 2026: 120. Correct the last number, or the number would be given twice."));
  }

  private static ErrorCase letterMissing(Column column, String cell, int round) {
    return ofDossier(
        dossier(
            r -> {
              r.remove(column);
              r.remove(Column.DUE);
            }),
        cell,
        "letter-missing",
        "",
        "Hồ sơ đã qua vòng "
            + round
            + " nhưng thiếu công văn của vòng này. Điền số và ngày công văn.",
        "The letter of round "
            + round
            + ", which the dossier has passed, is missing. Enter its number and its date.");
  }

  private static ErrorCase letterInvalid(Object value, String shown) {
    return ofDossier(
        Column.LETTER_1,
        value,
        "I2",
        "letter-number-invalid",
        shown,
        "“" + shown + "” không phải số công văn. Nhập số và ký hiệu, ví dụ 78/TTĐN-PTTĐN.",
        "“"
            + shown
            + "” is not the number of a letter. Enter number and symbol, e.g. 78/TTĐN-PTTĐN.");
  }

  private static Stream<ErrorCase> numbers() {
    return Stream.of(
        ofNumber(
            Column.REGISTER,
            "QĐ",
            "A2",
            "register-unknown",
            "QĐ",
            "Không có sổ “QĐ”. Dùng một trong các mã: CV, DEN.",
            "There is no register “QĐ”. Use one of: CV, DEN."),
        ofNumber(
            Column.YEAR,
            2027,
            "B2",
            "not-a-whole-number",
            "2027",
            "“2027” không phải số nguyên từ 2000 đến 2026. Nhập bằng chữ số.",
            "“2027” is not a whole number from 2000 to 2026. Enter it in digits."),
        ofNumber(
            Column.LAST_NUMBER,
            new Book.Raw("<c r=\"@\"><v>1e10</v></c>"),
            "C2",
            "not-a-whole-number",
            "10000000000",
            "“10000000000” không phải số nguyên từ 0 đến 9999999. Nhập bằng chữ số.",
            "“10000000000” is not a whole number from 0 to 9999999. Enter it in digits."),
        ofNumber(
            Column.LAST_NUMBER,
            -1,
            "C2",
            "not-a-whole-number",
            "-1",
            "“-1” không phải số nguyên từ 0 đến 9999999. Nhập bằng chữ số.",
            "“-1” is not a whole number from 0 to 9999999. Enter it in digits."),
        ofNumber(
            Column.LAST_NUMBER,
            39,
            "C2",
            "last-number-too-low",
            "39",
            "Số 40 của sổ và năm này đã được cấp tại đây. Nhập từ số đó trở lên, hoặc bỏ dòng này.",
            "Number 40 of this register and year was given here already. Enter a number from there on, or remove the row."),
        new ErrorCase(
            book(List.of(dossier()), List.of(number(), number(r -> r.put(Column.REGISTER, "cv")))),
            "Số cuối",
            "A3",
            "register-twice",
            "cv",
            "Sổ và năm trùng với ô A2. Bỏ bớt một dòng.",
            "The same register and year stand in cell A2 already. Remove one of the rows."));
  }
}
