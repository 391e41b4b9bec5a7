package vn.ttdn.web;

import static vn.ttdn.web.FakeAgency.object;
import static vn.ttdn.web.FakeAgency.problem;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ttdn.web.FakeAgency.Answer;
import vn.ttdn.web.FakeAgency.Call;
import vn.ttdn.web.FakeFile.Upload;

/** Going live with the {@link FakeAgency}: what a file holds hangs on its name. */
final class FakeImport {
  private final FakeAgency agency;

  /** Every file that came, with whether it was a dry run. */
  final List<String> came = new ArrayList<>();

  FakeImport(FakeAgency agency) {
    this.agency = agency;
  }

  Answer route(Call call, String id) {
    if (!call.person().is("AGENCY_CLERK")) {
      return problem(
          403,
          "role-missing",
          null,
          "Không có quyền",
          "Việc này dành cho Văn thư Cục.",
          "Nhờ Văn thư Cục.");
    }
    if (id.equals("template")) {
      return Answer.file(
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "tiep-nhan-ho-so.xlsx",
          "PK".getBytes(StandardCharsets.UTF_8));
    }
    boolean dryRun = !"false".equals(call.query().get("dryRun"));
    Upload file = Upload.of(call.body());
    came.add(file.name() + " " + file.size() + (dryRun ? " dry" : " taken"));
    if (file.name().startsWith("loi")) {
      return Answer.json(200, result(dryRun, List.of(), errors(call.english()), 2));
    }
    List<String> taken = new ArrayList<>();
    if (!dryRun) {
      for (int i = 1; i <= 2; i++) {
        FakeDossier d = agency.add(null, "Kế hoạch đang làm " + i, "chuyenvien");
        d.year = 2027;
        d.addressees = List.of();
        taken.add(d.id);
      }
    }
    return Answer.json(200, result(dryRun, taken, List.of(), 0));
  }

  private static Map<String, Object> result(
      boolean dryRun, List<String> taken, List<Object> errors, int more) {
    return object(
        "dryRun",
        dryRun,
        "clean",
        errors.isEmpty(),
        "dossiers",
        2,
        "lastNumbers",
        1,
        "taken",
        taken,
        "errors",
        errors,
        "more",
        more == 0 ? null : "… và " + more + " lỗi khác.");
  }

  private static List<Object> errors(boolean english) {
    return List.of(
        object(
            "sheet",
            english ? "Dossiers" : "Hồ sơ",
            "cell",
            "D7",
            "code",
            "person-unknown",
            "value",
            FakePeople.HOSTILE,
            "text",
            "Không có người dùng này. Nhập tên đăng nhập của người đó."),
        object(
            "sheet",
            "Số cuối",
            "cell",
            "",
            "code",
            "sheet-missing",
            "value",
            "",
            "text",
            "Không có trang tính “Số cuối”. Thêm trang tính này, hoặc dùng tệp mẫu."));
  }
}
