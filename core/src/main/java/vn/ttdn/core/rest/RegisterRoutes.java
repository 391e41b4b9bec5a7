package vn.ttdn.core.rest;

import static vn.ttdn.core.rest.Routes.created;
import static vn.ttdn.core.rest.Routes.download;
import static vn.ttdn.core.rest.Routes.get;
import static vn.ttdn.core.rest.Routes.known;
import static vn.ttdn.core.rest.Routes.limit;
import static vn.ttdn.core.rest.Routes.object;
import static vn.ttdn.core.rest.Routes.offset;
import static vn.ttdn.core.rest.Routes.ok;
import static vn.ttdn.core.rest.Routes.post;
import static vn.ttdn.core.rest.Routes.query;

import java.util.List;
import java.util.Map;
import vn.ttdn.core.Host;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Dossiers;
import vn.ttdn.core.plan.LetterPurpose;
import vn.ttdn.core.plan.Letters;
import vn.ttdn.core.plan.PlanFlow;
import vn.ttdn.core.port.Ledger.Page;
import vn.ttdn.core.register.IncomingEntry;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterExport;
import vn.ttdn.core.register.RegisterNotes;
import vn.ttdn.core.register.Registers;
import vn.ttdn.core.rest.Route.Takes;

/** Registers and the records behind their lines. */
final class RegisterRoutes {
  private final Host host;
  private final Dossiers dossiers;
  private final Letters letters;
  private final Registers registers;
  private final RegisterViews views;
  private final AnswerViews answerViews;
  private final DossierViews dossierViews;
  private final Labels labels;

  RegisterRoutes(Host host, PlanFlow flow) {
    this.host = host;
    this.dossiers = new Dossiers(host, flow);
    this.letters = new Letters(host, flow);
    this.registers = new Registers(host);
    this.views = new RegisterViews(host);
    this.answerViews = new AnswerViews(host);
    this.dossierViews = new DossierViews(host, dossiers);
    this.labels = new Labels(host);
  }

  List<Route> all() {
    return List.of(
        get(
            "getRecord",
            "/records/{record}",
            (r, v) -> ok(views.recordWithDispatches(dossiers.record(v.get("record")), r.locale()))),
        get("getRecordContent", "/records/{record}/content", this::content),
        post("mendRecord", "/records/{record}/letters", Takes.JSON, this::mend),
        get("listRegisters", "/registers", (r, v) -> ok(views.registers(registers, r.locale()))),
        get("getRegister", "/registers/{register}/{year}", this::register),
        get("exportRegister", "/registers/{register}/{year}/export", this::export),
        get("getIncoming", "/incoming/{year}", this::incoming),
        get("exportIncoming", "/incoming/{year}/export", this::exportIncoming));
  }

  private Response content(Request request, Map<String, String> v) {
    IssuedRecord record = dossiers.record(v.get("record"));
    return download(
        record.mimeType(), record.name(), () -> host.documents().openRecord(record.recordId()));
  }

  private Response mend(Request request, Map<String, String> v) {
    Body body = Body.of(request, "purpose", "subject", "reason");
    String name = body.text("purpose");
    LetterPurpose purpose = known(LetterPurpose.ofName(name), "purpose", "purpose-unknown", name);
    Dossier letter =
        letters.mend(
            dossiers.record(v.get("record")), purpose, body.text("subject"), body.text("reason"));
    return created(dossierViews.dossier(letter, request.locale()));
  }

  private Response register(Request request, Map<String, String> v) {
    Page<RegisterEntry> page =
        registers.page(
            v.get("register"), v.get("year"), query(request, "q"), offset(request), limit(request));
    return ok(
        object(
            "items",
            page.items().stream().map(e -> views.entry(e, request.locale())).toList(),
            "total",
            page.total()));
  }

  private Response incoming(Request request, Map<String, String> v) {
    Page<IncomingEntry> page =
        registers.incoming(v.get("year"), query(request, "q"), offset(request), limit(request));
    return ok(
        object(
            "items",
            page.items().stream().map(e -> answerViews.incoming(e, labels)).toList(),
            "total",
            page.total()));
  }

  private Response export(Request request, Map<String, String> v) {
    RegisterExport.Format format = format(request);
    List<RegisterEntry> entries = registers.all(v.get("register"), v.get("year"));
    // Now: the file is written when the transaction is over.
    Map<String, String> notes = new RegisterNotes(host.ledger(), request.locale()).of(entries);
    return Response.download(
        format.contentType(),
        "so-van-ban-di-" + v.get("register") + "-" + v.get("year") + "." + format.extension(),
        out ->
            RegisterExport.write(
                format, entries, notes, host.organisation().get(), request.locale(), out));
  }

  private Response exportIncoming(Request request, Map<String, String> v) {
    RegisterExport.Format format = format(request);
    List<IncomingEntry> entries = registers.allIncoming(v.get("year"));
    return Response.download(
        format.contentType(),
        "so-van-ban-den-" + v.get("year") + "." + format.extension(),
        out -> RegisterExport.writeIncoming(format, entries, request.locale(), out));
  }

  private static RegisterExport.Format format(Request request) {
    String name = request.query().getOrDefault("format", "csv");
    return known(RegisterExport.Format.ofName(name), "format", "format-unknown", name);
  }
}
