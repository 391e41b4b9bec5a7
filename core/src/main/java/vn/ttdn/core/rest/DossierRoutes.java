package vn.ttdn.core.rest;

import static vn.ttdn.core.rest.Routes.MAX_PAGE;
import static vn.ttdn.core.rest.Routes.created;
import static vn.ttdn.core.rest.Routes.download;
import static vn.ttdn.core.rest.Routes.file;
import static vn.ttdn.core.rest.Routes.get;
import static vn.ttdn.core.rest.Routes.known;
import static vn.ttdn.core.rest.Routes.limit;
import static vn.ttdn.core.rest.Routes.object;
import static vn.ttdn.core.rest.Routes.offset;
import static vn.ttdn.core.rest.Routes.ok;
import static vn.ttdn.core.rest.Routes.post;
import static vn.ttdn.core.rest.Routes.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerFlow;
import vn.ttdn.core.answers.Answers;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Dossiers;
import vn.ttdn.core.plan.Handling;
import vn.ttdn.core.plan.Letters;
import vn.ttdn.core.plan.NewDossier;
import vn.ttdn.core.plan.PlanFlow;
import vn.ttdn.core.plan.Steering;
import vn.ttdn.core.plan.TaskVariables;
import vn.ttdn.core.plan.Urgency;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.port.Ledger.DossierQuery;
import vn.ttdn.core.port.Ledger.Page;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.rest.Route.Takes;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;
import vn.ttdn.core.text.Dates;
import vn.ttdn.core.text.Fold;

/** Tasks and dossiers. */
final class DossierRoutes {
  private static final String DOSSIER = "/dossiers/{dossier}";

  private final Host host;
  private final Dossiers dossiers;
  private final Steering steering;
  private final Letters letters;
  private final Answers answers;
  private final DossierViews views;
  private final AnswerViews answerViews;

  DossierRoutes(Host host, PlanFlow flow, AnswerFlow answers) {
    this.host = host;
    this.dossiers = new Dossiers(host, flow);
    this.steering = new Steering(host, flow);
    this.letters = new Letters(host, flow);
    this.answers = new Answers(host, answers);
    this.views = new DossierViews(host, dossiers);
    this.answerViews = new AnswerViews(host);
  }

  List<Route> all() {
    return List.of(
        get("listTasks", "/tasks", (r, v) -> listTasks(r)),
        post("decideTask", "/tasks/{task}/decision", Takes.JSON, this::decide),
        post("seeTask", "/tasks/{task}/seen", Takes.NOTHING, this::seenTask),
        get("listDossiers", "/dossiers", (r, v) -> list(r)),
        post("openDossier", "/dossiers", Takes.JSON, (r, v) -> open(r)),
        get(
            "getDossier",
            DOSSIER,
            (r, v) -> ok(views.dossier(dossiers.readable(v.get("dossier")), r.locale()))),
        Routes.put("editDossier", DOSSIER, this::edit),
        post("seeDossier", DOSSIER + "/seen", Takes.NOTHING, this::seen),
        post("assignDossier", DOSSIER + "/assignment", Takes.JSON, this::assign),
        post("withdrawDossier", DOSSIER + "/withdrawal", Takes.NOTHING, this::withdraw),
        post("cancelDossier", DOSSIER + "/cancellation", Takes.JSON, this::cancel),
        post("putDocument", DOSSIER + "/documents/{kind}", Takes.FILE, this::putDraft),
        post("putSigned", DOSSIER + "/signed/{kind}", Takes.FILE, this::putSigned),
        get(
            "getDocumentContent",
            DOSSIER + "/documents/{document}/versions/{version}/content",
            this::documentContent),
        post("remindAnswers", DOSSIER + "/reminders", Takes.JSON, this::remind),
        get(
            "getAudit",
            DOSSIER + "/audit",
            (r, v) -> ok(views.audit(dossiers.readable(v.get("dossier"))))));
  }

  private Response listTasks(Request request) {
    Person person = host.currentPerson().get();
    Ledger ledger = host.ledger();
    int offset = offset(request);
    int limit = Routes.number(request, "limit", MAX_PAGE, MAX_PAGE);
    // Both lists come by their due day: what is on the page is among so many of each.
    int atMost = (int) Math.min(Integer.MAX_VALUE, (long) offset + limit);
    List<Waiting> waiting = new ArrayList<>();
    for (Dossier dossier : ledger.waitingFor(person, atMost)) {
      waiting.add(
          new Waiting(
              dossier.stepDueOn().orElseThrow(), () -> views.task(dossier, request.locale())));
    }
    for (Answer answer : ledger.answersWaitingFor(person, atMost)) {
      waiting.add(
          new Waiting(
              answer.dueOn(),
              () -> {
                Dossier dossier = ledger.dossier(answer.dossierId()).orElseThrow();
                return answerViews.task(answer, dossier, request.locale());
              }));
    }
    return ok(
        object(
            "items",
            waiting.stream()
                .sorted(Comparator.comparing(Waiting::dueOn))
                .skip(offset)
                .limit(limit)
                .map(w -> w.view().get())
                .toList(),
            "total",
            ledger.waitingCount(person) + ledger.answersWaitingCount(person)));
  }

  /** What waits for somebody; shown only if it is on the page. */
  private record Waiting(LocalDate dueOn, Supplier<Map<String, Object>> view) {}

  private Response decide(Request request, Map<String, String> v) {
    Body body =
        Body.of(
            request,
            "outcome",
            "comment",
            "authority",
            "signerName",
            "signerPosition",
            "number",
            "issuedOn",
            "difference",
            "onPaper");
    Map<String, String> variables = new HashMap<>();
    variables.put(TaskVariables.OUTCOME, body.text("outcome"));
    variables.put(TaskVariables.COMMENT, body.text("comment"));
    variables.put(TaskVariables.AUTHORITY, body.text("authority"));
    variables.put(TaskVariables.SIGNER_NAME, body.text("signerName"));
    variables.put(TaskVariables.SIGNER_POSITION, body.text("signerPosition"));
    variables.put(TaskVariables.NUMBER, body.text("number"));
    variables.put(TaskVariables.ISSUED_ON, body.text("issuedOn"));
    variables.put(TaskVariables.DIFFERENCE, body.text("difference"));
    variables.put(TaskVariables.ON_PAPER, Boolean.toString(body.flag("onPaper")));
    variables.values().removeIf(String::isEmpty);
    String task = v.get("task");
    Optional<Answer> answer = host.ledger().answerByTask(task);
    if (answer.isPresent()) {
      Answer decided = answers.decide(answer.get(), variables);
      return ok(answerViews.answer(decided, request.locale()));
    }
    return ok(views.afterDecision(dossiers.decide(task, variables), request.locale()));
  }

  private Response list(Request request) {
    Person person = host.currentPerson().get();
    String name = query(request, "state");
    Optional<DossierState> state =
        name.isEmpty()
            ? Optional.empty()
            : Optional.of(
                known(
                    Arrays.stream(DossierState.values())
                        .filter(s -> s.name().equals(name))
                        .findFirst(),
                    "state",
                    "state-unknown",
                    name));
    Page<Dossier> page =
        host.ledger()
            .dossiers(
                new DossierQuery(
                    person,
                    Fold.fold(query(request, "q")),
                    state,
                    offset(request),
                    limit(request)));
    return ok(
        object(
            "items",
            page.items().stream().map(d -> views.summary(d, request.locale())).toList(),
            "total",
            page.total()));
  }

  private Response open(Request request) {
    Body body =
        Body.of(
            request,
            "subject",
            "planYear",
            "unit",
            "addressees",
            "answersDueOn",
            "drafter",
            "direction",
            "urgency",
            "dueOn");
    Dossier dossier = dossiers.open(contents(body), body.some("drafter"));
    return created(views.dossier(dossier, request.locale()));
  }

  private Response edit(Request request, Map<String, String> v) {
    Body body = Body.of(request, "subject", "planYear", "unit", "addressees", "answersDueOn");
    Dossier dossier = dossiers.edit(v.get("dossier"), contents(body));
    return ok(views.dossier(dossier, request.locale()));
  }

  private NewDossier contents(Body body) {
    Handling handling =
        new Handling(
            urgency(body), body.text("direction"), body.day("dueOn"), body.day("answersDueOn"));
    for (String field : List.of("dueOn", "answersDueOn")) {
      body.day(field)
          .filter(day -> day.isBefore(host.today()))
          .ifPresent(
              day -> {
                throw Refusal.ofField(field, "due-day-past", day.format(Dates.DAY));
              });
    }
    return NewDossier.checked(
        body.text("subject"),
        body.year("planYear"),
        body.text("unit"),
        body.texts("addressees"),
        handling,
        host.organisation().get());
  }

  private static Urgency urgency(Body body) {
    String name = body.some("urgency").orElse(Urgency.NORMAL.name());
    return known(Urgency.ofName(name), "urgency", "urgency-unknown", name);
  }

  private Response seen(Request request, Map<String, String> v) {
    return ok(views.summary(steering.opened(v.get("dossier")), request.locale()));
  }

  /** The same by the task, which is all that a task form of the host knows. */
  private Response seenTask(Request request, Map<String, String> v) {
    steering.openedTask(v.get("task"));
    return ok(object());
  }

  private Response assign(Request request, Map<String, String> v) {
    Body body = Body.of(request, "drafter", "direction", "urgency", "dueOn");
    Dossier dossier =
        steering.assign(
            v.get("dossier"),
            body.text("drafter"),
            body.text("direction"),
            urgency(body),
            body.day("dueOn"));
    return ok(views.dossier(dossier, request.locale()));
  }

  private Response withdraw(Request request, Map<String, String> v) {
    return ok(views.afterDecision(steering.withdraw(v.get("dossier")), request.locale()));
  }

  private Response cancel(Request request, Map<String, String> v) {
    Body body = Body.of(request, "reason");
    Dossier dossier = steering.cancel(v.get("dossier"), body.text("reason"));
    return ok(views.afterDecision(dossier, request.locale()));
  }

  private Response putDraft(Request request, Map<String, String> v) {
    DocumentSlot slot = DocumentSlot.draft(kind(v.get("kind")));
    StoredDocument stored = dossiers.put(v.get("dossier"), slot, file(request));
    return created(views.document(stored, request.locale()));
  }

  private Response putSigned(Request request, Map<String, String> v) {
    DocumentKind kind = kind(v.get("kind"));
    StoredDocument stored =
        dossiers.put(v.get("dossier"), DocumentSlot.signed(kind), file(request));
    Map<String, Object> view = views.document(stored, request.locale());
    view.put(
        "comparison",
        DossierViews.comparison(
            dossiers.compareSigned(v.get("dossier"), kind, stored), request.locale()));
    return created(view);
  }

  private static DocumentKind kind(String name) {
    return known(
        Arrays.stream(DocumentKind.values())
            .filter(k -> k.name().equals(name.toUpperCase(Locale.ROOT)))
            .findFirst(),
        "kind",
        "kind-unknown",
        name);
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

  private Response remind(Request request, Map<String, String> v) {
    Body body = Body.of(request, "answers", "subject");
    Dossier letter = letters.remind(v.get("dossier"), body.texts("answers"), body.text("subject"));
    return created(views.dossier(letter, request.locale()));
  }
}
