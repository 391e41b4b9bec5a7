package vn.ttdn.standalone.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import vn.ttdn.core.mail.Attachment;
import vn.ttdn.core.mail.OutgoingMail;
import vn.ttdn.core.port.Mailer;

/** Writes each mail as a file, for trying out without a mail server. */
final class EmlMailer implements Mailer {
  private final Path folder;
  private final MimeMails mails;

  EmlMailer(Path folder, MimeMails mails) {
    this.folder = folder;
    this.mails = mails;
  }

  @Override
  public void send(OutgoingMail mail, List<Attachment> attachments) {
    try {
      MimeMessage message = mails.message(mail, attachments, Session.getInstance(new Properties()));
      Files.createDirectories(folder);
      Path temporary = folder.resolve(mail.id() + ".tmp");
      try (OutputStream out = Files.newOutputStream(temporary)) {
        message.writeTo(out);
      }
      Files.move(
          temporary, folder.resolve(mail.id() + ".eml"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
