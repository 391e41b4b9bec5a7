package vn.ttdn.web;

import static vn.ttdn.web.FakeAgency.object;
import static vn.ttdn.web.FakeWords.code;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.ttdn.web.FakePeople.Person;

/** A dossier of the {@link FakeAgency}: where it stands and what was decided. */
final class FakeDossier {
  /** Who a document goes to; its mail address or unit is null where it has none. */
  record Addressee(String unit, String name, String email) {
    Map<String, Object> view() {
      return object("unit", unit, "name", name, "email", email);
    }
  }

  /** What a letter apart belongs to; null for a plan. */
  record Letter(String planId, int round, String purpose, String recordId) {
    Map<String, Object> view(boolean english) {
      return object(
          "planId", planId,
          "round", round,
          "purpose", code("purpose", purpose, english),
          "recordId", recordId);
    }

    String kind() {
      return purpose.equals("REMINDER") ? "REMINDER_LETTER" : "OFFICIAL_LETTER";
    }
  }

  record About(String kind, String id, String version) {}

  record Decision(
      FakeStep step,
      String outcome,
      Person by,
      String comment,
      List<String> withoutAnswer,
      List<About> about,
      Instant at) {}

  final String id;
  final Letter letter;
  String subject;
  int year;
  String drafter;
  final List<String> former = new ArrayList<>();
  List<Addressee> addressees;
  String urgency = "NORMAL";
  String direction = "";
  String dueOn;
  String answersDueOn;

  /** Who owes it an answer, for the decision that goes on without. */
  List<String> owing = List.of();

  FakeStep step;
  int round = 1;
  LocalDate stepDueOn;
  String withdrawableBy;
  boolean cancelled;
  final Instant openedAt;
  Instant changedAt;
  final Map<String, FakeFile> files = new LinkedHashMap<>();
  final List<Decision> decisions = new ArrayList<>();
  int seen;
  private int tasks = 1;

  FakeDossier(String id, Letter letter, String subject, String drafter, Instant at) {
    this.id = id;
    this.letter = letter;
    this.subject = subject;
    this.drafter = drafter;
    this.step = letter == null ? FakeStep.DRAFT_LETTER : FakeStep.OWN_DRAFT;
    this.openedAt = at;
    this.changedAt = at;
    this.stepDueOn = FakeAgency.dayOf(at).plusDays(step.days());
  }

  String state() {
    if (step != null) {
      return step.state;
    }
    return cancelled ? "CANCELLED" : "ISSUED";
  }

  String taskId() {
    return step == null ? null : id + "-t" + tasks;
  }

  boolean waitsFor(Person person) {
    return step != null
        && person.is(step.role())
        && (step.drafts() ? person.userName().equals(drafter) : !person.userName().equals(drafter))
        && (!person.is("DEPARTMENT_HEAD") || person.unit().equals("PTTDN"));
  }

  boolean readableBy(Person person) {
    boolean ministry =
        letter == null
            && round == 3
            && (state().startsWith("MINISTRY") || state().equals("ISSUED"));
    return person.isOf("PTTDN")
        || person.unit().equals("CUC")
        || (person.unit().equals("BO") && ministry);
  }

  List<String> needed() {
    if (letter != null) {
      return List.of(letter.kind());
    }
    return switch (round) {
      case 1 -> List.of("OFFICIAL_LETTER");
      case 2 -> List.of("COMMENT_LETTER", "DECISION", "PLAN");
      default -> List.of("SUBMISSION_SLIP", "DECISION", "PLAN");
    };
  }

  /** What gets its number at the open step. */
  String issues() {
    return step == FakeStep.MINISTRY_CLERK ? "DECISION" : needed().get(0);
  }

  FakeFile put(String kind, boolean signed, String name, int size, Person by, Instant at) {
    FakeFile file =
        files.computeIfAbsent(
            kind + (signed ? "-signed" : ""), slot -> new FakeFile(id + "-" + slot, kind, signed));
    file.add(name, size, by, at);
    return file;
  }

  /** What is signed at the open step: the Ministry signs the Plan beside its Decision. */
  List<String> toSign() {
    return issues().equals("DECISION") ? List.of("DECISION", "PLAN") : List.of(issues());
  }

  /** The signed file of a kind that is newer than the last approval; null if there is none. */
  FakeFile signed(String kind) {
    FakeFile file = files.get(kind + "-signed");
    Instant approved =
        decisions.stream()
            .filter(d -> d.outcome().equals("accepted"))
            .map(Decision::at)
            .reduce((first, second) -> second)
            .orElseThrow();
    return file == null || file.newest().at().isBefore(approved) ? null : file;
  }

  void decide(Person by, String outcome, String comment, Instant at) {
    List<About> about =
        needed().stream()
            .map(files::get)
            .filter(Objects::nonNull)
            .map(f -> new About(f.kind, f.id, f.version()))
            .toList();
    FakeStep from = step;
    decisions.add(
        new Decision(
            from,
            outcome,
            by,
            comment,
            outcome.equals("submitted") ? owing : List.of(),
            outcome.equals("cancelled") ? List.of() : about,
            at));
    changedAt = at;
    tasks += 1;
    withdrawableBy = null;
    step =
        switch (outcome) {
          case "returned" -> from.back();
          case "withdrawn" -> from.before();
          case "cancelled" -> null;
          default -> from.next().orElse(null);
        };
    if (step == null) {
      cancelled = outcome.equals("cancelled");
      stepDueOn = null;
      return;
    }
    round = step.round();
    stepDueOn = FakeAgency.dayOf(at).plusDays(step.days());
    if (outcome.equals("submitted") || outcome.equals("accepted")) {
      withdrawableBy = by.userName();
    }
  }

  void seenBy(Person person) {
    seen += 1;
    if (waitsFor(person)) {
      withdrawableBy = null;
    }
  }

  void assign(String to, String written, String how, String until, Instant at) {
    if (!to.equals(drafter)) {
      former.add(drafter);
    }
    drafter = to;
    direction = written;
    urgency = how;
    dueOn = until;
    changedAt = at;
  }

  /** What a person may do with it now, besides reading it. */
  List<String> actions(Person person) {
    List<String> may = new ArrayList<>(List.of("READ_DOSSIER", "READ_RECORD"));
    boolean drafts = person.userName().equals(drafter);
    if (drafts && step != null && step.drafts()) {
      may.addAll(List.of("EDIT_DOSSIER", "PUT_DOCUMENT", "SUBMIT"));
    }
    if (waitsFor(person) && !step.drafts()) {
      may.addAll(step.issues() ? List.of("ISSUE", "CLERK_RETURN", "ATTACH_SIGNED") : List.of());
    }
    if (person.userName().equals(withdrawableBy)) {
      may.add("WITHDRAW");
    }
    if (person.is("DEPARTMENT_HEAD") && step != null) {
      may.add("ASSIGN");
    }
    boolean specialists = letter != null || round == 1;
    if (step != null && (specialists ? drafts : person.is("AGENCY_LEADER"))) {
      may.add("CANCEL");
    }
    if (drafts && letter == null) {
      may.addAll(List.of("FOLLOW_ANSWERS", "WRITE_LETTER"));
    }
    return may;
  }

  boolean late(LocalDate today) {
    return step != null
        && (today.isAfter(stepDueOn) || (dueOn != null && today.isAfter(LocalDate.parse(dueOn))));
  }
}
