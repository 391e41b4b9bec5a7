package vn.ttdn.core.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.ttdn.core.port.DocumentStore;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.port.Mailer;
import vn.ttdn.core.port.UnitOfWork;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.text.Messages;

/**
 * The job that empties the outbox: at least once, each mail in a transaction of its own, safe to
 * run on several nodes at once. A mail that cannot be sent waits longer after each try, up to a
 * day; it is never dropped.
 */
public final class MailDispatch {
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  // Most mail servers refuse more than 25 MB, and base64 adds a third.
  private static final long MAX_ATTACHED = 18L << 20;

  private final UnitOfWork unitOfWork;
  private final Ledger ledger;
  private final DocumentStore documents;
  private final Mailer mailer;
  private final Clock clock;

  public MailDispatch(
      UnitOfWork unitOfWork, Ledger ledger, DocumentStore documents, Mailer mailer, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.ledger = ledger;
    this.documents = documents;
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
      List<Attachment> attachments = attachments(mail);
      boolean tooLarge = attachments.isEmpty() && !mail.attachments().isEmpty();
      mailer.send(tooLarge ? told(mail) : mail, attachments);
    } catch (RuntimeException e) {
      ledger.mailFailed(mail.id(), String.valueOf(e.getMessage()), now.plus(waitAfter(mail)));
      return Result.FAILED;
    }
    ledger.mailSent(mail.id(), now);
    return Result.SENT;
  }

  /** The records that go with a mail; none if they are more than mail servers take. */
  private List<Attachment> attachments(OutgoingMail mail) {
    List<IssuedRecord> records =
        mail.attachments().stream().map(id -> ledger.record(id).orElseThrow()).toList();
    if (records.stream().mapToLong(IssuedRecord::size).sum() > MAX_ATTACHED) {
      return List.of();
    }
    return records.stream()
        .map(r -> new Attachment(r.name(), r.mimeType(), () -> documents.openRecord(r.recordId())))
        .toList();
  }

  private static OutgoingMail told(OutgoingMail mail) {
    String more = Messages.in(Messages.VIETNAMESE).text("mail.attachments.tooLarge");
    return new OutgoingMail(
        mail.id(),
        mail.dossierId(),
        mail.to(),
        mail.subject(),
        mail.body() + "\n\n" + more,
        mail.attachments(),
        mail.attempts());
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
