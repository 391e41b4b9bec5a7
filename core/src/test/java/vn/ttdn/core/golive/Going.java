package vn.ttdn.core.golive;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.ttdn.core.org.Deadlines;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.register.RegisterConfig;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.core.retention.RetentionRule;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.text.Messages;

/** An agency that goes live on 25/11/2026, and rows to begin from. */
final class Going {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  static final RegisterKey CV_2026 = new RegisterKey("CUC", "CV", 2026);

  private static final Map<String, Person> PEOPLE =
      Map.of("lan", specialist("lan", "PTTDN"), "minh", specialist("minh", "NVDP"));

  private Going() {}

  static ImportContext context() {
    return new ImportContext(
        new Organisation(
            List.of(
                unit("CUC", "Cục Thông tin đối ngoại", "Authority", "TTĐN", true),
                unit("PTTDN", "Phòng Truyền thông đối ngoại", "External Division", "PTTĐN", false),
                unit("NVDP", "Phòng Nghiệp vụ - Điều phối", "Operations", "NVĐP", false),
                unit("TT1", "Trung tâm", "Centre 1", "TT1", false),
                unit("TT2", "Trung tâm", "Centre 2", "TT2", false)),
            List.of(
                new RegisterConfig(
                    "CV", "TTĐN", EnumSet.allOf(DocumentKind.class), false, Map.of())),
            Deadlines.USUAL,
            true,
            RetentionRule.USUAL),
        user -> Optional.ofNullable(PEOPLE.get(user)),
        new DossierKey("Kế hoạch đã có", 2026, "PTTDN")::equals,
        Set.of("CV", "DEN"),
        Map.of(CV_2026, 40L),
        TODAY);
  }

  /** A dossier at the beginning of round 3, with all columns filled. */
  static Map<Column, Object> dossier() {
    Map<Column, Object> row = new EnumMap<>(Column.class);
    row.put(Column.SUBJECT, "Đề nghị đề xuất nội dung Kế hoạch năm 2027");
    row.put(Column.PLAN_YEAR, 2027);
    row.put(Column.UNIT, "PTTDN");
    row.put(Column.DRAFTER, "lan");
    row.put(Column.ROUND, 3);
    row.put(Column.ADDRESSEES, "Phòng Nghiệp vụ - Điều phối\nVụ Hợp tác quốc tế; Báo Nhân Dân");
    row.put(Column.DUE, LocalDate.of(2026, 12, 15));
    row.put(Column.URGENCY, "Thượng khẩn");
    row.put(Column.LETTER_1, "78/TTĐN-PTTĐN");
    row.put(Column.LETTER_1_DATE, LocalDate.of(2026, 9, 5));
    row.put(Column.LETTER_2, "112/TTĐN-PTTĐN");
    row.put(Column.LETTER_2_DATE, "20/10/2026");
    row.put(Column.NOTE, "Đã nhận góp ý của 3 đơn vị");
    return row;
  }

  static Map<Column, Object> dossier(Consumer<Map<Column, Object>> change) {
    Map<Column, Object> row = dossier();
    change.accept(row);
    return row;
  }

  static Map<Column, Object> number() {
    Map<Column, Object> row = new EnumMap<>(Column.class);
    row.put(Column.REGISTER, "CV");
    row.put(Column.YEAR, 2026);
    row.put(Column.LAST_NUMBER, 120);
    return row;
  }

  static Map<Column, Object> number(Consumer<Map<Column, Object>> change) {
    Map<Column, Object> row = number();
    change.accept(row);
    return row;
  }

  /** A workbook in the template's order. */
  static Book book(List<Map<Column, Object>> dossiers, List<Map<Column, Object>> numbers) {
    return new Book()
        .sheet("Hồ sơ", rows(ImportSheet.DOSSIERS, dossiers))
        .sheet("Số cuối", rows(ImportSheet.NUMBERS, numbers));
  }

  static Object[][] rows(ImportSheet sheet, List<Map<Column, Object>> rows) {
    Object[][] cells = new Object[rows.size() + 1][];
    cells[0] = sheet.columns().stream().map(c -> c.label(Messages.VIETNAMESE)).toArray();
    for (int r = 0; r < rows.size(); r++) {
      cells[r + 1] = sheet.columns().stream().map(rows.get(r)::get).toArray();
    }
    return cells;
  }

  static ImportResult read(Book book) {
    return read(book.bytes());
  }

  static ImportResult read(byte[] file) {
    return ImportFile.read(new ByteArrayInputStream(file), context());
  }

  private static Person specialist(String user, String unit) {
    return new Person(user, user, "", Optional.empty(), Set.of(new RoleAt(Role.SPECIALIST, unit)));
  }

  private static Unit unit(String code, String vi, String en, String symbol, boolean agency) {
    Unit.Level level = agency ? Unit.Level.AGENCY : Unit.Level.UNIT;
    return new Unit(code, vi, en, symbol, Optional.empty(), Optional.empty(), level);
  }
}
