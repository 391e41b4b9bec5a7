package vn.ttdn.core.rest;

import static vn.ttdn.core.rest.Routes.get;
import static vn.ttdn.core.rest.Routes.ok;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;
import vn.ttdn.core.answers.AnswerFlow;
import vn.ttdn.core.plan.PlanFlow;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.rest.Route.Effect;

/**
 * The REST contract: every route that both hosts answer, described in {@code docs/openapi.yaml}. A
 * host finds the route, authenticates, and calls {@link #handle}; transactions, refusals and JSON
 * are decided here.
 */
public final class Api {
  private final Host host;
  private final Labels labels;
  private final List<Route> routes;

  public Api(Host host, PlanFlow flow, AnswerFlow answers) {
    this.host = host;
    this.labels = new Labels(host);
    this.routes =
        Stream.of(
                own().stream(),
                new DossierRoutes(host, flow, answers).all().stream(),
                new AnswerRoutes(host, answers).all().stream(),
                new RegisterRoutes(host, flow).all().stream(),
                new DelegationRoutes(host).all().stream(),
                new KeepingRoutes(host, flow).all().stream(),
                new ImportRoutes(host, flow).all().stream())
            .flatMap(r -> r)
            .toList();
  }

  private List<Route> own() {
    return List.of(
        get("getMe", "/me", (r, v) -> ok(labels.me(r.locale()))),
        get("getOrganisation", "/organisation", (r, v) -> ok(labels.organisation(r.locale()))),
        get("listPeople", "/people", (r, v) -> ok(labels.people(r))),
        get("getProcess", "/processes/{process}", (r, v) -> picture(v.get("process"))));
  }

  private Response picture(String name) {
    Procedure procedure =
        Arrays.stream(Procedure.values())
            .filter(p -> p.file().equals(name))
            .findFirst()
            .orElseThrow(() -> Refusal.of(Kind.NOT_FOUND, "route-unknown"));
    return ok(labels.picture(procedure));
  }

  /** Every route of the contract, for hosts that need one descriptor each, and for tests. */
  public List<Route> all() {
    return routes;
  }

  /** Answers a request; never throws a refusal, always answers with a problem document. */
  public Response handle(Request request) {
    return Problems.guard(request.locale(), () -> dispatch(request.rereadable()));
  }

  private Response dispatch(Request request) {
    boolean pathKnown = false;
    for (Route route : routes) {
      Optional<Map<String, String>> variables = route.match(request.path());
      if (variables.isPresent()) {
        pathKnown = true;
        if (route.method().equals(request.method())) {
          return inTransaction(route, () -> route.handler().handle(request, variables.get()));
        }
      }
    }
    throw pathKnown
        ? Refusal.of(Kind.METHOD_NOT_ALLOWED, "method-not-allowed", request.method())
        : Refusal.of(Kind.NOT_FOUND, "route-unknown");
  }

  private Response inTransaction(Route route, Supplier<Response> work) {
    return route.effect() == Effect.READS
        ? host.unitOfWork().read(work)
        : host.unitOfWork().write(work);
  }
}
