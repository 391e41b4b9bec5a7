package vn.ttdn.web;

import static vn.ttdn.web.FakeAgency.object;
import static vn.ttdn.web.FakeWords.code;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.web.FakeAgency.Answer;
import vn.ttdn.web.FakeAgency.Call;
import vn.ttdn.web.FakeDossier.Addressee;
import vn.ttdn.web.FakeFile.Version;
import vn.ttdn.web.FakePeople.Person;

/** The registers of the {@link FakeAgency} and the records behind their lines. */
final class FakeRegisters {
  private final FakeAgency agency;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Incoming> incoming = new ArrayList<>();

  FakeRegisters(FakeAgency agency) {
    this.agency = agency;
  }

  /** One frozen file; the first of an entry is the document, the others went with it. */
  private record Frozen(String id, String kind, Version file) {}

  /** A line of a register of issued documents. */
  record Entry(
      String register,
      long number,
      String symbol,
      FakeDossier dossier,
      String subject,
      int round,
      LocalDate issuedOn,
      String signerName,
      String signerPosition,
      List<Addressee> addressees,
      Person by,
      Instant at,
      List<Frozen> frozen) {
    String recordId() {
      return frozen.get(0).id();
    }

    /** As an answer shows the letter that asks. */
    List<Object> files(boolean english) {
      List<Object> files = new ArrayList<>();
      for (Frozen f : frozen) {
        files.add(
            object(
                "id", f.id(),
                "kind", code("kind", f.kind(), english),
                "name", f.file().name(),
                "size", f.file().size()));
      }
      return files;
    }
  }

  /** A line of the register of incoming documents. */
  record Incoming(
      long number,
      LocalDate arrivedOn,
      LocalDate issuedOn,
      String symbol,
      String subject,
      FakeAnswer answer,
      Frozen frozen,
      Person by) {
    Map<String, Object> view() {
      return object(
          "year", arrivedOn.getYear(),
          "number", number,
          "arrivedOn", arrivedOn.toString(),
          "sender", answer.asked.name(),
          "symbol", symbol,
          "issuedOn", issuedOn.toString(),
          "subject", subject,
          "dossierId", answer.dossier.id,
          "answerId", answer.id,
          "recordId", frozen.id(),
          "registeredBy", by.name());
    }
  }

  /** Freezes what the dossier issues now, before its decision is taken. */
  Entry issue(FakeDossier d, long typed, LocalDate day, String signer, String position, Person by) {
    String kind = d.issues();
    String register =
        switch (kind) {
          case "DECISION" -> "QD";
          case "SUBMISSION_SLIP" -> "PTR";
          default -> "CV";
        };
    long number =
        typed > 0 ? typed : 1 + entries.stream().filter(e -> e.register().equals(register)).count();
    String written = (number < 10 ? "0" : "") + number;
    String symbol =
        switch (register) {
          case "QD" -> written + "/QĐ-BTTTT";
          case "PTR" -> written + "/PTr-TTĐN";
          default -> written + "/TTĐN-PTTĐN";
        };
    List<Frozen> frozen = new ArrayList<>();
    frozen.add(frozen(kind, d.signed(kind)));
    boolean last = kind.equals("DECISION");
    for (String enclosed : last ? List.of("PLAN") : d.needed().subList(1, d.needed().size())) {
      frozen.add(frozen(enclosed, d.files.get(enclosed)));
    }
    List<Addressee> to =
        kind.equals("SUBMISSION_SLIP")
            ? List.of(new Addressee("BO", "Lãnh đạo Bộ Thông tin và Truyền thông", null))
            : d.addressees;
    Entry entry =
        new Entry(
            register,
            number,
            symbol,
            d,
            d.subject,
            d.round,
            day,
            signer,
            position,
            to,
            by,
            agency.tick(),
            frozen);
    entries.add(entry);
    return entry;
  }

  private Frozen frozen(String kind, FakeFile file) {
    return new Frozen(agency.id("r"), kind, file.newest());
  }

  Incoming register(
      FakeAnswer answer,
      LocalDate arrived,
      LocalDate issued,
      String symbol,
      String subject,
      Person by) {
    Frozen frozen = frozen("UNIT_ANSWER", answer.file);
    Incoming entry =
        new Incoming(incoming.size() + 1, arrived, issued, symbol, subject, answer, frozen, by);
    incoming.add(entry);
    return entry;
  }

  boolean taken(long number) {
    return entries.stream().anyMatch(e -> e.register().equals("QD") && e.number() == number);
  }

  List<Object> ofDossier(String id, boolean english) {
    List<Object> records = new ArrayList<>();
    for (Entry e : entries) {
      if (e.dossier().id.equals(id)) {
        e.frozen().forEach(f -> records.add(record(e, f, english)));
      }
    }
    return records;
  }

  private Map<String, Object> record(Entry e, Frozen f, boolean english) {
    boolean main = f == e.frozen().get(0);
    Map<String, Object> view =
        object(
            "id", f.id(),
            "dossierId", e.dossier().id,
            "kind", code("kind", f.kind(), english),
            "round", e.round(),
            "enclosureOf", main ? null : e.recordId(),
            "name", f.file().name(),
            "mimeType", "application/pdf",
            "size", f.file().size(),
            "sha256", FakeFile.HASH,
            "frozenAt", e.at().toString());
    if (main) {
      view.put("register", entry(e, english));
    }
    return view;
  }

  private Map<String, Object> entry(Entry e, boolean english) {
    Map<String, Object> view =
        object(
            "register", e.register(),
            "year", e.issuedOn().getYear(),
            "number", e.number(),
            "symbol", e.symbol(),
            "kind", code("kind", e.frozen().get(0).kind(), english),
            "subject", e.subject(),
            "issuedOn", e.issuedOn().toString(),
            "signer", object("fullName", e.signerName(), "position", e.signerPosition()),
            "addressees", e.addressees().stream().map(Addressee::view).toList(),
            "draftingUnit", FakePeople.unit("PTTDN").brief(english),
            "dossierId", e.dossier().id,
            "recordId", e.recordId(),
            "issuedBy", e.by().name());
    FakeDossier.Letter letter = e.dossier().letter;
    Optional<Entry> earlier =
        Optional.ofNullable(letter).map(FakeDossier.Letter::recordId).flatMap(this::byRecord);
    view.put(
        "mends",
        earlier
            .map(
                was ->
                    object(
                        "purpose", code("purpose", letter.purpose(), english),
                        "recordId", was.recordId(),
                        "symbol", was.symbol()))
            .orElse(null));
    List<Object> mendedBy = new ArrayList<>();
    for (Entry other : entries) {
      FakeDossier.Letter by = other.dossier().letter;
      if (by != null && e.recordId().equals(by.recordId())) {
        mendedBy.add(
            object(
                "purpose", code("purpose", by.purpose(), english),
                "symbol", other.symbol(),
                "issuedOn", other.issuedOn().toString(),
                "recordId", other.recordId()));
      }
    }
    view.put("mendedBy", mendedBy);
    return view;
  }

  Optional<Entry> byRecord(String id) {
    return entries.stream().filter(e -> e.recordId().equals(id)).findFirst();
  }

  Answer record(Call call, String id, String rest) {
    for (Entry e : entries) {
      for (Frozen f : e.frozen()) {
        if (f.id().equals(id)) {
          if (rest.equals("/content")) {
            return FakeAgency.pdf(f.file().name());
          }
          Map<String, Object> view = record(e, f, call.english());
          view.put("dispatches", dispatches(e, call.english()));
          return Answer.json(200, view);
        }
      }
    }
    return incoming.stream()
        .filter(e -> e.frozen().id().equals(id))
        .findFirst()
        .map(
            e ->
                Answer.json(
                    200,
                    object(
                        "id",
                        id,
                        "dossierId",
                        e.answer().dossier.id,
                        "kind",
                        code("kind", "UNIT_ANSWER", call.english()),
                        "round",
                        e.answer().round,
                        "enclosureOf",
                        null,
                        "name",
                        e.frozen().file().name(),
                        "mimeType",
                        "application/pdf",
                        "size",
                        e.frozen().file().size(),
                        "sha256",
                        FakeFile.HASH,
                        "frozenAt",
                        e.frozen().file().at().toString(),
                        "dispatches",
                        List.of())))
        .orElseGet(FakeAgency::unknown);
  }

  private List<Object> dispatches(Entry e, boolean english) {
    List<Object> all = new ArrayList<>();
    for (Addressee to : e.addressees()) {
      String method = to.email() != null ? "MAIL" : to.unit() != null ? "HERE" : "PAPER";
      boolean left = all.isEmpty();
      all.add(
          object(
              "ordinal",
              all.size() + 1,
              "addressee",
              to.name(),
              "method",
              code("dispatch", method, english),
              "address",
              to.email() == null ? "" : to.email(),
              "on",
              e.issuedOn().toString(),
              "by",
              e.by().name(),
              "note",
              "",
              "mailSentAt",
              to.email() != null && left ? e.at().plusSeconds(5).toString() : null));
    }
    return all;
  }

  Answer list(Call call) {
    List<Object> registers = new ArrayList<>();
    registers.add(
        register(call, "CV", false, "OFFICIAL_LETTER", "COMMENT_LETTER", "REMINDER_LETTER"));
    registers.add(register(call, "PTR", false, "SUBMISSION_SLIP"));
    registers.add(register(call, "QD", true, "DECISION"));
    return Answer.json(
        200,
        object(
            "items", registers, "incomingYears", incoming.isEmpty() ? List.of() : List.of(2026)));
  }

  private Map<String, Object> register(
      Call call, String register, boolean elsewhere, String... kinds) {
    boolean any = entries.stream().anyMatch(e -> e.register().equals(register));
    return object(
        "code",
        register,
        "kinds",
        List.of(kinds).stream().map(k -> code("kind", k, call.english())).toList(),
        "keptElsewhere",
        elsewhere,
        "years",
        any ? List.of(2026, 2025) : List.of());
  }

  Answer outgoing(Call call, String register, String rest) {
    if (rest.endsWith("/export")) {
      return export(call, "so-van-ban-di-" + register + "-2026.");
    }
    return agency.page(
        entries.stream()
            .filter(e -> e.register().equals(register) && rest.equals("/2026"))
            .filter(e -> FakeAgency.found(call, e.subject(), e.symbol()))
            .map(e -> (Object) entry(e, call.english()))
            .toList(),
        call);
  }

  Answer incoming(Call call, String rest) {
    if (rest.endsWith("/export")) {
      return export(call, "so-van-ban-den-2026.");
    }
    return agency.page(
        incoming.stream()
            .filter(e -> FakeAgency.found(call, e.subject(), e.answer().asked.name(), e.symbol()))
            .map(e -> (Object) e.view())
            .toList(),
        call);
  }

  private static Answer export(Call call, String name) {
    String text = call.english() ? "Number" : "Số, ký hiệu";
    return Answer.file(
        "application/octet-stream",
        name + call.query().get("format"),
        text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
