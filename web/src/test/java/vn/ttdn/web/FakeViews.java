package vn.ttdn.web;

import static vn.ttdn.web.FakeAgency.object;
import static vn.ttdn.web.FakeWords.code;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ttdn.web.FakeDossier.Addressee;
import vn.ttdn.web.FakeDossier.Decision;
import vn.ttdn.web.FakePeople.Person;

/** Dossiers in the contract's shapes: the members of core's views, under the same names. */
final class FakeViews {
  private final FakeAgency agency;
  private final boolean english;
  private final LocalDate today;

  FakeViews(FakeAgency agency, boolean english) {
    this.agency = agency;
    this.english = english;
    this.today = agency.today();
  }

  Map<String, Object> task(FakeDossier d) {
    return object(
        "id", d.taskId(),
        "kind", "step",
        "step", d.step.view(english),
        "waitingSince", d.changedAt.toString(),
        "dueOn", d.stepDueOn.toString(),
        "late", d.late(today),
        "outcomes", d.step.outcomes().stream().map(this::outcome).toList(),
        "issues", d.step.issues() ? code("kind", d.issues(), english) : null,
        "dossier", summary(d));
  }

  Map<String, Object> summary(FakeDossier d) {
    return object(
        "id", d.id,
        "procedure", code("procedure", d.letter == null ? "PLAN" : "LETTER", english),
        "subject", d.subject,
        "planYear", d.year,
        "unit", FakePeople.unit("PTTDN").brief(english),
        "drafter", FakePeople.person(d.drafter).name(),
        "round", d.round,
        "state", code("state", d.state(), english),
        "step", d.step == null ? null : d.step.view(english),
        "urgency", code("urgency", d.urgency, english),
        "stepDueOn", d.stepDueOn == null ? null : d.stepDueOn.toString(),
        "dueOn", d.dueOn,
        "late", d.late(today),
        "openedAt", d.openedAt.toString(),
        "changedAt", d.changedAt.toString());
  }

  Map<String, Object> dossier(FakeDossier d, Person person) {
    Map<String, Object> view = summary(d);
    view.put("direction", d.direction);
    view.put("answersDueOn", d.answersDueOn);
    view.put("letter", d.letter == null ? null : d.letter.view(english));
    view.put("formerDrafters", d.former.stream().map(u -> FakePeople.person(u).name()).toList());
    view.put("addressees", d.addressees.stream().map(Addressee::view).toList());
    view.put("documents", d.files.values().stream().map(f -> f.document(english)).toList());
    view.put("needed", d.step == null ? List.of() : needed(d));
    view.put("decisions", decisions(d));
    view.put("records", agency.registers().ofDossier(d.id, english));
    if (d.letter == null) {
      view.put(
          "answers", agency.answers().of(d).stream().map(a -> a.summary(english, today)).toList());
      view.put("withoutAnswer", agency.answers().missing(d));
      view.put("letters", letters(d));
    }
    view.put(
        "actions", d.actions(person).stream().map(a -> object("code", a, "label", a)).toList());
    view.put("task", d.waitsFor(person) ? task(d) : null);
    view.put("keep", agency.keeping().keep(d, english));
    view.put("mayHold", agency.keeping().mayHold(d, person));
    return view;
  }

  Map<String, Object> afterDecision(FakeDossier d) {
    Map<String, Object> view = summary(d);
    view.put("records", agency.registers().ofDossier(d.id, english));
    return view;
  }

  private List<Object> needed(FakeDossier d) {
    List<Object> needed = new ArrayList<>();
    for (String kind : d.needed()) {
      needed.add(object("kind", code("kind", kind, english), "there", d.files.containsKey(kind)));
    }
    return needed;
  }

  private List<Object> letters(FakeDossier plan) {
    List<Object> letters = new ArrayList<>();
    for (FakeDossier d : agency.dossiers()) {
      if (d.letter != null && d.letter.planId().equals(plan.id)) {
        Map<String, Object> view = summary(d);
        view.put("letter", d.letter.view(english));
        letters.add(view);
      }
    }
    return letters;
  }

  private List<Object> decisions(FakeDossier d) {
    List<Object> views = new ArrayList<>();
    for (Decision one : d.decisions) {
      String instead = one.by().insteadOf();
      views.add(
          object(
              "ordinal", views.size() + 1,
              "step", one.step().view(english),
              "outcome", outcome(one.outcome()),
              "person", one.by().name(),
              "role", one.by().roleView(english),
              "insteadOf", instead == null ? null : FakePeople.person(instead).fullName(),
              "comment", one.comment(),
              "withoutAnswer", one.withoutAnswer(),
              "documents",
                  one.about().stream()
                      .map(
                          a ->
                              object(
                                  "kind", code("kind", a.kind(), english),
                                  "id", a.id(),
                                  "version", a.version(),
                                  "sha256", FakeFile.HASH))
                      .toList(),
              "at", one.at().toString()));
    }
    return views;
  }

  private Map<String, Object> outcome(String outcome) {
    Map<String, Object> view = code("outcome", outcome, english);
    view.put("needsReason", outcome.equals("returned") || outcome.equals("cancelled"));
    return view;
  }

  Map<String, Object> audit(FakeDossier d) {
    return object(
        "whole",
        true,
        "firstBreak",
        null,
        "items",
        List.of(
            object(
                "ordinal",
                1,
                "at",
                d.openedAt.toString(),
                "actor",
                FakePeople.person(d.drafter).name(),
                "action",
                "dossier.opened",
                "detail",
                "{}",
                "hash",
                FakeFile.HASH)));
  }
}
