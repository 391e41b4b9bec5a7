package vn.ttdn.core.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.answers.AnswerFlow;
import vn.ttdn.core.audit.AuditTrail;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.plan.Decision.DocumentVersion;
import vn.ttdn.core.port.RecordToFreeze;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.register.DocumentNumber;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RecordFacts;
import vn.ttdn.core.register.RegisterConfig;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;
import vn.ttdn.core.text.Dates;
import vn.ttdn.core.text.Messages;

/**
 * Issues a document (6.2.4, 6.2.8, 6.2.12, 6.2.13): number, date, signer and addressees are
 * written, the document and what goes with it are frozen and sent, all inside the clerk's
 * transaction.
 */
final class Issuing {
  private final Host host;
  private final AuditTrail audit;
  private final Sending sending;
  private final AnswerFlow answers;
  private final SignedFile signedFile;

  Issuing(Host host, AnswerFlow answers) {
    this.host = host;
    this.audit = new AuditTrail(host.ledger());
    this.sending = new Sending(host);
    this.answers = answers;
    this.signedFile = new SignedFile(host);
  }

  /**
   * What is to be issued.
   *
   * @param before the dossier at the issuing step
   * @param after the dossier as the decision leaves it
   * @param about the versions that were approved
   * @param stored all documents of the dossier
   */
  record Order(
      Dossier before,
      Dossier after,
      Step step,
      List<DocumentVersion> about,
      List<StoredDocument> stored,
      IssueForm form,
      Person clerk,
      Instant now) {

    private Optional<StoredDocument> at(DocumentSlot slot) {
      return stored.stream().filter(d -> d.slot().equals(slot)).findFirst();
    }

    private StoredDocument draft(DocumentKind kind) {
      return at(DocumentSlot.draft(kind)).orElseThrow();
    }
  }

  /**
   * What came of it.
   *
   * @param dossier with the new audit head
   * @param asks the letters that ask units for answers
   */
  record Issued(Dossier dossier, List<String> asks) {}

  Issued issue(Order order) {
    Organisation organisation = host.organisation().get();
    DocumentKind kind = RoundDocuments.issued(order.before(), order.step());
    Decision approval = approval(order);
    Map<DocumentKind, StoredDocument> signed = signed(order, kind, approval, organisation);
    List<String> differences = differences(order, signed);
    StoredDocument issued = signed.getOrDefault(kind, order.draft(kind));
    RegisterEntry draft = entry(order, kind, approval, organisation);
    String recordId = freeze(order, issued, draft.facts());
    RegisterEntry entry = draft.withRecord(recordId);
    host.ledger().insert(entry);
    List<String> records = new ArrayList<>(List.of(recordId));
    for (DocumentKind enclosed : RoundDocuments.enclosed(order.before(), order.step())) {
      StoredDocument enclosure = signed.getOrDefault(enclosed, order.draft(enclosed));
      records.add(freeze(order, enclosure, enclosed(entry, enclosed)));
    }
    sending.send(order.after(), entry, records, order.form().onPaper(), order.clerk());
    Dossier audited =
        audit.write(
            order.after(),
            order.now(),
            order.clerk().userName(),
            "document.issued",
            facts(entry, records, issued, differences));
    mend(order.before(), entry);
    boolean asks = order.step() == Step.LETTER_CLERK_ISSUE || order.step() == Step.PLAN_CLERK_ISSUE;
    return new Issued(audited, asks ? List.of(recordId) : List.of());
  }

  private static Map<String, Object> facts(
      RegisterEntry entry, List<String> records, StoredDocument issued, List<String> differences) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("symbol", entry.symbol());
    facts.put("record", entry.recordId());
    facts.put("records", records);
    facts.put("sha256", issued.sha256());
    facts.put("signer", entry.signerPosition() + " " + entry.signerName());
    if (!differences.isEmpty()) {
      facts.put("difference", String.join("; ", differences));
    }
    return facts;
  }

  /** A reminder is noted at the answers that it reminds of. */
  private void mend(Dossier dossier, RegisterEntry entry) {
    dossier
        .letter()
        .filter(letter -> letter.purpose() == LetterPurpose.REMINDER)
        .ifPresent(letter -> answers.reminded(letter, entry));
  }

  /**
   * The signed files that were attached since the leader approved; an older one is not of it. At
   * 6.2.13 the Plan is signed and sealed as the Decision is.
   */
  private static Map<DocumentKind, StoredDocument> signed(
      Order order, DocumentKind kind, Decision approval, Organisation organisation) {
    List<DocumentKind> kinds = new ArrayList<>(List.of(kind));
    if (order.step() == Step.MINISTRY_CLERK_ISSUE) {
      kinds.addAll(RoundDocuments.enclosed(order.before(), order.step()));
    }
    Map<DocumentKind, StoredDocument> signed = new LinkedHashMap<>();
    for (DocumentKind each : kinds) {
      Optional<StoredDocument> file = newerThan(approval, order.at(DocumentSlot.signed(each)));
      if (file.isEmpty() && organisation.signedFileRequired()) {
        Refusal.Label label = each::label;
        throw Refusal.ofField("signedFile", "signed-file-missing", label);
      }
      file.ifPresent(document -> signed.put(each, document));
    }
    return signed;
  }

  /** What is written down of the signed files that do not read as approved; one reason for all. */
  private List<String> differences(Order order, Map<DocumentKind, StoredDocument> signed) {
    List<String> differences = new ArrayList<>();
    signed.forEach(
        (kind, file) ->
            signedFile
                .difference(order.before(), order.draft(kind), file, order.form().difference())
                .filter(difference -> !differences.contains(difference))
                .ifPresent(differences::add));
    return differences;
  }

  private static Optional<StoredDocument> newerThan(
      Decision approval, Optional<StoredDocument> document) {
    return document.filter(d -> !d.createdAt().isBefore(approval.at()));
  }

  private RegisterEntry entry(
      Order order, DocumentKind kind, Decision approval, Organisation organisation) {
    RegisterConfig config = organisation.registerOf(kind);
    Unit body = organisation.bodyOf(config);
    Unit unit =
        organisation
            .unit(order.before().unit())
            .orElseThrow(() -> Refusal.ofField("unit", "unit-unknown", order.before().unit()));
    LocalDate today = Dates.dayOf(order.now());
    LocalDate day = config.keptElsewhere() ? typedDay(order.form(), today) : today;
    RegisterKey key = new RegisterKey(body.code(), config.code(), day.getYear());
    long number =
        config.keptElsewhere()
            ? typedNumber(order.form(), key, kind, config)
            : host.ledger().nextNumber(key, config.firstNumber(day.getYear()));
    String symbol =
        DocumentNumber.write(number, kind.typeCode(), config.issuerSymbol(), unit.symbol());
    Signer signer = signer(order.form(), approval, body);
    return new RegisterEntry(
        key,
        number,
        symbol,
        kind,
        order.before().title(),
        day,
        signer.name(),
        signer.position(),
        addressees(order, organisation),
        order.before().unit(),
        order.before().id(),
        "",
        order
            .before()
            .letter()
            .flatMap(l -> l.recordId().map(id -> new RegisterEntry.Relation(l.purpose(), id))),
        order.clerk().userName(),
        order.now());
  }

  /** The slip goes up to the Ministry (6.2.12); everything else to the dossier's addressees. */
  private static List<Addressee> addressees(Order order, Organisation organisation) {
    if (order.step() != Step.SLIP_CLERK_DISPATCH) {
      return order.before().addressees();
    }
    Unit ministry = organisation.ministry();
    String name = Messages.in(Messages.VIETNAMESE).text("issue.slip.addressee", ministry.nameVi());
    return List.of(new Addressee(Optional.of(ministry.code()), name, Optional.empty()));
  }

  private LocalDate typedDay(IssueForm form, LocalDate today) {
    LocalDate day = form.issuedOn().orElse(today);
    if (day.isAfter(today) || day.isBefore(today.minusYears(1))) {
      throw Refusal.ofField("issuedOn", "issue-day-invalid", day.format(Dates.DAY));
    }
    return day;
  }

  /** The Ministry's number as its clerk typed it: {@code 1495} or {@code 1495/QĐ-BTTTT}. */
  private long typedNumber(
      IssueForm form, RegisterKey key, DocumentKind kind, RegisterConfig config) {
    String typed = form.number().orElse("").replace(" ", "");
    if (typed.isEmpty()) {
      throw Refusal.ofField("number", "number-missing");
    }
    String digits = typed.contains("/") ? typed.substring(0, typed.indexOf('/')) : typed;
    String expected =
        digits.matches("\\d{1,9}") && Long.parseLong(digits) > 0
            ? DocumentNumber.write(
                Long.parseLong(digits), kind.typeCode(), config.issuerSymbol(), "")
            : "";
    long number = expected.isEmpty() ? 0 : Long.parseLong(digits);
    boolean whole = typed.contains("/");
    if (number == 0 || (whole && !sameSymbol(typed, expected))) {
      String example = DocumentNumber.write(1495, kind.typeCode(), config.issuerSymbol(), "");
      throw Refusal.ofField("number", "number-not-of-register", typed, example);
    }
    host.ledger().lockSeries(key);
    host.ledger()
        .registerEntry(key, number)
        .ifPresent(
            e -> {
              throw Refusal.ofField(
                  "number", "number-taken", e.symbol(), e.issuedOn().format(Dates.DAY));
            });
    return number;
  }

  private static boolean sameSymbol(String typed, String expected) {
    String bare = typed.replaceFirst("^0+", "");
    return bare.equalsIgnoreCase(expected.replaceFirst("^0+", ""));
  }

  private record Signer(String name, String position) {}

  /**
   * Who signed: the leader who approved, unless the clerk says otherwise. What stands above his
   * name follows from his office.
   */
  private Signer signer(IssueForm form, Decision approval, Unit body) {
    String head = body.head().orElse("");
    Optional<Person> leader = host.directory().person(approval.person());
    String position =
        form.signerPosition().orElseGet(() -> leader.map(Person::position).orElse(""));
    SigningAuthority authority =
        form.authority()
            .orElseGet(
                () -> SigningAuthority.suggested(head, position, approval.insteadOf().isPresent()));
    if (authority != SigningAuthority.NONE && head.isEmpty()) {
      throw Refusal.ofField("authority", "head-unknown", body.nameVi());
    }
    return new Signer(
        form.signerName().orElse(approval.personName()), authority.above(head, position));
  }

  /** The leader's decision that stands: what he approved is what he signs. */
  private Decision approval(Order order) {
    DossierState by =
        order.step() == Step.MINISTRY_CLERK_ISSUE
            ? DossierState.MINISTRY_DECISION
            : DossierState.AGENCY_LEADER_REVIEW;
    List<Decision> decisions = host.ledger().decisions(order.before().id());
    for (int i = decisions.size() - 1; i >= 0; i--) {
      Decision d = decisions.get(i);
      if (d.step().state() == by
          && d.step().round() == order.step().round()
          && d.outcome() == Outcome.ACCEPTED) {
        return d;
      }
    }
    throw new IllegalStateException("nothing is issued without a leader's acceptance");
  }

  /** An enclosure carries the number of the letter that it goes with. */
  private static RecordFacts enclosed(RegisterEntry entry, DocumentKind kind) {
    RecordFacts main = entry.facts();
    boolean issuedWithIt = entry.kind() == DocumentKind.DECISION;
    return new RecordFacts(
        kind,
        main.number(),
        main.symbol(),
        main.subject(),
        main.issuedOn(),
        issuedWithIt ? main.signerName() : "",
        issuedWithIt ? main.signerPosition() : "",
        main.addressees(),
        main.draftingUnit(),
        main.issuedBy(),
        Optional.of(entry.recordId()));
  }

  private String freeze(Order order, StoredDocument document, RecordFacts facts) {
    String recordId = host.documents().freeze(new RecordToFreeze(order.after(), document, facts));
    host.ledger()
        .insert(
            new IssuedRecord(
                recordId,
                order.before().id(),
                facts.kind(),
                order.before().round(),
                facts.enclosureOf(),
                document.id(),
                document.version(),
                document.name(),
                document.mimeType(),
                document.size(),
                document.sha256(),
                order.now()));
    return recordId;
  }
}
