package vn.ttdn.core.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.port.Mailer;
import vn.ttdn.core.port.UnitOfWork;

/**
 * The job that empties the outbox: at least once, each mail in a transaction of its own, safe to
 * run on several nodes at once. A mail that cannot be sent waits longer after each try, up to a
 * day; it is never dropped.
 */
public final class MailDispatch {
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final UnitOfWork unitOfWork;
  private final Ledger ledger;
  private final Mailer mailer;
  private final Clock clock;

  public MailDispatch(UnitOfWork unitOfWork, Ledger ledger, Mailer mailer, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.ledger = ledger;
    this.mailer = mailer;
    this.clock = clock;
  }

  /**
   * Sends what is due.
   *
   * @param atMost how many mails one run may take
   * @return how many were sent
   */
  public int run(int atMost) {
    int sent = 0;
    for (int i = 0; i < atMost; i++) {
      Result result = unitOfWork.write(this::one);
      if (result == Result.NOTHING_DUE) {
        return sent;
      }
      if (result == Result.SENT) {
        sent++;
      }
    }
    return sent;
  }

  private Result one() {
    Instant now = clock.instant();
    List<OutgoingMail> due = ledger.lockDueMails(now, 1);
    if (due.isEmpty()) {
      return Result.NOTHING_DUE;
    }
    OutgoingMail mail = due.get(0);
    try {
      mailer.send(mail);
    } catch (RuntimeException e) {
      ledger.mailFailed(mail.id(), String.valueOf(e.getMessage()), now.plus(waitAfter(mail)));
      return Result.FAILED;
    }
    ledger.mailSent(mail.id(), now);
    return Result.SENT;
  }

  private static Duration waitAfter(OutgoingMail mail) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(mail.attempts(), 11));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private enum Result {
    SENT,
    FAILED,
    NOTHING_DUE
  }
}
