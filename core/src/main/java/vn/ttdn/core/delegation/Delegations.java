package vn.ttdn.core.delegation;

import static vn.ttdn.core.Refusal.Kind.CONFLICT;
import static vn.ttdn.core.Refusal.Kind.FORBIDDEN;
import static vn.ttdn.core.Refusal.Kind.NOT_FOUND;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.text.Dates;
import vn.ttdn.core.text.Fold;

/** What people do with delegations. Every method runs inside the caller's transaction. */
public final class Delegations {
  private static final int MAX_REASON = 500;

  private final Host host;

  public Delegations(Host host) {
    this.host = host;
  }

  /**
   * Delegates a role of the current person's own, never one that was delegated to him.
   *
   * @param to user name of the deputy
   * @param role the role, in its unit
   * @param firstDay today or later
   * @param lastDay inclusive; at most a year later
   * @param reason why, or the document that says so
   * @throws Refusal naming the field and the rule; {@code delegation-own-draft} where the deputy
   *     would come to approve what he drafts himself
   */
  public Delegation delegate(
      String to, RoleAt role, LocalDate firstDay, LocalDate lastDay, String reason) {
    Person from = host.currentPerson().get();
    requireOwn(from, role);
    Person deputy =
        host.directory().person(to).orElseThrow(() -> Refusal.ofField("to", "person-unknown", to));
    requireFit(from, deputy, role);
    requirePeriod(firstDay, lastDay);
    requireFree(from, deputy, role, firstDay, lastDay);
    requireNoOwnDraft(deputy, role);
    Delegation delegation =
        new Delegation(
            UUID.randomUUID().toString(),
            from.userName(),
            to,
            role,
            firstDay,
            lastDay,
            reason(reason),
            host.now(),
            Optional.empty(),
            false);
    host.ledger().insert(delegation);
    return new DelegationChange(host).bring(delegation);
  }

  /**
   * Whether somebody may end a delegation before its last day: who delegated, and, as he may be
   * away or gone, the agency's leader and the head of the unit.
   */
  public boolean mayRevoke(Person person, Delegation delegation) {
    Unit agency = host.organisation().get().agency();
    boolean leads =
        delegation.role().role().level() != Unit.Level.MINISTRY
            && person.holds(Role.AGENCY_LEADER, agency.code());
    return leads
        || delegation.from().equals(person.userName())
        || person.holds(Role.DEPARTMENT_HEAD, delegation.role().unit());
  }

  /** Ends a delegation at once. */
  public Delegation revoke(String id) {
    Person person = host.currentPerson().get();
    Delegation delegation =
        host.ledger()
            .lockDelegation(id)
            .filter(d -> mayRevoke(person, d))
            .orElseThrow(() -> Refusal.of(NOT_FOUND, "delegation-unknown"));
    if (delegation.revokedAt().isPresent() || delegation.lastDay().isBefore(host.today())) {
      throw Refusal.of(CONFLICT, "delegation-ended");
    }
    Delegation revoked = delegation.revoked(host.now());
    host.ledger().update(revoked);
    return new DelegationChange(host).bring(revoked);
  }

  /** The delegations of the last 30 days and to come, of the roles whose holders one may read. */
  public List<Delegation> list() {
    Person person = host.currentPerson().get();
    if (!person.belongsToTheMinistry()) {
      host.rights().mayReadRegister(person).orThrow();
    }
    return host.ledger().delegationsSince(host.today().minusDays(30)).stream()
        .filter(d -> host.rights().mayReadHolders(person, d.role().role()).isAllowed())
        .toList();
  }

  private void requireOwn(Person from, RoleAt role) {
    if (role.role() == Role.SPECIALIST) {
      throw Refusal.ofField("role", "delegation-of-drafting");
    }
    if (!from.roles().contains(role) || from.holdsInsteadOf(role).isPresent()) {
      Refusal.Label name = role.role()::label;
      Refusal.Label unit =
          locale ->
              host.organisation()
                  .get()
                  .unit(role.unit())
                  .map(u -> u.name(locale))
                  .orElse(role.unit());
      throw Refusal.of(FORBIDDEN, "delegation-not-own", name, unit);
    }
  }

  private static void requireFit(Person from, Person deputy, RoleAt role) {
    if (deputy.userName().equals(from.userName())) {
      throw Refusal.ofField("to", "delegation-to-oneself");
    }
    if (deputy.roles().contains(role)) {
      throw Refusal.ofField("to", "delegation-holds-already", deputy.fullName());
    }
    boolean sameHouse =
        deputy.roles().stream()
            .anyMatch(
                r ->
                    (r.role().level() == Unit.Level.MINISTRY)
                        == (role.role().level() == Unit.Level.MINISTRY));
    if (!sameHouse) {
      throw Refusal.ofField("to", "delegation-outside", deputy.fullName());
    }
  }

  private void requirePeriod(LocalDate firstDay, LocalDate lastDay) {
    if (firstDay.isBefore(host.today())) {
      throw Refusal.ofField("firstDay", "due-day-past", firstDay.format(Dates.DAY));
    }
    if (lastDay.isBefore(firstDay) || lastDay.isAfter(firstDay.plusYears(1))) {
      throw Refusal.ofField("lastDay", "delegation-period", lastDay.format(Dates.DAY));
    }
  }

  /** One deputy at a time, and nobody two delegations of the same role at once. */
  private void requireFree(
      Person from, Person deputy, RoleAt role, LocalDate firstDay, LocalDate lastDay) {
    host.ledger().delegationsSince(firstDay).stream()
        .filter(d -> d.role().equals(role) && d.overlaps(firstDay, lastDay))
        .filter(d -> d.from().equals(from.userName()) || d.to().equals(deputy.userName()))
        .findFirst()
        .ifPresent(
            d -> {
              throw Refusal.ofField(
                  "firstDay",
                  "delegation-overlaps",
                  d.firstDay().format(Dates.DAY),
                  d.lastDay().format(Dates.DAY));
            });
  }

  /** Nobody approves what he drafted: not as a deputy either. */
  private void requireNoOwnDraft(Person deputy, RoleAt role) {
    for (Dossier draft : host.ledger().runningDraftsOf(deputy.userName())) {
      RoleAt asked = host.organisation().get().roleAt(role.role(), draft.unit());
      if (asked.equals(role)) {
        throw Refusal.ofField("to", "delegation-own-draft", deputy.fullName(), draft.title());
      }
    }
  }

  private static String reason(String raw) {
    String reason = raw == null ? "" : Fold.nfc(raw);
    if (reason.isEmpty()) {
      throw Refusal.ofField("reason", "delegation-reason-missing");
    }
    if (reason.length() > MAX_REASON || reason.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.ofField("reason", "line-invalid", MAX_REASON);
    }
    return reason;
  }
}
