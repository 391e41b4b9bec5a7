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
import vn.ttdn.core.mail.MailDispatch;
import vn.ttdn.core.port.Mailer;

/** What the host does by itself: sends waiting mail and anchors the audit chains. */
@Component
class Jobs {
  private static final int MAILS_A_RUN = 200;

  private final MailDispatch mails;
  private final AnchorJob anchors;

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
    this.mails = new MailDispatch(host.unitOfWork(), host.ledger(), mailer, clock);
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
}
