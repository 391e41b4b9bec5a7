package vn.ttdn.core.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.audit.AuditChain;
import vn.ttdn.core.audit.AuditTrail;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;

/** Makes dossiers and takes their documents in, whichever way somebody came. */
final class Drafting {
  private final Host host;
  private final AuditTrail audit;
  private final DocumentIntake intake;

  Drafting(Host host) {
    this.host = host;
    this.audit = new AuditTrail(host.ledger());
    this.intake = new DocumentIntake(host);
  }

  /**
   * Writes a plan's dossier that no process runs for yet. A Specialist drafts it himself unless he
   * names nobody else; the head of the unit has to name one of its Specialists.
   *
   * @param drafter user name of who is to draft; empty means the person himself
   */
  Dossier open(Person person, NewDossier contents, Optional<String> drafter) {
    host.rights().mayOpen(person, contents.unit()).orThrow();
    String who = drafter.orElse(person.userName());
    if (!who.equals(person.userName()) && !person.holds(Role.DEPARTMENT_HEAD, contents.unit())) {
      throw Refusal.ofField("drafter", "only-head-assigns");
    }
    requireSpecialist(who, contents.unit());
    return write(person, contents, who, 1, Optional.empty());
  }

  /** Somebody who is given a dossier has to be a Specialist of its unit. */
  Person requireSpecialist(String userName, String unit) {
    return host.directory()
        .person(userName)
        .filter(p -> p.holds(Role.SPECIALIST, unit))
        .orElseThrow(() -> Refusal.ofField("drafter", "not-a-specialist-of", userName));
  }

  /** Writes the dossier of a letter apart; who may was asked of the plan's dossier. */
  Dossier openLetter(Person person, NewDossier contents, LetterCase letter) {
    return write(person, contents, person.userName(), 1, Optional.of(letter));
  }

  /** Writes a plan's dossier that is taken over at the beginning of a round. */
  Dossier takeOver(Person person, NewDossier contents, String drafter, int round) {
    return write(person, contents, drafter, round, Optional.empty());
  }

  private Dossier write(
      Person person, NewDossier contents, String drafter, int round, Optional<LetterCase> letter) {
    Instant now = host.now();
    Dossier dossier =
        new Dossier(
            UUID.randomUUID().toString(),
            letter,
            contents.subject(),
            contents.planYear(),
            contents.unit(),
            drafter,
            List.of(),
            contents.addressees(),
            contents.handling(),
            round,
            DossierState.DRAFTING,
            Optional.empty(),
            Optional.empty(),
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
            Map.of(
                "subject", contents.subject(),
                "unit", contents.unit(),
                "drafter", drafter,
                "procedure", dossier.procedure().name(),
                "round", round));
    host.ledger().update(audited);
    host.documents().openDossier(audited);
    return audited;
  }

  /**
   * Takes a draft or a signed file in, or its next version.
   *
   * @throws Refusal {@code document-not-of-this-step} if the dossier does not ask for it now
   */
  StoredDocument put(Person person, Dossier dossier, DocumentSlot slot, IncomingFile file) {
    Action action = slot.isSigned() ? Action.ATTACH_SIGNED : Action.PUT_DOCUMENT;
    host.rights().may(person, action, dossier).orThrow();
    if (!places(dossier, slot.isSigned()).contains(slot.kind())) {
      Refusal.Label kind = slot.kind()::label;
      throw Refusal.ofField("kind", "document-not-of-this-step", kind);
    }
    return intake.take(person, dossier, slot, file);
  }

  private static List<DocumentKind> places(Dossier dossier, boolean signed) {
    if (!signed) {
      return RoundDocuments.needed(dossier);
    }
    Step step = dossier.step().orElseThrow();
    DocumentKind issued = RoundDocuments.issued(dossier, step);
    return step == Step.MINISTRY_CLERK_ISSUE ? List.of(issued, DocumentKind.PLAN) : List.of(issued);
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
            Handling.USUAL,
            host.organisation().get());
    Dossier opened = open(person, contents, Optional.empty()).withProcess(processId);
    host.ledger().update(opened);
    put(person, opened, DocumentSlot.draft(DocumentKind.OFFICIAL_LETTER), form.letters().get(0));
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
}
