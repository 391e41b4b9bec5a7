package vn.ttdn.standalone.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import vn.ttdn.core.mail.OutgoingMail;

/** Makes MIME messages of outgoing mails. */
final class MimeMails {
  private final String from;
  private final Clock clock;

  MimeMails(String from, Clock clock) {
    this.from = from;
    this.clock = clock;
  }

  MimeMessage message(OutgoingMail mail, Session session) {
    try {
      MimeMessage message = new Identified(session, "<" + mail.id() + "@ttdn>");
      message.setFrom(new InternetAddress(from, true));
      message.setRecipient(
          jakarta.mail.Message.RecipientType.TO, new InternetAddress(mail.to(), true));
      message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
      message.setText(mail.body(), StandardCharsets.UTF_8.name());
      message.setSentDate(Date.from(clock.instant()));
      message.saveChanges();
      return message;
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps its Message-ID when saved, so that a mail sent twice is recognised. */
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
