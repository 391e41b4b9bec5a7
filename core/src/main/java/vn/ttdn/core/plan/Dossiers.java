package vn.ttdn.core.plan;

import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;
import vn.ttdn.core.audit.AuditTrail;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.rights.Rights;

/**
 * What people do with plan dossiers besides deciding steps. Every method runs inside the caller's
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

  /** Opens a dossier and starts its process; its first task waits for the current person. */
  public Dossier open(NewDossier contents) {
    Person person = host.currentPerson().get();
    Dossier dossier = drafting.open(person, contents);
    flow.startProcess(dossier.id());
    return host.ledger().dossier(dossier.id()).orElseThrow();
  }

  /** Changes subject, year and addressees while the letter is being drafted. */
  public Dossier edit(String id, NewDossier contents) {
    Person person = host.currentPerson().get();
    Dossier dossier = lockReadable(id, person);
    rights().may(person, Action.EDIT_DOSSIER, dossier).orThrow();
    if (!contents.unit().equals(dossier.unit())) {
      throw Refusal.ofField("unit", "unit-fixed");
    }
    Instant now = now();
    Dossier changed =
        audit.write(
            dossier.withContents(
                contents.subject(), contents.planYear(), contents.addressees(), now),
            now,
            person.userName(),
            "dossier.edited",
            Map.of(
                "subject", contents.subject(),
                "planYear", contents.planYear(),
                "addressees", contents.addressees().stream().map(Addressee::name).toList()));
    host.ledger().update(changed);
    host.documents().dossierChanged(changed);
    return changed;
  }

  /** Takes the letter in, or its next version. */
  public StoredDocument putLetter(String id, IncomingFile file) {
    Person person = host.currentPerson().get();
    Dossier dossier = lockReadable(id, person);
    return drafting.put(person, dossier, file);
  }

  /** Completes a task for the current person; the engine calls {@link PlanFlow} back. */
  public Dossier decide(String taskId, String outcome, String comment) {
    Person person = host.currentPerson().get();
    Dossier dossier =
        readable(
            host.ledger().lockByTask(taskId).orElseThrow(() -> flow.decidedAlready(taskId, person)),
            person);
    // Asked again at completion; asked here so that no host refuses first in words of its own.
    rights().mayHoldTask(person, dossier.step().orElseThrow(), dossier).orThrow();
    host.workflow()
        .complete(
            taskId,
            Map.of(
                TaskVariables.OUTCOME,
                outcome == null ? "" : outcome,
                TaskVariables.COMMENT,
                comment == null ? "" : comment));
    return host.ledger().dossier(dossier.id()).orElseThrow();
  }

  /** A dossier that the current person may read. */
  public Dossier readable(String id) {
    return readable(
        host.ledger().dossier(id).orElseThrow(Dossiers::unknown), host.currentPerson().get());
  }

  /** Content of a draft's version, for those who may read the dossier. */
  public InputStream openDocument(String id, String documentId, String version) {
    readable(id);
    return host.documents().open(id, documentId, version);
  }

  /** A record that the current person may read. */
  public IssuedRecord record(String recordId) {
    IssuedRecord record =
        host.ledger()
            .record(recordId)
            .orElseThrow(() -> Refusal.of(Kind.NOT_FOUND, "record-unknown"));
    Dossier dossier = host.ledger().dossier(record.dossierId()).orElseThrow(Dossiers::unknown);
    if (!rights().may(host.currentPerson().get(), Action.READ_RECORD, dossier).isAllowed()) {
      throw Refusal.of(Kind.NOT_FOUND, "record-unknown");
    }
    return record;
  }

  /** What the current person may do with a dossier now. */
  public List<Action> actions(Dossier dossier) {
    Person person = host.currentPerson().get();
    return List.of(Action.values()).stream()
        .filter(a -> a != Action.OPEN_DOSSIER && a != Action.READ_REGISTER)
        .filter(a -> a != Action.READ_RECORD || dossier.state().ended())
        .filter(a -> rights().may(person, a, dossier).isAllowed())
        .toList();
  }

  private Dossier lockReadable(String id, Person person) {
    return readable(host.ledger().lock(id).orElseThrow(Dossiers::unknown), person);
  }

  private Dossier readable(Dossier dossier, Person person) {
    rights().may(person, Action.READ_DOSSIER, dossier).orThrow();
    return dossier;
  }

  private Rights rights() {
    return new Rights(host.organisation().get());
  }

  private static Refusal unknown() {
    return Refusal.of(Kind.NOT_FOUND, "dossier-unknown");
  }

  private Instant now() {
    return host.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
