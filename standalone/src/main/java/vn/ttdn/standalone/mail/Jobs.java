package vn.ttdn.standalone.mail;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.ttdn.core.Host;
import vn.ttdn.core.audit.AnchorJob;
import vn.ttdn.core.delegation.DelegationJob;
import vn.ttdn.core.mail.MailDispatch;
import vn.ttdn.core.port.Mailer;
import vn.ttdn.core.retention.HandoverJob;

/** What the host does by itself: sends mail, anchors audit chains, works what a day brings. */
@Component
class Jobs {
  private static final int MAILS_A_RUN = 200;

  private final MailDispatch mails;
  private final AnchorJob anchors;
  private final DelegationJob delegations;
  private final HandoverJob handovers;

  Jobs(
      Host host,
      Clock clock,
      ObjectProvider<JavaMailSenderImpl> smtp,
      @Value("${ttdn.data}") Path data,
      @Value("${ttdn.mail.from}") String from) {
    MimeMails mime = new MimeMails(from, clock);
    JavaMailSenderImpl sender = smtp.getIfAvailable();
    Mailer mailer =
        sender == null ? new EmlMailer(data.resolve("mail"), mime) : new SmtpMailer(sender, mime);
    this.mails =
        new MailDispatch(host.unitOfWork(), host.ledger(), host.documents(), mailer, clock);
    this.delegations = new DelegationJob(host);
    this.handovers = new HandoverJob(host);
    this.anchors = new AnchorJob(host.unitOfWork(), host.ledger(), clock);
  }

  @Scheduled(initialDelayString = "${ttdn.jobs.outbox}", fixedDelayString = "${ttdn.jobs.outbox}")
  void sendMail() {
    mails.run(MAILS_A_RUN);
  }

  @Scheduled(initialDelayString = "${ttdn.jobs.outbox}", fixedDelayString = "${ttdn.jobs.anchor}")
  void anchor() {
    anchors.run();
  }

  @Scheduled(initialDelayString = "${ttdn.jobs.outbox}", fixedDelayString = "${ttdn.jobs.daily}")
  void daily() {
    delegations.run();
    handovers.run();
  }
}
