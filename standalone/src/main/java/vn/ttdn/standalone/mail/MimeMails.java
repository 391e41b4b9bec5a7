package vn.ttdn.standalone.mail;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import vn.ttdn.core.mail.Attachment;
import vn.ttdn.core.mail.OutgoingMail;

/** Makes MIME messages of outgoing mails. */
final class MimeMails {
  private final String from;
  private final Clock clock;

  MimeMails(String from, Clock clock) {
    this.from = from;
    this.clock = clock;
  }

  MimeMessage message(OutgoingMail mail, List<Attachment> attachments, Session session) {
    try {
      MimeMessage message = new Identified(session, "<" + mail.id() + "@ttdn>");
      message.setFrom(new InternetAddress(from, true));
      message.setRecipient(
          jakarta.mail.Message.RecipientType.TO, new InternetAddress(mail.to(), true));
      message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
      if (attachments.isEmpty()) {
        message.setText(mail.body(), StandardCharsets.UTF_8.name());
      } else {
        message.setContent(parts(mail, attachments));
      }
      message.setSentDate(Date.from(clock.instant()));
      message.saveChanges();
      return message;
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Multipart parts(OutgoingMail mail, List<Attachment> attachments)
      throws MessagingException {
    Multipart parts = new MimeMultipart();
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.body(), StandardCharsets.UTF_8.name());
    parts.addBodyPart(text);
    for (Attachment attachment : attachments) {
      MimeBodyPart part = new MimeBodyPart();
      part.setDataHandler(new DataHandler(source(attachment)));
      part.setFileName(fileName(attachment.name()));
      parts.addBodyPart(part);
    }
    return parts;
  }

  /** Many clients know RFC 2047 in a file name and not RFC 2231. */
  private static String fileName(String name) {
    try {
      return MimeUtility.encodeText(name, StandardCharsets.UTF_8.name(), "B");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DataSource source(Attachment attachment) {
    try (InputStream in = attachment.content().get()) {
      return new ByteArrayDataSource(in, attachment.mimeType());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
