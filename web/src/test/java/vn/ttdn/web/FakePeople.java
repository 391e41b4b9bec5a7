package vn.ttdn.web;

import static vn.ttdn.web.FakeAgency.object;
import static vn.ttdn.web.FakeWords.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ttdn.web.FakeWords.Words;

/** The sample organisation's units and people, as the contract shows them. */
final class FakePeople {
  /** What somebody may write to harm who reads it. */
  static final String HOSTILE = "<img src=x onerror=\"window.bitten=1\"><b>đậm</b>{{7*7}}";

  private static final List<Unit> UNITS =
      List.of(
          new Unit(
              "CUC",
              new Words("Cục Thông tin đối ngoại", "Authority of Foreign Information Service"),
              "AGENCY",
              "CỤC TRƯỞNG"),
          new Unit(
              "NVDP",
              new Words("Phòng Nghiệp vụ - Điều phối", "Operations and Coordination Division"),
              "UNIT",
              null),
          new Unit(
              "PTTDN",
              new Words("Phòng Truyền thông đối ngoại", "External Communication Division"),
              "UNIT",
              null),
          new Unit(
              "TTBC",
              new Words(
                  "Trung tâm Báo chí và Hợp tác truyền thông quốc tế",
                  "Centre for Press and International Media Cooperation"),
              "UNIT",
              null),
          new Unit("VP", new Words("Văn phòng", "Office"), "UNIT", null),
          new Unit(
              "BO",
              new Words(
                  "Bộ Thông tin và Truyền thông", "Ministry of Information and Communications"),
              "MINISTRY",
              "BỘ TRƯỞNG"));

  private static final List<Person> PEOPLE =
      List.of(
          new Person("chuyenvien", "Trần Thị Mai", "", "SPECIALIST", "PTTDN", null),
          new Person("chuyenvien2", "Lê Văn Hùng", "", "SPECIALIST", "PTTDN", null),
          new Person("kythu", "Kỳ " + HOSTILE, HOSTILE, "SPECIALIST", "PTTDN", null),
          new Person(
              "truongphong", "Nguyễn Thị Hoa", "Trưởng phòng", "DEPARTMENT_HEAD", "PTTDN", null),
          new Person("nghiepvu", "Phạm Quốc Nam", "", "SPECIALIST", "NVDP", null),
          new Person("cuctruong", "Đỗ Minh Tuấn", "CỤC TRƯỞNG", "AGENCY_LEADER", "CUC", null),
          new Person(
              "phocuctruong",
              "Bùi Thu Hằng",
              "PHÓ CỤC TRƯỞNG",
              "AGENCY_LEADER",
              "CUC",
              "cuctruong"),
          new Person("vanthu", "Vũ Thị Lan", "", "AGENCY_CLERK", "CUC", null),
          new Person("thutruong", "Hoàng Văn Bình", "THỨ TRƯỞNG", "MINISTRY_LEADER", "BO", null),
          new Person("vanthubo", "Ngô Thị Yến", "", "MINISTRY_CLERK", "BO", null));

  private FakePeople() {}

  record Unit(String code, Words name, String level, String head) {
    Map<String, Object> brief(boolean english) {
      return object("code", code, "name", name.in(english));
    }
  }

  /**
   * Somebody with one role.
   *
   * @param insteadOf user name of who has delegated it to him; null if it is his own
   */
  record Person(
      String userName,
      String fullName,
      String position,
      String role,
      String unit,
      String insteadOf) {
    Map<String, Object> view(boolean english, String today) {
      Map<String, Object> own = roleView(english);
      own.put("insteadOf", insteadOf == null ? null : person(insteadOf).name());
      return object(
          "userName", userName,
          "fullName", fullName,
          "position", position,
          "roles", List.of(own),
          "today", today,
          "maxUploadBytes", 1 << 20);
    }

    Map<String, Object> name() {
      return object("userName", userName, "fullName", fullName);
    }

    Map<String, Object> roleView(boolean english) {
      Map<String, Object> view = code("role", role, english);
      view.put("unit", FakePeople.unit(unit).brief(english));
      return view;
    }

    boolean isOf(String other) {
      return unit.equals(other) && (role.equals("SPECIALIST") || role.equals("DEPARTMENT_HEAD"));
    }

    boolean is(String other) {
      return role.equals(other);
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

  static List<Unit> units() {
    return UNITS;
  }

  static Map<String, Object> holders(String role, String unit) {
    List<Object> found = new ArrayList<>();
    for (Person p : PEOPLE) {
      if (p.role().equals(role) && p.unit().equals(unit)) {
        found.add(
            object("userName", p.userName(), "fullName", p.fullName(), "position", p.position()));
      }
    }
    return object("items", found, "total", found.size());
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
                        "head", u.head(),
                        "level", u.level(),
                        "agency", u.level().equals("AGENCY")))
            .toList(),
        "signedFileRequired",
        true,
        "deadlines",
        object("draft", 5, "review", 2, "issue", 1, "ministry", 10, "answers", 10));
  }
}
