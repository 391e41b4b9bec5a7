package vn.ttdn.platform;

import java.time.Clock;
import org.alfresco.repo.lock.JobLockService;
import org.alfresco.repo.lock.LockAcquisitionException;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.namespace.QName;
import org.springframework.mail.javamail.JavaMailSender;
import vn.ttdn.core.Host;
import vn.ttdn.core.audit.AnchorJob;
import vn.ttdn.core.mail.MailDispatch;
import vn.ttdn.core.mail.OutgoingMail;

/** The scheduled work: sends waiting mail and anchors the audit chains, on one node at a time. */
public final class MailAndAnchorJob {
  private static final QName LOCK = TtdnModel.content("mailAndAnchorJob");
  private static final long LOCK_MILLIS = 60_000;
  private static final int MAILS_A_RUN = 200;

  private final JobLockService locks;
  private final MailDispatch mails;
  private final AnchorJob anchors;
  private final boolean sendMail;

  /**
   * Makes the job.
   *
   * @param from the sender's address
   * @param sendMail off until an administrator has set up a mail server
   */
  public MailAndAnchorJob(
      Platform platform,
      JobLockService locks,
      JavaMailSender sender,
      String from,
      boolean sendMail) {
    Host host = platform.host();
    this.locks = locks;
    this.sendMail = sendMail;
    this.mails =
        new MailDispatch(
            host.unitOfWork(), host.ledger(), mail -> send(sender, from, mail), host.clock());
    this.anchors = new AnchorJob(host.unitOfWork(), host.ledger(), Clock.systemUTC());
  }

  /** One run; does nothing while another node runs it. */
  public void run() {
    String token;
    try {
      token = locks.getLock(LOCK, LOCK_MILLIS);
    } catch (LockAcquisitionException e) {
      return;
    }
    try {
      AuthenticationUtil.runAsSystem(
          () -> {
            if (sendMail) {
              mails.run(MAILS_A_RUN);
            }
            return anchors.run();
          });
    } finally {
      locks.releaseLock(token, LOCK);
    }
  }

  private static void send(JavaMailSender sender, String from, OutgoingMail mail) {
    sender.send(
        message -> {
          message.setFrom(from);
          message.setRecipients(jakarta.mail.Message.RecipientType.TO, mail.to());
          message.setSubject(mail.subject(), "UTF-8");
          message.setText(mail.body(), "UTF-8");
        });
  }
}
