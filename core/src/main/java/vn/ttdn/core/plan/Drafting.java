package vn.ttdn.core.plan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.audit.AuditChain;
import vn.ttdn.core.audit.AuditTrail;
import vn.ttdn.core.files.FileInspector;
import vn.ttdn.core.files.FileName;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.rights.Rights;
import vn.ttdn.core.schema.DocumentKind;

/** Makes a dossier and takes its letter in, whichever way somebody came (6.2.1). */
final class Drafting {
  private final Host host;
  private final AuditTrail audit;

  Drafting(Host host) {
    this.host = host;
    this.audit = new AuditTrail(host.ledger());
  }

  /** Writes a dossier of {@code person} that no process runs for yet. */
  Dossier open(Person person, NewDossier contents) {
    rights().mayOpen(person, contents.unit()).orThrow();
    Instant now = now();
    Dossier dossier =
        new Dossier(
            UUID.randomUUID().toString(),
            contents.subject(),
            contents.planYear(),
            contents.unit(),
            person.userName(),
            contents.addressees(),
            DossierState.DRAFTING,
            Optional.empty(),
            Optional.empty(),
            now,
            now,
            1,
            0,
            AuditChain.START);
    host.ledger().insert(dossier);
    Dossier audited =
        audit.write(
            dossier,
            now,
            person.userName(),
            "dossier.opened",
            Map.of("subject", contents.subject(), "unit", contents.unit()));
    host.ledger().update(audited);
    host.documents().openDossier(audited);
    return audited;
  }

  /** Takes the letter in, or its next version. */
  StoredDocument put(Person person, Dossier dossier, IncomingFile file) {
    rights().may(person, Action.PUT_DOCUMENT, dossier).orThrow();
    IncomingFile named =
        new IncomingFile(FileName.checked(file.name()), file.size(), file.content());
    new FileInspector(host.maxUploadBytes()).inspect(named);
    StoredDocument stored =
        host.documents().put(dossier, DocumentKind.OFFICIAL_LETTER, named, person);
    host.ledger()
        .update(
            audit.write(
                dossier,
                now(),
                person.userName(),
                "document.put",
                Map.of(
                    "document", stored.id(),
                    "version", stored.version(),
                    "name", stored.name(),
                    "sha256", stored.sha256())));
    return stored;
  }

  /**
   * Makes the dossier of a process that somebody started himself, with his letter in it.
   *
   * @throws Refusal naming the field of the form that is wrong; {@code letters} unless there is
   *     exactly one
   */
  Dossier adopt(Person person, String processId, StartForm form) {
    if (form.letters().size() != 1) {
      throw Refusal.ofField("letters", "start-needs-one-letter", form.letters().size());
    }
    String year = form.planYear().orElse("").strip();
    NewDossier contents =
        NewDossier.checked(
            form.subject().orElse(""),
            year.matches("\\d{1,9}") ? Integer.parseInt(year) : 0,
            form.unit()
                .map(String::strip)
                .filter(u -> !u.isEmpty())
                .orElseGet(() -> draftingUnit(person)),
            form.addressees().lines().toList(),
            host.organisation().get());
    Dossier opened = open(person, contents).withProcess(processId);
    host.ledger().update(opened);
    put(person, opened, form.letters().get(0));
    return host.ledger().lock(opened.id()).orElseThrow();
  }

  /** The unit that a person drafts for, if there is but one. */
  private String draftingUnit(Person person) {
    Organisation organisation = host.organisation().get();
    List<String> units =
        person.roles().stream()
            .filter(r -> r.role() == Role.SPECIALIST)
            .map(RoleAt::unit)
            .filter(unit -> organisation.unit(unit).isPresent())
            .distinct()
            .toList();
    if (units.size() > 1) {
      throw Refusal.ofField("unit", "unit-ambiguous", String.join(", ", units));
    }
    if (units.isEmpty()) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "not-a-specialist");
    }
    return units.get(0);
  }

  private Rights rights() {
    return new Rights(host.organisation().get());
  }

  private Instant now() {
    return host.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
