package vn.ttdn.core.plan;

import java.util.Map;
import vn.ttdn.core.Host;
import vn.ttdn.core.audit.AuditTrail;
import vn.ttdn.core.org.Person;

/** Takes a dossier over that began elsewhere, at the beginning of one of its rounds. */
public final class TakeOver {
  private final Host host;
  private final PlanFlow flow;
  private final Drafting drafting;
  private final AuditTrail audit;

  public TakeOver(Host host, PlanFlow flow) {
    this.host = host;
    this.flow = flow;
    this.drafting = new Drafting(host);
    this.audit = new AuditTrail(host.ledger());
  }

  /**
   * Writes the dossier and starts its process at the round's drafting step.
   *
   * @param contents checked like those of a new dossier
   * @param drafter a Specialist of the unit
   * @param round 1 to 3
   * @param facts what is known of the time before, for the audit
   */
  public Dossier take(NewDossier contents, String drafter, int round, Map<String, ?> facts) {
    Person person = host.currentPerson().get();
    drafting.requireSpecialist(drafter, contents.unit());
    Dossier opened = drafting.takeOver(person, contents, drafter, round);
    Dossier audited =
        audit.write(opened, host.now(), person.userName(), "dossier.takenOver", facts);
    host.ledger().update(audited);
    flow.startProcess(audited);
    return host.ledger().dossier(opened.id()).orElseThrow();
  }
}
