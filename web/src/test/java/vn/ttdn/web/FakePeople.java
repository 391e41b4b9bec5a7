package vn.ttdn.web;

import static vn.ttdn.web.FakeAgency.object;

import java.util.List;
import java.util.Map;
import vn.ttdn.web.FakeAgency.Words;

/** The sample organisation's units and people, as the contract shows them. */
final class FakePeople {
  private static final List<Unit> UNITS =
      List.of(
          new Unit(
              "CUC",
              new Words("Cục Thông tin đối ngoại", "Authority of Foreign Information Service"),
              true),
          new Unit(
              "NVDP",
              new Words("Phòng Nghiệp vụ - Điều phối", "Operations and Coordination Division"),
              false),
          new Unit(
              "PTTDN",
              new Words("Phòng Truyền thông đối ngoại", "External Communication Division"),
              false),
          new Unit(
              "TTBC",
              new Words(
                  "Trung tâm Báo chí và Hợp tác truyền thông quốc tế",
                  "Centre for Press and International Media Cooperation"),
              false),
          new Unit("VP", new Words("Văn phòng", "Office"), false));

  private static final List<Person> PEOPLE =
      List.of(
          new Person("chuyenvien", "Trần Thị Mai", "", "SPECIALIST", "PTTDN"),
          new Person("chuyenvien2", "Lê Văn Hùng", "", "SPECIALIST", "PTTDN"),
          new Person("truongphong", "Nguyễn Thị Hoa", "Trưởng phòng", "DEPARTMENT_HEAD", "PTTDN"),
          new Person("cuctruong", "Đỗ Minh Tuấn", "CỤC TRƯỞNG", "AGENCY_LEADER", "CUC"),
          new Person("vanthu", "Vũ Thị Lan", "", "AGENCY_CLERK", "CUC"));

  private FakePeople() {}

  record Unit(String code, Words name, boolean agency) {
    Map<String, Object> brief(boolean english) {
      return object("code", code, "name", name.in(english));
    }
  }

  record Person(String userName, String fullName, String position, String role, String unit) {
    Map<String, Object> view(boolean english) {
      return object(
          "userName", userName,
          "fullName", fullName,
          "position", position,
          "roles", List.of(roleView(english)),
          "maxUploadBytes", 1 << 20);
    }

    Map<String, Object> name() {
      return object("userName", userName, "fullName", fullName);
    }

    Map<String, Object> roleView(boolean english) {
      Words label =
          switch (role) {
            case "SPECIALIST" -> new Words("Chuyên viên", "Specialist");
            case "DEPARTMENT_HEAD" -> new Words("Lãnh đạo phòng", "Head of department");
            case "AGENCY_LEADER" -> new Words("Lãnh đạo Cục", "Leader of the agency");
            default -> new Words("Văn thư Cục", "Clerk of the agency");
          };
      return object(
          "code", role, "label", label.in(english), "unit", FakePeople.unit(unit).brief(english));
    }
  }

  static Person person(String user) {
    return PEOPLE.stream().filter(p -> p.userName().equals(user)).findFirst().orElseThrow();
  }

  static boolean known(String user) {
    return PEOPLE.stream().anyMatch(p -> p.userName().equals(user));
  }

  static Unit unit(String code) {
    return UNITS.stream().filter(u -> u.code().equals(code)).findFirst().orElseThrow();
  }

  static Map<String, Object> organisation(boolean english) {
    return object(
        "units",
        UNITS.stream()
            .map(
                u ->
                    object(
                        "code", u.code(),
                        "name", u.name().in(english),
                        "symbol", u.code(),
                        "agency", u.agency()))
            .toList());
  }
}
