package vn.ttdn.core.rest;

import static vn.ttdn.core.rest.Labels.code;
import static vn.ttdn.core.rest.Routes.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.Host;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerEvent;
import vn.ttdn.core.answers.AnswerFlow;
import vn.ttdn.core.answers.AnswerState;
import vn.ttdn.core.audit.AuditChain;
import vn.ttdn.core.audit.AuditEntry;
import vn.ttdn.core.comparison.Comparison;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Dossiers;
import vn.ttdn.core.plan.Handling;
import vn.ttdn.core.plan.LetterCase;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.RoundDocuments;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.retention.Keeping;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;

/** What the contract shows of dossiers. Instants are ISO 8601 in UTC, days are plain dates. */
final class DossierViews {
  private final Host host;
  private final Dossiers dossiers;
  private final Labels labels;
  private final AnswerViews answers;
  private final RegisterViews registers;

  DossierViews(Host host, Dossiers dossiers) {
    this.host = host;
    this.dossiers = dossiers;
    this.labels = new Labels(host);
    this.answers = new AnswerViews(host);
    this.registers = new RegisterViews(host);
  }

  Map<String, Object> task(Dossier dossier, Locale locale) {
    Step step = dossier.step().orElseThrow();
    return object(
        "id", dossier.taskId().orElseThrow(),
        "kind", "step",
        "step", step(step, locale),
        "waitingSince", dossier.changedAt().toString(),
        "dueOn", dossier.stepDueOn().orElseThrow().toString(),
        "late", dossier.lateOn(host.today()),
        "outcomes", step.outcomes().stream().map(o -> outcome(o, locale)).toList(),
        "issues", step.issues() ? labels.kind(RoundDocuments.issued(dossier, step), locale) : null,
        "dossier", summary(dossier, locale));
  }

  Map<String, Object> summary(Dossier dossier, Locale locale) {
    return object(
        "id", dossier.id(),
        "procedure", code(dossier.procedure().name(), dossier.procedure().label(locale)),
        "subject", dossier.title(),
        "planYear", dossier.planYear(),
        "unit", labels.unit(dossier.unit(), locale),
        "drafter", labels.person(dossier.drafter()),
        "round", dossier.round(),
        "state", code(dossier.state().name(), dossier.state().label(locale)),
        "step", dossier.step().map(s -> step(s, locale)).orElse(null),
        "urgency",
            code(dossier.handling().urgency().name(), dossier.handling().urgency().label(locale)),
        "stepDueOn", day(dossier.stepDueOn()),
        "dueOn", day(dossier.handling().dueOn()),
        "late", dossier.lateOn(host.today()),
        "openedAt", dossier.openedAt().toString(),
        "changedAt", dossier.changedAt().toString());
  }

  Map<String, Object> dossier(Dossier dossier, Locale locale) {
    Map<String, Object> view = summary(dossier, locale);
    Handling handling = dossier.handling();
    view.put("direction", handling.direction());
    view.put("answersDueOn", day(handling.answersDueOn()));
    view.put("letter", dossier.letter().map(l -> letter(l, locale)).orElse(null));
    view.put("formerDrafters", dossier.formerDrafters().stream().map(labels::person).toList());
    view.put("addressees", dossier.addressees().stream().map(Labels::addressee).toList());
    List<StoredDocument> stored = host.documents().documents(dossier.id());
    view.put(
        "documents",
        stored.stream()
            .filter(d -> d.kind() != DocumentKind.UNIT_ANSWER)
            .map(d -> withVersions(dossier, d, locale))
            .toList());
    view.put("needed", needed(dossier, stored, locale));
    Map<String, List<String>> without = wentOnWithout(dossier);
    view.put(
        "decisions",
        host.ledger().decisions(dossier.id()).stream()
            .map(d -> decision(d, without.getOrDefault(d.taskId(), List.of()), locale))
            .toList());
    view.put(
        "records",
        host.ledger().records(dossier.id()).stream()
            .map(r -> registers.record(r, locale))
            .toList());
    if (dossier.procedure() == Procedure.PLAN) {
      List<Answer> asked = host.ledger().answers(dossier.id());
      List<AnswerEvent> events = host.ledger().answerEventsOf(dossier.id());
      view.put("answers", asked.stream().map(a -> answers.followed(a, events, locale)).toList());
      view.put("withoutAnswer", missing(dossier, asked));
      view.put(
          "letters",
          host.ledger().letters(dossier.id()).stream()
              .map(
                  l -> {
                    Map<String, Object> summary = summary(l, locale);
                    summary.put("letter", letter(l.letter().orElseThrow(), locale));
                    return summary;
                  })
              .toList());
    }
    view.put("keep", keep(dossier, locale));
    view.put("mayHold", host.rights().mayHold(host.currentPerson().get(), dossier).isAllowed());
    List<Action> actions = dossiers.actions(dossier);
    view.put("actions", actions.stream().map(a -> code(a.name(), a.label(locale))).toList());
    boolean mine =
        dossier.step().isPresent()
            && actions.stream().anyMatch(a -> a.state().equals(Optional.of(dossier.state())));
    view.put("task", mine ? task(dossier, locale) : null);
    return view;
  }

  /** From when to when the records are handed over, and why; null while the plan has not ended. */
  Map<String, Object> keep(Dossier dossier, Locale locale) {
    return new Keeping(host)
        .window(dossier)
        .map(
            w ->
                object(
                    "state", code(w.on(host.today()).name(), w.on(host.today()).label(locale)),
                    "trigger", w.endedOn().toString(),
                    "notBefore", w.notBefore().toString(),
                    "mustBy", w.mustBy().toString(),
                    "why", w.why(locale),
                    "hold",
                        w.hold()
                            .map(
                                h ->
                                    object(
                                        "reason", h.reason(),
                                        "by", labels.person(h.by()),
                                        "at", h.at().toString()))
                            .orElse(null)))
        .orElse(null);
  }

  /** Who was asked and has not answered: the dossier names them when it goes on without. */
  private List<String> missing(Dossier dossier, List<Answer> asked) {
    return asked.stream()
        .filter(a -> a.state().owed() || a.state() == AnswerState.MISSING)
        .filter(a -> dossier.state().ended() || a.round() < dossier.round() + 1)
        .map(a -> a.asked().name())
        .distinct()
        .toList();
  }

  /** Which documents the round needs and which of them are there. */
  private List<Map<String, Object>> needed(
      Dossier dossier, List<StoredDocument> stored, Locale locale) {
    if (dossier.state().ended()) {
      return List.of();
    }
    return RoundDocuments.needed(dossier).stream()
        .map(
            kind ->
                object(
                    "kind", labels.kind(kind, locale),
                    "there",
                        stored.stream().anyMatch(d -> d.slot().equals(DocumentSlot.draft(kind)))))
        .toList();
  }

  private Map<String, Object> letter(LetterCase letter, Locale locale) {
    return object(
        "planId", letter.planId(),
        "round", letter.round(),
        "purpose", code(letter.purpose().name(), letter.purpose().label(locale)),
        "recordId", letter.recordId().orElse(null));
  }

  /** After a decision the decider may no longer read the dossier; he still gets its outcome. */
  Map<String, Object> afterDecision(Dossier dossier, Locale locale) {
    Map<String, Object> view = summary(dossier, locale);
    view.put(
        "records",
        host.ledger().records(dossier.id()).stream()
            .map(r -> registers.record(r, locale))
            .toList());
    return view;
  }

  private Map<String, Object> withVersions(Dossier dossier, StoredDocument d, Locale locale) {
    Map<String, Object> document = document(d, locale);
    document.put(
        "versions",
        host.documents().versions(dossier.id(), d.id()).stream()
            .map(v -> document(v, locale))
            .toList());
    return document;
  }

  Map<String, Object> document(StoredDocument d, Locale locale) {
    return object(
        "id", d.id(),
        "kind", labels.kind(d.kind(), locale),
        "signed", d.slot().isSigned(),
        "name", d.name(),
        "mimeType", d.mimeType(),
        "size", d.size(),
        "sha256", d.sha256(),
        "version", d.version(),
        "createdBy", labels.person(d.createdBy()),
        "createdAt", d.createdAt().toString());
  }

  /** How a signed file reads beside what was approved. */
  static Map<String, Object> comparison(Comparison.Result result, Locale locale) {
    Map<String, Object> view =
        object(
            "verdict",
            code(result.verdict().name(), result.verdict().label(locale)),
            "reason",
            null,
            "total",
            0,
            "similarity",
            null,
            "differences",
            List.of());
    if (result instanceof Comparison.NotCompared not) {
      view.put("reason", not.side().label(locale) + ": " + not.reason().label(locale));
    } else if (result instanceof Comparison.Different different) {
      view.put("total", different.total());
      view.put("similarity", different.similarity());
      view.put(
          "differences",
          different.differences().stream()
              .map(
                  d ->
                      object(
                          "approved", d.approved(),
                          "signed", d.signed(),
                          "context", d.context()))
              .toList());
    }
    return view;
  }

  /** Who had not answered when the Specialist went on, by his task, as the audit chain has it. */
  private Map<String, List<String>> wentOnWithout(Dossier dossier) {
    Map<String, List<String>> without = new HashMap<>();
    // Nobody is asked before the first letter is out, and no letter apart asks.
    if (dossier.procedure() == Procedure.PLAN && dossier.round() > 1) {
      for (AuditEntry entry : host.ledger().audit(dossier.id())) {
        if (entry.detail().contains(AnswerFlow.WITHOUT_ANSWER)) {
          JsonNode facts = Json.read(entry.detail());
          List<String> names = new ArrayList<>();
          facts.path(AnswerFlow.WITHOUT_ANSWER).forEach(name -> names.add(name.asText()));
          without.put(facts.path("task").asText(), names);
        }
      }
    }
    return without;
  }

  private Map<String, Object> decision(Decision d, List<String> withoutAnswer, Locale locale) {
    return object(
        "ordinal", d.ordinal(),
        "step", step(d.step(), locale),
        "outcome", outcome(d.outcome(), locale),
        "person", object("userName", d.person(), "fullName", d.personName()),
        "role", labels.role(new RoleAt(d.role(), d.unit()), locale),
        "insteadOf", d.insteadOf().orElse(null),
        "comment", d.comment(),
        "withoutAnswer", withoutAnswer,
        "documents",
            d.documents().stream()
                .map(
                    v ->
                        object(
                            "kind", labels.kind(v.kind(), locale),
                            "id", v.documentId(),
                            "version", v.version(),
                            "sha256", v.sha256()))
                .toList(),
        "at", d.at().toString());
  }

  Map<String, Object> audit(Dossier dossier) {
    List<AuditEntry> entries = host.ledger().audit(dossier.id());
    Optional<Integer> broken =
        AuditChain.firstBreak(entries, dossier.auditLength(), dossier.auditHead());
    return object(
        "whole", broken.isEmpty(),
        "firstBreak", broken.orElse(null),
        "items",
            entries.stream()
                .map(
                    e ->
                        object(
                            "ordinal", e.ordinal(),
                            "at", e.at().toString(),
                            "actor", labels.person(e.actor()),
                            "action", e.action(),
                            "detail", e.detail(),
                            "hash", e.hash()))
                .toList());
  }

  private static Map<String, Object> step(Step step, Locale locale) {
    return object(
        "id", step.id(),
        "clause", step.clause(),
        "round", step.round(),
        "label", step.label(locale));
  }

  private static Map<String, Object> outcome(Outcome outcome, Locale locale) {
    return object(
        "code", outcome.code(),
        "label", outcome.label(locale),
        "needsReason", outcome.needsReason());
  }

  private static String day(Optional<java.time.LocalDate> day) {
    return day.map(Object::toString).orElse(null);
  }
}
