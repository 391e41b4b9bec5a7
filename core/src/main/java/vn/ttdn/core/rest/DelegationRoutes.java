package vn.ttdn.core.rest;

import static vn.ttdn.core.rest.Routes.created;
import static vn.ttdn.core.rest.Routes.delete;
import static vn.ttdn.core.rest.Routes.get;
import static vn.ttdn.core.rest.Routes.known;
import static vn.ttdn.core.rest.Routes.object;
import static vn.ttdn.core.rest.Routes.ok;
import static vn.ttdn.core.rest.Routes.post;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.ttdn.core.Host;
import vn.ttdn.core.delegation.Delegation;
import vn.ttdn.core.delegation.Delegations;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.rest.Route.Takes;

/** Who acts for whom. */
final class DelegationRoutes {
  private final Host host;
  private final Delegations delegations;
  private final Labels labels;

  DelegationRoutes(Host host) {
    this.host = host;
    this.delegations = new Delegations(host);
    this.labels = new Labels(host);
  }

  List<Route> all() {
    return List.of(
        get("listDelegations", "/delegations", (r, v) -> list(r)),
        post("delegate", "/delegations", Takes.JSON, (r, v) -> delegate(r)),
        delete(
            "revokeDelegation",
            "/delegations/{delegation}",
            (r, v) -> ok(view(delegations.revoke(v.get("delegation")), r.locale()))));
  }

  private Response list(Request request) {
    List<Map<String, Object>> items =
        delegations.list().stream().map(d -> view(d, request.locale())).toList();
    return ok(object("items", items, "total", items.size()));
  }

  private Response delegate(Request request) {
    Body body = Body.of(request, "to", "role", "unit", "firstDay", "lastDay", "reason");
    String name = body.text("role");
    Role role =
        known(
            Arrays.stream(Role.values()).filter(r -> r.name().equals(name)).findFirst(),
            "role",
            "role-unknown",
            name);
    RoleAt at = host.organisation().get().roleAt(role, body.text("unit"));
    return created(
        view(
            delegations.delegate(
                body.text("to"),
                at,
                body.requiredDay("firstDay"),
                body.requiredDay("lastDay"),
                body.text("reason")),
            request.locale()));
  }

  /** On its days, unless the deputy is gone or the one whose role it is has lost it. */
  private boolean active(Delegation d) {
    return d.holdsOn(host.today())
        && host.directory()
            .person(d.to())
            .filter(deputy -> deputy.roles().contains(d.role()))
            .isPresent();
  }

  private Map<String, Object> view(Delegation d, Locale locale) {
    Person person = host.currentPerson().get();
    return object(
        "id", d.id(),
        "from", labels.person(d.from()),
        "to", labels.person(d.to()),
        "role", labels.role(d.role(), locale),
        "firstDay", d.firstDay().toString(),
        "lastDay", d.lastDay().toString(),
        "reason", d.reason(),
        "createdAt", d.createdAt().toString(),
        "revokedAt", d.revokedAt().map(Object::toString).orElse(null),
        "active", active(d),
        "mine", d.from().equals(person.userName()),
        "revocable", delegations.mayRevoke(person, d));
  }
}
