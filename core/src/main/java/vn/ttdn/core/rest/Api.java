package vn.ttdn.core.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Dossiers;
import vn.ttdn.core.plan.NewDossier;
import vn.ttdn.core.plan.PlanFlow;
import vn.ttdn.core.port.Ledger.DossierQuery;
import vn.ttdn.core.port.Ledger.Page;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterExport;
import vn.ttdn.core.register.Registers;
import vn.ttdn.core.rest.Route.Effect;
import vn.ttdn.core.rest.Route.Takes;
import vn.ttdn.core.text.Fold;

/**
 * The REST contract: every route that both hosts answer, described in {@code docs/openapi.yaml}. A
 * host finds the route, authenticates, and calls {@link #handle}; transactions, refusals and JSON
 * are decided here.
 */
public final class Api {
  private static final int MAX_PAGE = 200;
  private static final Set<String> DOSSIER_FIELDS =
      Set.of("subject", "planYear", "unit", "addressees");

  private final Host host;
  private final Dossiers dossiers;
  private final Registers registers;
  private final Views views;
  private final List<Route> routes;

  public Api(Host host, PlanFlow flow) {
    this.host = host;
    this.dossiers = new Dossiers(host, flow);
    this.registers = new Registers(host);
    this.views = new Views(host, dossiers);
    this.routes = routes();
  }

  private List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.add(get("getMe", "/me", (r, v) -> ok(views.me(r.locale()))));
    all.add(get("getOrganisation", "/organisation", (r, v) -> ok(views.organisation(r.locale()))));
    all.add(get("getPlanProcess", "/processes/plan-approval", (r, v) -> ok(views.picture())));
    all.add(get("listTasks", "/tasks", (r, v) -> listTasks(r)));
    all.add(write("POST", "decideTask", "/tasks/{task}/decision", Takes.JSON, this::decide));
    all.add(get("listDossiers", "/dossiers", (r, v) -> listDossiers(r)));
    all.add(write("POST", "openDossier", "/dossiers", Takes.JSON, (r, v) -> open(r)));
    all.add(
        get(
            "getDossier",
            "/dossiers/{dossier}",
            (r, v) -> ok(views.dossier(dossiers.readable(v.get("dossier")), r.locale()))));
    all.add(write("PUT", "editDossier", "/dossiers/{dossier}", Takes.JSON, this::edit));
    all.add(write("POST", "putLetter", "/dossiers/{dossier}/letter", Takes.FILE, this::putLetter));
    all.add(
        get(
            "getDocumentContent",
            "/dossiers/{dossier}/documents/{document}/versions/{version}/content",
            this::documentContent));
    all.add(
        get(
            "getAudit",
            "/dossiers/{dossier}/audit",
            (r, v) -> ok(views.audit(dossiers.readable(v.get("dossier"))))));
    all.add(get("getRecord", "/records/{record}", (r, v) -> record(v.get("record"), r)));
    all.add(get("getRecordContent", "/records/{record}/content", this::recordContent));
    all.add(get("listRegisters", "/registers", (r, v) -> ok(views.registers(registers))));
    all.add(get("getRegister", "/registers/{register}/{year}", (r, v) -> register(r, v)));
    all.add(
        get(
            "exportRegister",
            "/registers/{register}/{year}/export",
            (r, v) -> exportRegister(r, v)));
    return List.copyOf(all);
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

  private Response listTasks(Request request) {
    Person person = host.currentPerson().get();
    List<Map<String, Object>> tasks =
        host.ledger().waitingFor(person, MAX_PAGE).stream()
            .map(d -> views.task(d, request.locale()))
            .toList();
    return ok(Map.of("items", tasks, "total", tasks.size()));
  }

  private Response decide(Request request, Map<String, String> v) {
    JsonNode body = body(request, Set.of("outcome", "comment"));
    Dossier dossier = dossiers.decide(v.get("task"), text(body, "outcome"), text(body, "comment"));
    return ok(views.afterDecision(dossier, request.locale()));
  }

  private Response listDossiers(Request request) {
    Person person = host.currentPerson().get();
    Optional<DossierState> state =
        Optional.ofNullable(request.query().get("state")).filter(s -> !s.isBlank()).map(Api::state);
    int offset = number(request, "offset", 0, Integer.MAX_VALUE);
    int limit = number(request, "limit", 50, MAX_PAGE);
    String text = Fold.fold(request.query().getOrDefault("q", ""));
    Page<Dossier> page =
        host.ledger().dossiers(new DossierQuery(person, text, state, offset, limit));
    return ok(
        Map.of(
            "items",
            page.items().stream().map(d -> views.summary(d, request.locale())).toList(),
            "total",
            page.total()));
  }

  private Response open(Request request) {
    Dossier dossier = dossiers.open(contents(request));
    return Response.json(201, views.dossier(dossier, request.locale()));
  }

  private Response edit(Request request, Map<String, String> v) {
    Dossier dossier = dossiers.edit(v.get("dossier"), contents(request));
    return ok(views.dossier(dossier, request.locale()));
  }

  private Response putLetter(Request request, Map<String, String> v) {
    StoredDocument stored =
        dossiers.putLetter(
            v.get("dossier"),
            request.file().orElseThrow(() -> Refusal.ofField("file", "file-missing")));
    return Response.json(201, views.document(stored, request.locale()));
  }

  private Response documentContent(Request request, Map<String, String> v) {
    dossiers.readable(v.get("dossier"));
    StoredDocument version =
        host.documents().versions(v.get("dossier"), v.get("document")).stream()
            .filter(d -> d.version().equals(v.get("version")))
            .findFirst()
            .orElseThrow(() -> Refusal.of(Kind.NOT_FOUND, "document-unknown"));
    return download(
        version.mimeType(),
        version.name(),
        () -> dossiers.openDocument(v.get("dossier"), v.get("document"), version.version()));
  }

  private Response record(String id, Request request) {
    IssuedRecord record = dossiers.record(id);
    return ok(views.record(record, request.locale()));
  }

  private Response recordContent(Request request, Map<String, String> v) {
    IssuedRecord record = dossiers.record(v.get("record"));
    return download(
        record.mimeType(), record.name(), () -> host.documents().openRecord(record.recordId()));
  }

  private Response register(Request request, Map<String, String> v) {
    Page<RegisterEntry> page =
        registers.page(
            v.get("register"),
            v.get("year"),
            request.query().getOrDefault("q", ""),
            number(request, "offset", 0, Integer.MAX_VALUE),
            number(request, "limit", 50, MAX_PAGE));
    return ok(
        Map.of(
            "items",
            page.items().stream().map(e -> views.registerEntry(e, request.locale())).toList(),
            "total",
            page.total()));
  }

  private Response exportRegister(Request request, Map<String, String> v) {
    String name = request.query().getOrDefault("format", "csv");
    RegisterExport.Format format =
        RegisterExport.Format.ofName(name)
            .orElseThrow(() -> Refusal.ofField("format", "format-unknown", name));
    List<RegisterEntry> entries = registers.all(v.get("register"), v.get("year"));
    return Response.download(
        format.contentType(),
        "so-van-ban-di-" + v.get("register") + "-" + v.get("year") + "." + name,
        out ->
            RegisterExport.write(
                format, entries, host.organisation().get(), request.locale(), out));
  }

  /** Opens the content inside the transaction, so that a refusal is still an answer. */
  private static Response download(String mimeType, String name, Supplier<InputStream> content) {
    InputStream in = content.get();
    return Response.download(
        mimeType,
        name,
        out -> {
          try (in) {
            in.transferTo(out);
          }
        });
  }

  private NewDossier contents(Request request) {
    JsonNode body = body(request, DOSSIER_FIELDS);
    JsonNode year = body.path("planYear");
    if (!year.isIntegralNumber() || !year.canConvertToInt()) {
      throw Refusal.ofField("planYear", "plan-year-invalid", year.asText());
    }
    List<String> addressees = new ArrayList<>();
    JsonNode list = body.path("addressees");
    if (!list.isMissingNode() && !list.isNull()) {
      if (!list.isArray()) {
        throw Refusal.ofField("addressees", "type-list");
      }
      for (JsonNode line : list) {
        if (!line.isTextual()) {
          throw Refusal.ofField("addressees", "type-list");
        }
        addressees.add(line.asText());
      }
    }
    String unit = text(body, "unit");
    return NewDossier.checked(
        text(body, "subject"),
        year.intValue(),
        unit == null ? "" : unit,
        addressees,
        host.organisation().get());
  }

  private static JsonNode body(Request request, Set<String> known) {
    try (InputStream in = request.body().open()) {
      return Json.object(in, known);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw Refusal.ofField(field, "type-text");
    }
    return value.asText();
  }

  private static int number(Request request, String name, int otherwise, int most) {
    String raw = request.query().get(name);
    if (raw == null || raw.isBlank()) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(raw.trim());
      if (value >= 0 && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of range.
    }
    throw Refusal.ofField(name, "number-invalid", raw, most);
  }

  private static DossierState state(String name) {
    for (DossierState state : DossierState.values()) {
      if (state.name().equals(name)) {
        return state;
      }
    }
    throw Refusal.ofField("state", "state-unknown", name);
  }

  private static Response ok(Object value) {
    return Response.json(200, value);
  }

  private static Route get(String id, String template, Route.Handler handler) {
    return new Route(id, "GET", template, Effect.READS, Takes.NOTHING, handler);
  }

  private static Route write(
      String method, String id, String template, Takes takes, Route.Handler handler) {
    return new Route(id, method, template, Effect.WRITES, takes, handler);
  }

  /** An ordered object. */
  static Map<String, Object> object(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
