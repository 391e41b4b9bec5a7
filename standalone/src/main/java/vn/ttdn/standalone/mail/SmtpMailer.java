package vn.ttdn.standalone.mail;

import org.springframework.mail.javamail.JavaMailSenderImpl;
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
  public void send(OutgoingMail mail) {
    sender.send(mails.message(mail, sender.getSession()));
  }
}
