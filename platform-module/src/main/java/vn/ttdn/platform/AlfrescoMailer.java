package vn.ttdn.platform;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import vn.ttdn.core.mail.Attachment;
import vn.ttdn.core.mail.OutgoingMail;
import vn.ttdn.core.port.Mailer;

/** Mail through the server that Alfresco is set up with ({@code mail.*}). */
public final class AlfrescoMailer implements Mailer {
  private final JavaMailSender sender;
  private final String from;

  /**
   * Makes the mailer.
   *
   * @param from the sender's address
   */
  public AlfrescoMailer(JavaMailSender sender, String from) {
    this.sender = sender;
    this.from = from;
  }

  @Override
  public void send(OutgoingMail mail, List<Attachment> attachments) {
    sender.send(message -> fill(message, mail, attachments));
  }

  private void fill(MimeMessage message, OutgoingMail mail, List<Attachment> attachments)
      throws MessagingException {
    MimeMessageHelper helper =
        new MimeMessageHelper(message, !attachments.isEmpty(), StandardCharsets.UTF_8.name());
    // Many clients know RFC 2047 in a file name and not RFC 2231.
    helper.setEncodeFilenames(true);
    helper.setFrom(from);
    helper.setTo(mail.to());
    helper.setSubject(mail.subject());
    helper.setText(mail.body());
    for (Attachment attachment : attachments) {
      helper.addAttachment(
          attachment.name(), () -> attachment.content().get(), attachment.mimeType());
    }
    // Spring keeps it, so that a mail sent twice is recognised.
    message.setHeader("Message-ID", "<" + mail.id() + "@ttdn>");
  }
}
