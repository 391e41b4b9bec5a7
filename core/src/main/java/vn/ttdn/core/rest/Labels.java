package vn.ttdn.core.rest;

import static vn.ttdn.core.rest.Routes.known;
import static vn.ttdn.core.rest.Routes.object;
import static vn.ttdn.core.rest.Routes.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.Host;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.schema.DocumentKind;

/** People, units, roles and kinds as the contract shows them. */
final class Labels {
  private final Host host;

  Labels(Host host) {
    this.host = host;
  }

  Map<String, Object> me(Locale locale) {
    Person person = host.currentPerson().get();
    return object(
        "userName", person.userName(),
        "fullName", person.fullName(),
        "position", person.position(),
        "roles",
            person.roles().stream()
                .sorted((a, b) -> a.groupName().compareTo(b.groupName()))
                .map(
                    r -> {
                      Map<String, Object> role = role(r, locale);
                      role.put(
                          "insteadOf", person.holdsInsteadOf(r).map(this::person).orElse(null));
                      return role;
                    })
                .toList(),
        "today", host.today().toString(),
        "maxUploadBytes", host.maxUploadBytes());
  }

  Map<String, Object> organisation(Locale locale) {
    host.currentPerson().get();
    Organisation organisation = host.organisation().get();
    return object(
        "units",
            organisation.units().stream()
                .map(
                    u ->
                        object(
                            "code", u.code(),
                            "name", u.name(locale),
                            "symbol", u.symbol(),
                            "head", u.head().orElse(null),
                            "level", u.level().name(),
                            "agency", u.agency()))
                .toList(),
        "signedFileRequired", organisation.signedFileRequired(),
        "deadlines",
            object(
                "draft", organisation.deadlines().draftDays(),
                "review", organisation.deadlines().reviewDays(),
                "issue", organisation.deadlines().issueDays(),
                "ministry", organisation.deadlines().ministryDays(),
                "answers", organisation.deadlines().answerDays()));
  }

  /** Who holds a role in a unit: for choosing somebody. */
  Map<String, Object> people(Request request) {
    Person reader = host.currentPerson().get();
    String roleName = query(request, "role");
    Role role =
        known(
            Arrays.stream(Role.values()).filter(r -> r.name().equals(roleName)).findFirst(),
            "role",
            "role-unknown",
            roleName);
    host.rights().mayReadHolders(reader, role).orThrow();
    RoleAt at = host.organisation().get().roleAt(role, query(request, "unit"));
    List<Map<String, Object>> people =
        host.directory().holders(at).stream()
            .map(
                p ->
                    object(
                        "userName", p.userName(),
                        "fullName", p.fullName(),
                        "position", p.position()))
            .toList();
    return object("items", people, "total", people.size());
  }

  Map<String, Object> picture(Procedure procedure) {
    host.currentPerson().get();
    var picture = host.picture().of(procedure);
    return object(
        "width", picture.width(),
        "height", picture.height(),
        "shapes",
            picture.shapes().stream()
                .map(
                    s ->
                        object(
                            "id", s.id(),
                            "type", s.type(),
                            "name", s.name(),
                            "x", s.x(),
                            "y", s.y(),
                            "width", s.width(),
                            "height", s.height()))
                .toList(),
        "arrows",
            picture.arrows().stream()
                .map(
                    a ->
                        object(
                            "id", a.id(),
                            "from", a.from(),
                            "to", a.to(),
                            "name", a.name(),
                            "points",
                                a.points().stream()
                                    .map(p -> object("x", p.x(), "y", p.y()))
                                    .toList()))
                .toList());
  }

  Map<String, Object> unit(String code, Locale locale) {
    Optional<Unit> unit = host.organisation().get().unit(code);
    return object("code", code, "name", unit.map(u -> u.name(locale)).orElse(code));
  }

  Map<String, Object> person(String userName) {
    return object(
        "userName",
        userName,
        "fullName",
        host.directory().person(userName).map(Person::fullName).orElse(userName));
  }

  Map<String, Object> role(RoleAt role, Locale locale) {
    return object(
        "code", role.role().name(),
        "label", role.role().label(locale),
        "unit", unit(role.unit(), locale));
  }

  Map<String, Object> kind(DocumentKind kind, Locale locale) {
    return code(kind.name(), kind.label(locale));
  }

  static Map<String, Object> code(String code, String label) {
    return object("code", code, "label", label);
  }

  static Map<String, Object> addressee(Addressee a) {
    return object(
        "unit", a.unit().orElse(null),
        "name", a.name(),
        "email", a.email().orElse(null));
  }
}
