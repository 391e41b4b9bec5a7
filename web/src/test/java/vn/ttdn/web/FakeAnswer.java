package vn.ttdn.web;

import static vn.ttdn.web.FakeAgency.object;
import static vn.ttdn.web.FakeWords.code;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ttdn.web.FakeDossier.Addressee;
import vn.ttdn.web.FakePeople.Person;

/** What one asked unit owes a dossier. */
final class FakeAnswer {
  private record Event(
      String kind, LocalDate on, String text, Person by, String version, Instant at) {}

  final String id;
  final FakeDossier dossier;
  final int round;
  final Addressee asked;
  final FakeRegisters.Entry letter;
  final LocalDate askedOn;
  final LocalDate firstDueOn;
  LocalDate dueOn;
  String state = "WAITING";
  LocalDate receivedOn;
  boolean noComment;
  String reason = "";
  final FakeFile file;
  final List<FakeRegisters.Incoming> incoming = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private int tasks = 1;

  FakeAnswer(
      String id,
      FakeDossier dossier,
      int round,
      Addressee asked,
      FakeRegisters.Entry letter,
      LocalDate dueOn) {
    this.id = id;
    this.dossier = dossier;
    this.round = round;
    this.asked = asked;
    this.letter = letter;
    this.askedOn = letter.issuedOn();
    this.firstDueOn = dueOn;
    this.dueOn = dueOn;
    this.file = new FakeFile(id + "-file", "UNIT_ANSWER", false);
  }

  boolean owed() {
    return state.equals("WAITING") || state.equals("NOT_AS_ASKED");
  }

  boolean late(LocalDate today) {
    return owed() || state.equals("MISSING")
        ? today.isAfter(dueOn)
        : receivedOn != null && receivedOn.isAfter(dueOn);
  }

  String taskId() {
    return owed() || state.equals("RECEIVED") ? id + "-t" + tasks : null;
  }

  boolean givenBy(Person person) {
    return asked.unit() == null ? person.is("AGENCY_CLERK") : person.isOf(asked.unit());
  }

  boolean followedBy(Person person) {
    return person.userName().equals(dossier.drafter);
  }

  boolean waitsFor(Person person) {
    return owed() ? givenBy(person) : state.equals("RECEIVED") && followedBy(person);
  }

  void happened(String kind, LocalDate on, String text, Person by, String version, Instant at) {
    events.add(new Event(kind, on, text, by, version, at));
  }

  void given(boolean without, LocalDate day, String text, Person by, Instant at) {
    state = without ? "COMPLETED" : "RECEIVED";
    noComment = without;
    receivedOn = day;
    tasks += 1;
    happened(
        without ? "NO_COMMENT" : "RECEIVED", day, text, by, without ? null : file.version(), at);
  }

  void examined(boolean asAsked, String why, LocalDate day, Person by, Instant at) {
    state = asAsked ? "COMPLETED" : "NOT_AS_ASKED";
    reason = asAsked ? reason : why;
    tasks += 1;
    happened(asAsked ? "ACCEPTED" : "NOT_AS_ASKED", day, why, by, null, at);
  }

  Map<String, Object> summary(boolean english, LocalDate today) {
    return object(
        "id", id,
        "dossierId", dossier.id,
        "round", round,
        "asked", asked.view(),
        "askedOn", askedOn.toString(),
        "dueOn", dueOn.toString(),
        "firstDueOn", firstDueOn.toString(),
        "state", code("answer", state, english),
        "late", late(today),
        "receivedOn", receivedOn == null ? null : receivedOn.toString(),
        "noComment", noComment,
        "reason", reason,
        "reminders", count("REMINDED"),
        "notes", count("NOTE"));
  }

  private long count(String kind) {
    return events.stream().filter(e -> e.kind().equals(kind)).count();
  }

  Map<String, Object> owed(boolean english, LocalDate today) {
    Map<String, Object> view = summary(english, today);
    view.put("subject", dossier.subject);
    view.put("planYear", dossier.year);
    view.put("unit", FakePeople.unit("PTTDN").brief(english));
    view.put("drafter", FakePeople.person(dossier.drafter).name());
    return view;
  }

  Map<String, Object> task(boolean english, LocalDate today) {
    boolean give = owed();
    return object(
        "id",
        taskId(),
        "kind",
        "answer",
        "step",
        object(
            "id",
            give ? "a1_giveAnswer" : "a2_examineAnswer",
            "clause",
            "",
            "label",
            give
                ? (english ? "Answer" : "Trả lời")
                : (english ? "Examine the answer" : "Xem xét trả lời")),
        "waitingSince",
        askedOn.toString(),
        "dueOn",
        dueOn.toString(),
        "late",
        late(today),
        "outcomes",
        (give ? List.of("answered", "noComment") : List.of("accepted", "returned"))
            .stream()
                .map(
                    o -> {
                      Map<String, Object> view = code("answer", o, english);
                      view.put("needsReason", o.equals("returned"));
                      return view;
                    })
                .toList(),
        "answer",
        owed(english, today));
  }

  Map<String, Object> view(Person person, boolean english, LocalDate today) {
    Map<String, Object> view = owed(english, today);
    view.put(
        "letter",
        object(
            "symbol", letter.symbol(),
            "issuedOn", letter.issuedOn().toString(),
            "signer", letter.signerName(),
            "records", letter.files(english)));
    view.put("versions", file.answerVersions());
    view.put("incoming", incoming.stream().map(FakeRegisters.Incoming::view).toList());
    List<Object> story = new ArrayList<>();
    for (Event e : events) {
      story.add(
          object(
              "ordinal", story.size() + 1,
              "kind", code("event", e.kind(), english),
              "on", e.on().toString(),
              "text", e.text(),
              "person", e.by().name(),
              "version", e.version(),
              "at", e.at().toString()));
    }
    view.put("events", story);
    view.put("mayFollow", followedBy(person));
    view.put("mayRegister", asked.unit() == null && owed() && givenBy(person));
    view.put("task", waitsFor(person) ? task(english, today) : null);
    return view;
  }
}
