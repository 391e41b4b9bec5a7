package vn.ttdn.core.rest;

import static vn.ttdn.core.rest.Routes.file;
import static vn.ttdn.core.rest.Routes.get;
import static vn.ttdn.core.rest.Routes.object;
import static vn.ttdn.core.rest.Routes.ok;
import static vn.ttdn.core.rest.Routes.post;
import static vn.ttdn.core.rest.Routes.query;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.ttdn.core.Host;
import vn.ttdn.core.golive.GoingLive;
import vn.ttdn.core.golive.ImportResult;
import vn.ttdn.core.golive.ImportTemplate;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.PlanFlow;
import vn.ttdn.core.register.RegisterExport;
import vn.ttdn.core.rest.Route.Takes;

/** Going live with what an agency has on its desks. */
final class ImportRoutes {
  private final Host host;
  private final GoingLive goingLive;

  ImportRoutes(Host host, PlanFlow flow) {
    this.host = host;
    this.goingLive = new GoingLive(host, flow);
  }

  List<Route> all() {
    return List.of(
        get("getImportTemplate", "/import/template", (r, v) -> template(r)),
        post("importDossiers", "/import", Takes.FILE, (r, v) -> run(r)));
  }

  private Response template(Request request) {
    host.rights().mayRegisterIncoming(host.currentPerson().get()).orThrow();
    return Response.download(
        RegisterExport.Format.XLSX.contentType(),
        "tiep-nhan-ho-so.xlsx",
        out -> ImportTemplate.write(request.locale(), out));
  }

  /** Nothing is taken in unless the caller says so in as many words. */
  private Response run(Request request) {
    boolean dryRun = !query(request, "dryRun").equals("false");
    GoingLive.Outcome outcome = goingLive.run(file(request), dryRun);
    ImportResult result = outcome.result();
    Locale locale = request.locale();
    return ok(
        object(
            "dryRun", dryRun,
            "clean", result.clean(),
            "dossiers", result.dossiers().size(),
            "lastNumbers", result.lastNumbers().size(),
            "taken", outcome.taken().stream().map(Dossier::id).toList(),
            "errors", result.errors().stream().map(e -> error(e, locale)).toList(),
            "more", result.more(locale).orElse(null)));
  }

  private static Map<String, Object> error(vn.ttdn.core.golive.CellError e, Locale locale) {
    return object(
        "sheet", e.sheet(),
        "cell", e.cell(),
        "code", e.code(),
        "value", e.value(),
        "text", e.text(locale));
  }
}
