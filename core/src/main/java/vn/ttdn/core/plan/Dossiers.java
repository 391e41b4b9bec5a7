package vn.ttdn.core.plan;

import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;
import vn.ttdn.core.audit.AuditTrail;
import vn.ttdn.core.comparison.Comparison;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;

/**
 * What people do with dossiers besides steering them. Every method runs inside the caller's
 * transaction and acts for the current person.
 */
public final class Dossiers {
  private final Host host;
  private final PlanFlow flow;
  private final Drafting drafting;
  private final AuditTrail audit;

  public Dossiers(Host host, PlanFlow flow) {
    this.host = host;
    this.flow = flow;
    this.drafting = new Drafting(host);
    this.audit = new AuditTrail(host.ledger());
  }

  /**
   * Opens a plan's dossier and starts its process; its first task waits for the drafter.
   *
   * @param drafter the Specialist to whom a head of department gives it; empty for oneself
   */
  public Dossier open(NewDossier contents, Optional<String> drafter) {
    Dossier dossier = drafting.open(host.currentPerson().get(), contents, drafter);
    flow.startProcess(dossier);
    return host.ledger().dossier(dossier.id()).orElseThrow();
  }

  /** Changes subject, year, addressees and the day for answers while a letter is drafted. */
  public Dossier edit(String id, NewDossier contents) {
    Person person = host.currentPerson().get();
    Dossier dossier = lockReadable(id, person);
    host.rights().may(person, Action.EDIT_DOSSIER, dossier).orThrow();
    if (!contents.unit().equals(dossier.unit())) {
      throw Refusal.ofField("unit", "unit-fixed");
    }
    Instant now = host.now();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("subject", contents.subject());
    facts.put("planYear", contents.planYear());
    facts.put("addressees", contents.addressees().stream().map(Addressee::name).toList());
    contents.handling().answersDueOn().ifPresent(d -> facts.put("answersDueOn", d.toString()));
    Dossier changed =
        audit.write(
            dossier
                .withContents(contents.subject(), contents.planYear(), contents.addressees(), now)
                .withHandling(
                    dossier.handling().withAnswersDueOn(contents.handling().answersDueOn()), now),
            now,
            person.userName(),
            "dossier.edited",
            facts);
    host.ledger().update(changed);
    host.documents().dossierChanged(changed);
    return changed;
  }

  /** Takes a draft or a signed file in, or its next version. */
  public StoredDocument put(String id, DocumentSlot slot, IncomingFile file) {
    Person person = host.currentPerson().get();
    return drafting.put(person, lockReadable(id, person), slot, file);
  }

  /** What a signed file reads like beside the draft that it is of. */
  public Comparison.Result compareSigned(String id, DocumentKind kind, StoredDocument signed) {
    Dossier dossier = readable(id);
    StoredDocument draft =
        host.documents().documents(id).stream()
            .filter(d -> d.slot().equals(DocumentSlot.draft(kind)))
            .findFirst()
            .orElseThrow(() -> Refusal.of(Kind.NOT_FOUND, "document-unknown"));
    return new SignedFile(host).compare(dossier, draft, signed);
  }

  /** Completes a task for the current person; the engine calls {@link PlanFlow} back. */
  public Dossier decide(String taskId, Map<String, String> variables) {
    Person person = host.currentPerson().get();
    Dossier dossier =
        readable(
            host.ledger().lockByTask(taskId).orElseThrow(() -> flow.decidedAlready(taskId, person)),
            person);
    // Asked again at completion; asked here so that no host refuses first in words of its own.
    host.rights().mayHoldTask(person, dossier.step().orElseThrow(), dossier).orThrow();
    host.workflow().complete(taskId, variables);
    return host.ledger().dossier(dossier.id()).orElseThrow();
  }

  /** A dossier that the current person may read. */
  public Dossier readable(String id) {
    return readable(
        host.ledger().dossier(id).orElseThrow(Dossiers::unknown), host.currentPerson().get());
  }

  /** Content of a document's version, for those who may read the dossier. */
  public InputStream openDocument(String id, String documentId, String version) {
    readable(id);
    return host.documents().open(id, documentId, version);
  }

  /** A record that the current person may read. */
  public IssuedRecord record(String recordId) {
    IssuedRecord record = host.ledger().record(recordId).orElseThrow(() -> recordUnknown());
    Dossier dossier = host.ledger().dossier(record.dossierId()).orElseThrow(Dossiers::unknown);
    List<Addressee> addressees =
        host.ledger()
            .registerEntryOf(record.enclosureOf().orElse(recordId))
            .map(RegisterEntry::addressees)
            .orElse(List.of());
    host.rights().mayReadRecord(host.currentPerson().get(), dossier, addressees).orThrow();
    return record;
  }

  /** What the current person may do with a dossier now. */
  public List<Action> actions(Dossier dossier) {
    Person person = host.currentPerson().get();
    return List.of(Action.values()).stream()
        .filter(a -> a != Action.OPEN_DOSSIER && a != Action.READ_REGISTER)
        .filter(a -> host.rights().may(person, a, dossier).isAllowed())
        .toList();
  }

  private Dossier lockReadable(String id, Person person) {
    return readable(host.ledger().lock(id).orElseThrow(Dossiers::unknown), person);
  }

  private Dossier readable(Dossier dossier, Person person) {
    host.rights().may(person, Action.READ_DOSSIER, dossier).orThrow();
    return dossier;
  }

  static Refusal unknown() {
    return Refusal.of(Kind.NOT_FOUND, "dossier-unknown");
  }

  private static Refusal recordUnknown() {
    return Refusal.of(Kind.NOT_FOUND, "record-unknown");
  }
}
