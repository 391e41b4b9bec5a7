package vn.ttdn.standalone.mail;

import java.util.List;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.ttdn.core.mail.Attachment;
import vn.ttdn.core.mail.OutgoingMail;
import vn.ttdn.core.port.Mailer;

/** Sends through the server of {@code spring.mail.*}. */
final class SmtpMailer implements Mailer {
  private final JavaMailSenderImpl sender;
  private final MimeMails mails;

  SmtpMailer(JavaMailSenderImpl sender, MimeMails mails) {
    this.sender = sender;
    this.mails = mails;
  }

  @Override
  public void send(OutgoingMail mail, List<Attachment> attachments) {
    sender.send(mails.message(mail, attachments, sender.getSession()));
  }
}
