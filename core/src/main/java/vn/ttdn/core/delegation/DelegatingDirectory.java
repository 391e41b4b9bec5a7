package vn.ttdn.core.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.port.DelegationBook;
import vn.ttdn.core.port.Directory;
import vn.ttdn.core.port.UnitOfWork;
import vn.ttdn.core.text.Dates;

/**
 * The host's directory with the delegations of the day: a deputy holds the role as long as the
 * delegation says and he who delegated it holds it himself, whatever the host's groups still say or
 * say already.
 */
public final class DelegatingDirectory implements Directory {
  private final Directory own;
  private final DelegationBook delegations;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  /**
   * Makes a directory.
   *
   * @param own the host's people, with the roles of their groups
   */
  public DelegatingDirectory(
      Directory own, DelegationBook delegations, UnitOfWork unitOfWork, Clock clock) {
    this.own = own;
    this.delegations = delegations;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public Optional<Person> person(String userName) {
    return own.person(userName).map(p -> withDelegations(p, today(), since(today())));
  }

  @Override
  public List<Person> holders(RoleAt role) {
    LocalDate today = today();
    List<Delegation> all = since(today);
    List<Person> holders = new ArrayList<>();
    own.holders(role).stream()
        .map(p -> withDelegations(p, today, all))
        .filter(p -> p.roles().contains(role))
        .forEach(holders::add);
    for (Delegation delegation : all) {
      boolean listed = holders.stream().anyMatch(p -> p.userName().equals(delegation.to()));
      if (delegation.role().equals(role) && delegation.holdsOn(today) && !listed) {
        own.person(delegation.to())
            .map(p -> withDelegations(p, today, all))
            .filter(p -> p.roles().contains(role))
            .ifPresent(holders::add);
      }
    }
    holders.sort(Comparator.comparing(Person::userName));
    return holders;
  }

  private Person withDelegations(Person person, LocalDate today, List<Delegation> all) {
    List<Delegation> his = all.stream().filter(d -> d.to().equals(person.userName())).toList();
    if (his.isEmpty()) {
      return person;
    }
    Set<RoleAt> roles = new HashSet<>(person.roles());
    Map<RoleAt, String> delegated = new HashMap<>();
    // A membership that a delegation brought and that has not been taken back yet is no role.
    his.stream().filter(Delegation::inForce).forEach(d -> roles.remove(d.role()));
    for (Delegation delegation : his) {
      if (delegation.holdsOn(today)
          && holdsItself(delegation, all)
          && roles.add(delegation.role())) {
        delegated.put(delegation.role(), delegation.from());
      }
    }
    return new Person(
        person.userName(), person.fullName(), person.position(), person.email(), roles, delegated);
  }

  /** Nobody lends what he has lost: the role ends with that of the one whose it is. */
  private boolean holdsItself(Delegation delegation, List<Delegation> all) {
    boolean lent =
        all.stream()
            .anyMatch(
                d ->
                    d.inForce()
                        && d.to().equals(delegation.from())
                        && d.role().equals(delegation.role()));
    return !lent
        && own.person(delegation.from())
            .filter(p -> p.roles().contains(delegation.role()))
            .isPresent();
  }

  private List<Delegation> since(LocalDate day) {
    return unitOfWork.join(() -> delegations.delegationsSince(day));
  }

  private LocalDate today() {
    return Dates.dayOf(clock.instant());
  }
}
