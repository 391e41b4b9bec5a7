package vn.ttdn.core.fakes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.port.Directory;
import vn.ttdn.core.port.Memberships;

/** People that a test adds and takes away, in groups as a host has them that looks at groups. */
public final class FakeDirectory implements Directory, Memberships, Rewindable {
  private final Map<String, Person> people = new LinkedHashMap<>();

  /** A directory with the sample organisation's people: at least one for every role. */
  static FakeDirectory ofSamplePeople() {
    FakeDirectory directory = new FakeDirectory();
    directory.add("chuyenvien", "Trần Thị Mai", "CHUYÊN VIÊN", Role.SPECIALIST, "PTTDN");
    directory.add("chuyenvien2", "Lê Văn Hùng", "CHUYÊN VIÊN", Role.SPECIALIST, "PTTDN");
    directory.add("truongphong", "Nguyễn Thị Hoa", "TRƯỞNG PHÒNG", Role.DEPARTMENT_HEAD, "PTTDN");
    directory.add("cuctruong", "Đỗ Minh Tuấn", "CỤC TRƯỞNG", Role.AGENCY_LEADER, "CUC");
    directory.add("cucpho", "Phạm Quốc Anh", "PHÓ CỤC TRƯỞNG", Role.AGENCY_LEADER, "CUC");
    directory.add("vanthu", "Vũ Thị Lan", "VĂN THƯ", Role.AGENCY_CLERK, "CUC");
    directory.add("cvnghiepvu", "Hoàng Văn Nam", "CHUYÊN VIÊN", Role.SPECIALIST, "NVDP");
    directory.add("tpnghiepvu", "Bùi Thị Thu", "TRƯỞNG PHÒNG", Role.DEPARTMENT_HEAD, "NVDP");
    directory.add("cvbaochi", "Phan Thanh Sơn", "CHUYÊN VIÊN", Role.SPECIALIST, "TTBC");
    directory.add("gdbaochi", "Ngô Thị Kim Oanh", "GIÁM ĐỐC", Role.DEPARTMENT_HEAD, "TTBC");
    directory.add("thutruong", "Nguyễn Thanh Bình", "THỨ TRƯỞNG", Role.MINISTRY_LEADER, "BO");
    directory.add("vanthubo", "Đặng Thị Yến", "VĂN THƯ", Role.MINISTRY_CLERK, "BO");
    return directory;
  }

  private void add(String userName, String name, String position, Role role, String unit) {
    put(
        new Person(
            userName,
            name,
            position,
            Optional.of(userName + "@ttdn.example"),
            Set.of(new RoleAt(role, unit))));
  }

  /** Adds a person, or replaces the one with that user name. */
  public synchronized void put(Person person) {
    people.put(person.userName(), person);
  }

  public synchronized void remove(String userName) {
    people.remove(userName);
  }

  /** Everybody, in the order in which they came. */
  public synchronized List<Person> everybody() {
    return new ArrayList<>(people.values());
  }

  @Override
  public synchronized Optional<Person> person(String userName) {
    return Optional.ofNullable(people.get(userName));
  }

  @Override
  public synchronized List<Person> holders(RoleAt role) {
    return people.values().stream()
        .filter(p -> p.roles().contains(role))
        .sorted(java.util.Comparator.comparing(Person::userName))
        .toList();
  }

  /** Fails for somebody who is not there, as a host's groups do. */
  @Override
  public synchronized void give(RoleAt role, String userName) {
    Person person = people.get(userName);
    if (person == null) {
      throw new IllegalStateException("no such person: " + userName);
    }
    Set<RoleAt> roles = new HashSet<>(person.roles());
    roles.add(role);
    put(with(person, roles));
  }

  @Override
  public synchronized void take(RoleAt role, String userName) {
    Person person = people.get(userName);
    if (person != null) {
      Set<RoleAt> roles = new HashSet<>(person.roles());
      roles.remove(role);
      put(with(person, roles));
    }
  }

  private static Person with(Person person, Set<RoleAt> roles) {
    return new Person(
        person.userName(), person.fullName(), person.position(), person.email(), roles);
  }

  @Override
  public synchronized Runnable mark() {
    Map<String, Person> then = new LinkedHashMap<>(people);
    return () -> restore(then);
  }

  private synchronized void restore(Map<String, Person> then) {
    people.clear();
    people.putAll(then);
  }
}
