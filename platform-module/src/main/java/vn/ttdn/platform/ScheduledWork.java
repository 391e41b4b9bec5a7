package vn.ttdn.platform;

import org.alfresco.repo.lock.JobLockService;
import org.alfresco.repo.lock.LockAcquisitionException;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.namespace.QName;
import vn.ttdn.core.Host;
import vn.ttdn.core.audit.AnchorJob;
import vn.ttdn.core.delegation.DelegationJob;
import vn.ttdn.core.mail.MailDispatch;
import vn.ttdn.core.port.Mailer;
import vn.ttdn.core.retention.HandoverJob;

/**
 * The scheduled work, on one node at a time: makes the groups of a changed organisation, begins and
 * ends delegations, announces handovers, anchors the audit chains and sends waiting mail.
 */
public final class ScheduledWork {
  private static final QName LOCK = TtdnModel.content("scheduledWork");
  private static final long LOCK_MILLIS = 60_000;
  private static final int MAILS_A_RUN = 200;

  private final Platform platform;
  private final JobLockService locks;
  private final DelegationJob delegations;
  private final HandoverJob handovers;
  private final MailDispatch mails;
  private final AnchorJob anchors;
  private final boolean sendMail;

  /**
   * Makes the work.
   *
   * @param sendMail off until an administrator has set up a mail server
   */
  public ScheduledWork(Platform platform, JobLockService locks, Mailer mailer, boolean sendMail) {
    Host host = platform.host();
    this.platform = platform;
    this.locks = locks;
    this.delegations = new DelegationJob(host);
    this.handovers = new HandoverJob(host);
    this.mails =
        new MailDispatch(host.unitOfWork(), host.ledger(), host.documents(), mailer, host.clock());
    this.anchors = new AnchorJob(host.unitOfWork(), host.ledger(), host.clock());
    this.sendMail = sendMail;
  }

  /** One run; does nothing while another node runs it, or before the tables are there. */
  public void run() {
    if (!platform.isReady()) {
      return;
    }
    String token;
    try {
      token = locks.getLock(LOCK, LOCK_MILLIS);
    } catch (LockAcquisitionException e) {
      return;
    }
    try {
      AuthenticationUtil.runAsSystem(
          () -> {
            if (platform.groups().make() > 0) {
              // With a group that somebody deleted went what it might read.
              platform.copies().write();
            }
            delegations.run();
            handovers.run();
            int anchored = anchors.run();
            // Last: what goes wrong with a mail server holds up nothing else.
            if (sendMail) {
              mails.run(MAILS_A_RUN);
            }
            return anchored;
          });
    } finally {
      locks.releaseLock(token, LOCK);
    }
  }
}
