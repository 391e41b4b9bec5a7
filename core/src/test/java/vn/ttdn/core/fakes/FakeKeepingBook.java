package vn.ttdn.core.fakes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import vn.ttdn.core.delegation.Delegation;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.port.DelegationBook;
import vn.ttdn.core.port.Ledger.Page;
import vn.ttdn.core.port.RetentionBook;
import vn.ttdn.core.retention.Hold;
import vn.ttdn.core.rights.Action;

/** The part of {@link FakeLedger} that knows delegations and what is kept. */
abstract class FakeKeepingBook extends FakeAnswerBook implements DelegationBook, RetentionBook {
  private static final Comparator<Dossier> BY_END =
      Comparator.comparing(Dossier::changedAt).thenComparing(Dossier::id);

  FakeKeepingBook(BooleanSupplier inTransaction, Supplier<Organisation> organisation) {
    super(inTransaction, organisation);
  }

  @Override
  public void insert(Delegation delegation) {
    requireUnique(rows().delegations.containsKey(delegation.id()), "delegation");
    lockRow(delegation.id());
    rows().delegations.put(delegation.id(), delegation);
  }

  @Override
  public Optional<Delegation> lockDelegation(String id) {
    Optional<Delegation> found = Optional.ofNullable(rows().delegations.get(id));
    found.ifPresent(d -> lockRow(d.id()));
    return found;
  }

  @Override
  public void update(Delegation delegation) {
    requireThere(rows().delegations.containsKey(delegation.id()), "delegation");
    requireLocked(delegation.id(), "delegation");
    rows().delegations.put(delegation.id(), delegation);
  }

  @Override
  public List<Delegation> delegationsSince(LocalDate day) {
    return rows().delegations.values().stream()
        .filter(d -> d.inForce() || !d.lastDay().isBefore(day))
        .sorted(Comparator.comparing(Delegation::firstDay).thenComparing(Delegation::id))
        .toList();
  }

  @Override
  public Page<Dossier> endedPlans(Person reader, int offset, int limit) {
    return page(
        rows().dossiers.values().stream()
            .filter(d -> d.procedure() == Procedure.PLAN && d.state().ended())
            .filter(d -> rights().may(reader, Action.READ_DOSSIER, d).isAllowed())
            .sorted(BY_END)
            .toList(),
        offset,
        limit);
  }

  @Override
  public List<Dossier> unannouncedPlans(Instant endedBefore, int atMost) {
    return rows().dossiers.values().stream()
        .filter(d -> d.procedure() == Procedure.PLAN && d.state().ended())
        .filter(d -> d.changedAt().isBefore(endedBefore))
        .filter(d -> !rows().announced.contains(d.id()))
        .filter(d -> standingHold(d.id()).isEmpty())
        .sorted(BY_END)
        .limit(atMost)
        .toList();
  }

  @Override
  public void announced(String dossierId, Instant at) {
    requireThere(rows().dossiers.containsKey(dossierId), "dossier");
    rows().announced.add(dossierId);
  }

  @Override
  public void insert(Hold hold) {
    requireUnique(
        holds(hold.dossierId()).stream().anyMatch(h -> h.ordinal() == hold.ordinal()), "hold");
    rows().holds.add(hold);
  }

  @Override
  public void update(Hold hold) {
    boolean there =
        rows()
            .holds
            .removeIf(h -> h.dossierId().equals(hold.dossierId()) && h.ordinal() == hold.ordinal());
    requireThere(there, "hold");
    rows().holds.add(hold);
  }

  @Override
  public List<Hold> holds(String dossierId) {
    return rows().holds.stream()
        .filter(h -> h.dossierId().equals(dossierId))
        .sorted(Comparator.comparingInt(Hold::ordinal))
        .toList();
  }
}
