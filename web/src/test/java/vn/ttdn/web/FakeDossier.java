package vn.ttdn.web;

import static vn.ttdn.web.FakeAgency.object;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ttdn.web.FakeAgency.Words;
import vn.ttdn.web.FakePeople.Person;

/** A dossier of the {@link FakeAgency}, in the contract's shapes. */
final class FakeDossier {
  private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
  private static final String HASH =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  /** The four steps, what may be decided there and the state that they make. */
  private enum Step {
    DRAFT(
        "6.2.1",
        "s6_2_1_draftLetter",
        "DRAFTING",
        new Words("Dự thảo công văn đề nghị đề xuất nội dung Kế hoạch", "Draft the letter"),
        new Words("Đang dự thảo", "Being drafted"),
        List.of("submitted")),
    HEAD(
        "6.2.2",
        "s6_2_2_departmentHeadReview",
        "DEPARTMENT_HEAD_REVIEW",
        new Words("Lãnh đạo phòng xem xét", "Head of department reviews"),
        new Words("Chờ Lãnh đạo phòng xem xét", "Waiting for the head of department"),
        List.of("accepted", "returned")),
    LEADER(
        "6.2.3",
        "s6_2_3_agencyLeaderReview",
        "AGENCY_LEADER_REVIEW",
        new Words("Lãnh đạo Cục xem xét và cho ý kiến chỉ đạo", "Leader reviews, gives direction"),
        new Words("Chờ Lãnh đạo Cục xem xét", "Waiting for the leader of the agency"),
        List.of("accepted", "returned")),
    ISSUE(
        "6.2.4",
        "s6_2_4_agencyClerkIssue",
        "ISSUING",
        new Words("Văn thư Cục phát hành", "Clerk issues"),
        new Words("Chờ Văn thư Cục phát hành", "Waiting for the clerk"),
        List.of("issued", "returned"));

    final String clause;
    final String id;
    final String state;
    final Words label;
    final Words stateLabel;
    final List<String> outcomes;

    Step(
        String clause,
        String id,
        String state,
        Words label,
        Words stateLabel,
        List<String> outcomes) {
      this.clause = clause;
      this.id = id;
      this.state = state;
      this.label = label;
      this.stateLabel = stateLabel;
      this.outcomes = outcomes;
    }

    Map<String, Object> view(boolean english) {
      return object("id", id, "clause", clause, "label", label.in(english));
    }

    String role() {
      return List.of("SPECIALIST", "DEPARTMENT_HEAD", "AGENCY_LEADER", "AGENCY_CLERK")
          .get(ordinal());
    }
  }

  private record Decision(
      Step step, String outcome, Person by, String comment, Instant at, int of) {}

  private record Version(int number, String name, int size, Person by, Instant at) {}

  final String id;
  final String drafter;
  String subject;
  private int year;
  private List<String> addressees;
  private Step step = Step.DRAFT;
  private int round = 1;
  private final Instant openedAt;
  private Instant changedAt;
  private final List<Decision> decisions = new ArrayList<>();
  private final List<Version> versions = new ArrayList<>();

  FakeDossier(
      String id, String subject, int year, String drafter, List<String> addressees, Instant at) {
    this.id = id;
    this.subject = subject;
    this.year = year;
    this.drafter = drafter;
    this.addressees = addressees;
    this.openedAt = at;
    this.changedAt = at;
  }

  String state() {
    return step == null ? "ISSUED" : step.state;
  }

  String taskId() {
    return step == null ? null : id + "-t" + round;
  }

  String recordId() {
    return step == null ? "r-" + id : null;
  }

  boolean waitsFor(Person person) {
    return step != null
        && step.role().equals(person.role())
        && (step != Step.DRAFT || person.userName().equals(drafter));
  }

  void edit(String newSubject, int newYear, List<String> to) {
    subject = newSubject;
    year = newYear;
    addressees = to;
  }

  Map<String, Object> put(byte[] multipart, Person by, Instant at) {
    String head = new String(multipart, 0, Math.min(multipart.length, 600), StandardCharsets.UTF_8);
    Matcher name = FILE_NAME.matcher(head);
    if (!name.find()) {
      throw new IllegalArgumentException("no file name in: " + head);
    }
    Version version = new Version(versions.size() + 1, name.group(1), multipart.length, by, at);
    versions.add(version);
    return view(version, false);
  }

  void decide(Person by, String outcome, String comment, Instant at) {
    decisions.add(new Decision(step, outcome, by, comment, at, versions.size()));
    changedAt = at;
    round += 1;
    step =
        switch (outcome) {
          case "returned" -> Step.DRAFT;
          case "issued" -> null;
          default -> Step.values()[step.ordinal() + 1];
        };
  }

  Map<String, Object> task(boolean english) {
    return object(
        "id", taskId(),
        "step", step.view(english),
        "waitingSince", changedAt.toString(),
        "outcomes", step.outcomes.stream().map(o -> outcome(o, english)).toList(),
        "dossier", summary(english));
  }

  Map<String, Object> summary(boolean english) {
    Words label = step == null ? new Words("Đã phát hành", "Issued") : step.stateLabel;
    return object(
        "id", id,
        "subject", subject,
        "planYear", year,
        "unit", FakePeople.unit("PTTDN").brief(english),
        "drafter", FakePeople.person(drafter).name(),
        "state", object("code", state(), "label", label.in(english)),
        "step", step == null ? null : step.view(english),
        "openedAt", openedAt.toString(),
        "changedAt", changedAt.toString());
  }

  Map<String, Object> view(Person person, boolean english) {
    Map<String, Object> view = summary(english);
    boolean mine = waitsFor(person);
    view.put("addressees", addresseeViews());
    view.put("documents", versions.isEmpty() ? List.of() : List.of(document(english)));
    view.put("decisions", decisions.stream().map(d -> decision(d, english)).toList());
    view.put("records", records(english));
    view.put(
        "actions",
        mine && step == Step.DRAFT
            ? List.of(
                object("code", "EDIT_DOSSIER", "label", ""),
                object("code", "PUT_DOCUMENT", "label", ""))
            : List.of());
    view.put("task", mine ? task(english) : null);
    return view;
  }

  Map<String, Object> afterDecision(boolean english) {
    Map<String, Object> view = summary(english);
    view.put("records", records(english));
    return view;
  }

  private List<Object> records(boolean english) {
    return step == null ? List.of(record(english)) : List.of();
  }

  Map<String, Object> record(boolean english) {
    Version letter = versions.get(versions.size() - 1);
    return object(
        "id", recordId(),
        "dossierId", id,
        "name", letter.name(),
        "mimeType", "application/pdf",
        "size", letter.size(),
        "sha256", HASH,
        "frozenAt", changedAt.toString(),
        "register", entry(english));
  }

  Map<String, Object> entry(boolean english) {
    return object(
        "register",
        "CV",
        "year",
        2026,
        "number",
        1,
        "symbol",
        "01/TTĐN-PTTĐN",
        "kind",
        object("code", "OFFICIAL_LETTER", "label", english ? "Official letter" : "Công văn"),
        "subject",
        subject,
        "issuedOn",
        "2026-11-23",
        "signer",
        object("fullName", "Đỗ Minh Tuấn", "position", "CỤC TRƯỞNG"),
        "addressees",
        addresseeViews(),
        "draftingUnit",
        FakePeople.unit("PTTDN").brief(english),
        "dossierId",
        id,
        "recordId",
        recordId(),
        "issuedBy",
        FakePeople.person("vanthu").name());
  }

  Map<String, Object> audit(Person actor) {
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
                openedAt.toString(),
                "actor",
                actor.name(),
                "action",
                "dossier.opened",
                "detail",
                "{}",
                "hash",
                HASH)));
  }

  private List<Map<String, Object>> addresseeViews() {
    return addressees.stream().map(name -> object("unit", null, "name", name)).toList();
  }

  private Map<String, Object> document(boolean english) {
    Map<String, Object> view = view(versions.get(versions.size() - 1), english);
    view.put("versions", versions.stream().map(v -> view(v, english)).toList());
    return view;
  }

  private static Map<String, Object> view(Version version, boolean english) {
    return object(
        "id", "letter",
        "kind",
            object("code", "OFFICIAL_LETTER", "label", english ? "Official letter" : "Công văn"),
        "name", version.name(),
        "mimeType", "application/pdf",
        "size", version.size(),
        "sha256", HASH,
        "version", "1." + (version.number() - 1),
        "createdBy", version.by().name(),
        "createdAt", version.at().toString());
  }

  private Map<String, Object> decision(Decision d, boolean english) {
    return object(
        "ordinal", decisions.indexOf(d) + 1,
        "step", d.step().view(english),
        "outcome", outcome(d.outcome(), english),
        "person", d.by().name(),
        "role", d.by().roleView(english),
        "comment", d.comment(),
        "document",
            d.of() == 0
                ? null
                : object("id", "letter", "version", "1." + (d.of() - 1), "sha256", HASH),
        "at", d.at().toString());
  }

  private static Map<String, Object> outcome(String code, boolean english) {
    Words label =
        switch (code) {
          case "submitted" -> new Words("Trình", "Submit");
          case "accepted" -> new Words("Đạt", "Accept");
          case "returned" -> new Words("Không đạt", "Return");
          default -> new Words("Phát hành", "Issue");
        };
    return object("code", code, "label", label.in(english), "needsReason", code.equals("returned"));
  }
}
