package vn.ttdn.core.retention;

import static vn.ttdn.core.Refusal.Kind.CONFLICT;

import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.audit.AuditTrail;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.LetterCase;
import vn.ttdn.core.port.Ledger.Page;
import vn.ttdn.core.text.Fold;

/** What people do with what is kept. Every method runs inside the caller's transaction. */
public final class Keeping {
  private static final int MAX_REASON = 500;

  private final Host host;
  private final AuditTrail audit;

  public Keeping(Host host) {
    this.host = host;
    this.audit = new AuditTrail(host.ledger());
  }

  /**
   * The window of a dossier's records; empty while the plan has not ended. A letter apart is kept
   * as long as the plan that it belongs to.
   */
  public Optional<KeepWindow> window(Dossier dossier) {
    Optional<Dossier> plan =
        dossier
            .letter()
            .map(LetterCase::planId)
            .map(id -> host.ledger().dossier(id))
            .orElse(Optional.of(dossier));
    return plan.flatMap(
        p ->
            KeepWindow.of(
                p, host.organisation().get().retention(), host.ledger().standingHold(p.id())));
  }

  /** The plans that have ended, the first to be handed over first. */
  public Page<Dossier> ended(int offset, int limit) {
    return host.ledger().endedPlans(host.currentPerson().get(), offset, limit);
  }

  /** Holds a plan's records back from the archive. */
  public Hold hold(Dossier plan, String reason) {
    Person person = allowed(plan);
    Dossier locked = lock(plan);
    if (host.ledger().standingHold(plan.id()).isPresent()) {
      throw Refusal.of(CONFLICT, "hold-stands");
    }
    String why = reason == null ? "" : Fold.nfc(reason);
    if (why.isEmpty()) {
      throw Refusal.ofField("reason", "hold-reason-missing");
    }
    if (why.length() > MAX_REASON || why.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.ofField("reason", "line-invalid", MAX_REASON);
    }
    Hold hold =
        new Hold(
            plan.id(),
            host.ledger().holds(plan.id()).size() + 1,
            why,
            person.userName(),
            host.now(),
            Optional.empty(),
            Optional.empty());
    host.ledger().insert(hold);
    write(locked, person, "hold.placed", why);
    return hold;
  }

  /** Lifts the hold that stands. */
  public Hold lift(Dossier plan) {
    Person person = allowed(plan);
    Dossier locked = lock(plan);
    Hold hold =
        host.ledger()
            .standingHold(plan.id())
            .orElseThrow(() -> Refusal.of(CONFLICT, "hold-unknown"))
            .lifted(person.userName(), host.now());
    host.ledger().update(hold);
    write(locked, person, "hold.lifted", hold.reason());
    return hold;
  }

  private Person allowed(Dossier plan) {
    Person person = host.currentPerson().get();
    host.rights().mayHold(person, plan).orThrow();
    return person;
  }

  /** Before anything is looked at: of two who do the same at once the second sees the first. */
  private Dossier lock(Dossier plan) {
    return host.ledger().lock(plan.id()).orElseThrow();
  }

  private void write(Dossier locked, Person person, String action, String reason) {
    host.ledger()
        .update(
            audit.write(locked, host.now(), person.userName(), action, Map.of("reason", reason)));
  }
}
