package vn.ttdn.core.port;

import vn.ttdn.core.mail.OutgoingMail;

/** The host's way of sending a mail. */
public interface Mailer {
  /**
   * Sends one mail now.
   *
   * @throws RuntimeException if it could not be handed over; it is tried again later
   */
  void send(OutgoingMail mail);
}
