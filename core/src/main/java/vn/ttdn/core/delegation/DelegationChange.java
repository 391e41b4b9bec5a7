package vn.ttdn.core.delegation;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.ttdn.core.Host;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Dossier;

/** Brings a host up to what a delegation says of today: membership and claimed tasks. */
final class DelegationChange {
  private static final int MAX_TASKS = 10_000;

  private final Host host;

  DelegationChange(Host host) {
    this.host = host;
  }

  /** Whether the host has yet to be told that a delegation has begun, or that it is over. */
  boolean isDue(Delegation delegation) {
    return delegation.inForce() ? !stands(delegation) : stands(delegation) && brings(delegation);
  }

  /** Its days, and both people: a role ends with that of the one whose it is. */
  private boolean stands(Delegation delegation) {
    return delegation.holdsOn(host.today())
        && host.directory().person(delegation.from()).filter(p -> own(p, delegation)).isPresent()
        && host.directory().person(delegation.to()).isPresent();
  }

  /**
   * Whether the deputy needs it: who has been appointed to the role meanwhile is given nothing, so
   * that nothing of his own is taken from him at the end.
   */
  private boolean brings(Delegation delegation) {
    return host.directory().person(delegation.to()).filter(p -> own(p, delegation)).isEmpty();
  }

  private static boolean own(Person person, Delegation delegation) {
    return person.roles().contains(delegation.role())
        && person.holdsInsteadOf(delegation.role()).isEmpty();
  }

  /**
   * Begins or ends a delegation if its day has come; safe to repeat.
   *
   * @param delegation locked by the caller's transaction
   */
  Delegation bring(Delegation delegation) {
    if (!isDue(delegation)) {
      return delegation;
    }
    Delegation changed = delegation.inForce(!delegation.inForce());
    host.ledger().update(changed);
    if (changed.inForce()) {
      host.memberships().give(changed.role(), changed.to());
      handOver(changed, changed.from(), changed.to());
    } else {
      if (!needsMembership(changed)) {
        host.memberships().take(changed.role(), changed.to());
      }
      handOver(changed, changed.to(), changed.from());
    }
    return changed;
  }

  /** Whether another delegation has brought the same membership. */
  private boolean needsMembership(Delegation ended) {
    return host.ledger().delegationsSince(host.today()).stream()
        .anyMatch(d -> d.inForce() && d.to().equals(ended.to()) && d.role().equals(ended.role()));
  }

  /** Tasks that one of the two has claimed go to the other, who decides from now on. */
  private void handOver(Delegation delegation, String from, String to) {
    Person waiting = waiting(delegation);
    for (Dossier dossier : host.ledger().waitingFor(waiting, MAX_TASKS)) {
      move(delegation, dossier.taskId(), from, to, person -> mayDecide(person, dossier));
    }
    for (Answer answer : host.ledger().answersWaitingFor(waiting, MAX_TASKS)) {
      move(
          delegation,
          answer.taskId(),
          from,
          to,
          person -> host.rights().mayAnswer(person, answer).isAllowed());
    }
  }

  private boolean mayDecide(Person person, Dossier dossier) {
    return dossier
        .step()
        .filter(step -> host.rights().mayHoldTask(person, step, dossier).isAllowed())
        .isPresent();
  }

  /**
   * One task. At the beginning the one who delegates keeps what the deputy may not decide; at the
   * end the deputy keeps what he may decide without the delegation, and what nobody of the two may
   * decide waits for the group.
   */
  private void move(
      Delegation delegation,
      Optional<String> taskId,
      String from,
      String to,
      Predicate<Person> may) {
    String task = taskId.orElseThrow();
    boolean toMay = host.directory().person(to).filter(may).isPresent();
    if (delegation.inForce()) {
      if (toMay) {
        host.workflow().handOver(task, from, to);
      }
    } else if (host.directory().person(from).filter(may).isEmpty()) {
      if (toMay) {
        host.workflow().handOver(task, from, to);
      } else {
        host.workflow().release(task, from);
      }
    }
  }

  /** Somebody who holds that role and no other: what waits for the role waits for him. */
  private static Person waiting(Delegation delegation) {
    return new Person(delegation.from(), "", "", Optional.empty(), Set.of(delegation.role()));
  }
}
