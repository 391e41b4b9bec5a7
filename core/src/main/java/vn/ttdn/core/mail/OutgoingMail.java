package vn.ttdn.core.mail;

import java.util.List;

/**
 * A mail that waits in the outbox.
 *
 * @param id ours; also its Message-ID, so that a mail sent twice is recognised
 * @param dossierId what it is about
 * @param to one address
 * @param subject one line
 * @param body plain text
 * @param attachments records that go with it, by id
 * @param attempts how often sending was tried
 */
public record OutgoingMail(
    String id,
    String dossierId,
    String to,
    String subject,
    String body,
    List<String> attachments,
    int attempts) {
  public OutgoingMail {
    attachments = List.copyOf(attachments);
  }
}
