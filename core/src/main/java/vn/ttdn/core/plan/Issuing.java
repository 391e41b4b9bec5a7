package vn.ttdn.core.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.audit.AuditTrail;
import vn.ttdn.core.mail.Notices;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.port.RecordToFreeze;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.register.DocumentNumber;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterConfig;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.core.text.Dates;

/**
 * Issues the letter (6.2.4): number, date, signer and addressees are written and the document is
 * frozen, all inside the clerk's transaction.
 */
final class Issuing {
  private final Host host;
  private final AuditTrail audit;
  private final Notices notices;

  Issuing(Host host) {
    this.host = host;
    this.audit = new AuditTrail(host.ledger());
    this.notices = new Notices(host);
  }

  /**
   * Issues the letter.
   *
   * @param dossier locked, already in its ended state
   * @return the dossier with the new audit head
   */
  Dossier issue(Dossier dossier, StoredDocument letter, Person clerk, Instant now) {
    Organisation organisation = host.organisation().get();
    RegisterConfig config = organisation.issuedLetters();
    Unit unit =
        organisation
            .unit(dossier.unit())
            .orElseThrow(() -> Refusal.ofField("unit", "unit-unknown", dossier.unit()));
    Person signer = signer(dossier);
    LocalDate day = Dates.dayOf(now);
    RegisterKey key = new RegisterKey(organisation.agency().code(), config.code(), day.getYear());
    long number = host.ledger().nextNumber(key, config.firstNumber(day.getYear()));
    String symbol =
        DocumentNumber.write(
            number, letter.kind().typeCode(), config.issuerSymbol(), unit.symbol());
    RegisterEntry draft =
        new RegisterEntry(
            key,
            number,
            symbol,
            letter.kind(),
            dossier.title(),
            day,
            signer.fullName(),
            signer.position(),
            dossier.addressees(),
            dossier.unit(),
            dossier.id(),
            "",
            clerk.userName(),
            now);
    String recordId = host.documents().freeze(new RecordToFreeze(dossier, letter, draft));
    RegisterEntry entry = draft.withRecord(recordId);
    host.ledger().insert(entry);
    host.ledger()
        .insert(
            new IssuedRecord(
                recordId,
                dossier.id(),
                letter.id(),
                letter.version(),
                letter.name(),
                letter.mimeType(),
                letter.size(),
                letter.sha256(),
                now));
    notices.issued(dossier, entry);
    return audit.write(
        dossier,
        now,
        clerk.userName(),
        "document.issued",
        Map.of("symbol", symbol, "record", recordId, "sha256", letter.sha256()));
  }

  /** The leader whose acceptance stands: a letter is signed by the approving leader. */
  private Person signer(Dossier dossier) {
    List<Decision> decisions = host.ledger().decisions(dossier.id());
    for (int i = decisions.size() - 1; i >= 0; i--) {
      Decision d = decisions.get(i);
      if (d.step() == Step.AGENCY_LEADER_REVIEW && d.outcome() == Outcome.ACCEPTED) {
        return host.directory()
            .person(d.person())
            .orElseGet(
                () ->
                    new Person(
                        d.person(),
                        d.personName(),
                        "",
                        java.util.Optional.empty(),
                        java.util.Set.of()));
      }
    }
    throw new IllegalStateException("nothing is issued without a leader's acceptance");
  }
}
