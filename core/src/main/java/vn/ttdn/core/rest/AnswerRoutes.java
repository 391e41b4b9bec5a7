package vn.ttdn.core.rest;

import static vn.ttdn.core.rest.Routes.MAX_PAGE;
import static vn.ttdn.core.rest.Routes.created;
import static vn.ttdn.core.rest.Routes.download;
import static vn.ttdn.core.rest.Routes.file;
import static vn.ttdn.core.rest.Routes.get;
import static vn.ttdn.core.rest.Routes.object;
import static vn.ttdn.core.rest.Routes.offset;
import static vn.ttdn.core.rest.Routes.ok;
import static vn.ttdn.core.rest.Routes.post;
import static vn.ttdn.core.rest.Routes.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerFlow;
import vn.ttdn.core.answers.Answers;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.IssueForm;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.register.IncomingEntry;
import vn.ttdn.core.rest.Route.Takes;
import vn.ttdn.core.schema.DocumentSlot;

/** What asked units owe and give. */
final class AnswerRoutes {
  private static final String ANSWER = "/answers/{answer}";

  private final Host host;
  private final Answers answers;
  private final AnswerViews views;
  private final Labels labels;

  AnswerRoutes(Host host, AnswerFlow flow) {
    this.host = host;
    this.answers = new Answers(host, flow);
    this.views = new AnswerViews(host);
    this.labels = new Labels(host);
  }

  List<Route> all() {
    return List.of(
        get("listOwedAnswers", "/answers", (r, v) -> owed(r)),
        get(
            "getAnswer",
            ANSWER,
            (r, v) -> ok(views.answer(answers.readable(v.get("answer")), r.locale()))),
        post("putAnswer", ANSWER + "/file", Takes.FILE, this::put),
        get("getAnswerContent", ANSWER + "/versions/{version}/content", this::content),
        post("extendAnswer", ANSWER + "/extension", Takes.JSON, this::extend),
        post("noteAnswer", ANSWER + "/notes", Takes.JSON, this::note),
        post("registerAnswer", ANSWER + "/incoming", Takes.FILE, this::register));
  }

  /** Who owes what to the dossiers that the current person may read, the latest first. */
  private Response owed(Request request) {
    Person reader = host.currentPerson().get();
    int offset = offset(request);
    int limit = Routes.number(request, "limit", MAX_PAGE, MAX_PAGE);
    int atMost = (int) Math.min(Integer.MAX_VALUE, (long) offset + limit);
    List<Map<String, Object>> items =
        host.ledger().owedAnswers(reader, atMost).stream()
            .skip(offset)
            .map(
                a ->
                    views.owed(
                        a, host.ledger().dossier(a.dossierId()).orElseThrow(), request.locale()))
            .toList();
    return ok(object("items", items, "total", host.ledger().owedCount(reader)));
  }

  private Response put(Request request, Map<String, String> v) {
    StoredDocument stored = answers.put(v.get("answer"), file(request));
    return created(
        object("name", stored.name(), "version", stored.version(), "sha256", stored.sha256()));
  }

  private Response content(Request request, Map<String, String> v) {
    Answer answer = answers.readable(v.get("answer"));
    StoredDocument stored =
        host.documents().documents(answer.dossierId()).stream()
            .filter(d -> d.slot().equals(DocumentSlot.answer(answer.id())))
            .flatMap(d -> host.documents().versions(answer.dossierId(), d.id()).stream())
            .filter(d -> d.version().equals(v.get("version")))
            .findFirst()
            .orElseThrow(() -> Refusal.of(Kind.NOT_FOUND, "document-unknown"));
    return download(
        stored.mimeType(),
        stored.name(),
        () -> host.documents().open(answer.dossierId(), stored.id(), stored.version()));
  }

  private Response extend(Request request, Map<String, String> v) {
    Body body = Body.of(request, "dueOn", "reason");
    Answer answer = answers.extend(v.get("answer"), body.requiredDay("dueOn"), body.text("reason"));
    return ok(views.answer(answer, request.locale()));
  }

  private Response note(Request request, Map<String, String> v) {
    Body body = Body.of(request, "on", "text");
    Answer answer =
        answers.note(v.get("answer"), body.day("on").orElseGet(host::today), body.text("text"));
    return created(views.answer(answer, request.locale()));
  }

  /** The form's fields come with the file, as query parameters or parts. */
  private Response register(Request request, Map<String, String> v) {
    String round = query(request, "round");
    Answers.Arrival arrival =
        new Answers.Arrival(
            IssueForm.day(query(request, "arrivedOn"), "arrivedOn"),
            query(request, "symbol"),
            IssueForm.day(query(request, "issuedOn"), "issuedOn"),
            query(request, "subject"));
    IncomingEntry entry =
        answers.register(
            v.get("answer"),
            round.isEmpty() ? Optional.empty() : Optional.of(Routes.number(request, "round", 0, 3)),
            arrival,
            file(request));
    return created(views.incoming(entry, labels));
  }
}
