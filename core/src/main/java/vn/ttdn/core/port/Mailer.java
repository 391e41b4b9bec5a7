package vn.ttdn.core.port;

import java.util.List;
import vn.ttdn.core.mail.Attachment;
import vn.ttdn.core.mail.OutgoingMail;

/** The host's way of sending a mail. */
public interface Mailer {
  /**
   * Sends one mail now.
   *
   * @param attachments the files that go with it
   * @throws RuntimeException if it could not be handed over; it is tried again later
   */
  void send(OutgoingMail mail, List<Attachment> attachments);
}
