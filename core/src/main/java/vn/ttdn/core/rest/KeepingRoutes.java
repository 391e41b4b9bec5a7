package vn.ttdn.core.rest;

import static vn.ttdn.core.rest.Routes.created;
import static vn.ttdn.core.rest.Routes.delete;
import static vn.ttdn.core.rest.Routes.get;
import static vn.ttdn.core.rest.Routes.limit;
import static vn.ttdn.core.rest.Routes.object;
import static vn.ttdn.core.rest.Routes.offset;
import static vn.ttdn.core.rest.Routes.ok;
import static vn.ttdn.core.rest.Routes.post;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.ttdn.core.Host;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Dossiers;
import vn.ttdn.core.plan.PlanFlow;
import vn.ttdn.core.port.Ledger.Page;
import vn.ttdn.core.rest.Route.Takes;
import vn.ttdn.core.retention.Hold;
import vn.ttdn.core.retention.Keeping;

/** What is kept, until when and why. */
final class KeepingRoutes {
  private final Host host;
  private final Dossiers dossiers;
  private final Keeping keeping;
  private final DossierViews views;
  private final Labels labels;

  KeepingRoutes(Host host, PlanFlow flow) {
    this.host = host;
    this.dossiers = new Dossiers(host, flow);
    this.keeping = new Keeping(host);
    this.views = new DossierViews(host, dossiers);
    this.labels = new Labels(host);
  }

  List<Route> all() {
    return List.of(
        get("listKept", "/retention", (r, v) -> list(r)),
        post("holdDossier", "/dossiers/{dossier}/hold", Takes.JSON, this::hold),
        delete("liftHold", "/dossiers/{dossier}/hold", this::lift));
  }

  private Response list(Request request) {
    Page<Dossier> page = keeping.ended(offset(request), limit(request));
    return ok(
        object(
            "items",
            page.items().stream().map(d -> item(d, request.locale())).toList(),
            "total",
            page.total()));
  }

  private Map<String, Object> item(Dossier dossier, Locale locale) {
    Map<String, Object> item = views.summary(dossier, locale);
    item.put("records", host.ledger().records(dossier.id()).size());
    item.put("keep", views.keep(dossier, locale));
    item.put("mayHold", host.rights().mayHold(host.currentPerson().get(), dossier).isAllowed());
    return item;
  }

  private Response hold(Request request, Map<String, String> v) {
    Body body = Body.of(request, "reason");
    Hold hold = keeping.hold(dossiers.readable(v.get("dossier")), body.text("reason"));
    return created(view(hold));
  }

  private Response lift(Request request, Map<String, String> v) {
    return ok(view(keeping.lift(dossiers.readable(v.get("dossier")))));
  }

  private Map<String, Object> view(Hold hold) {
    return object(
        "reason", hold.reason(),
        "by", labels.person(hold.by()),
        "at", hold.at().toString(),
        "liftedBy", hold.liftedBy().map(labels::person).orElse(null),
        "liftedAt", hold.liftedAt().map(Object::toString).orElse(null));
  }
}
