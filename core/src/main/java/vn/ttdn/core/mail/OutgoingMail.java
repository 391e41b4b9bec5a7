package vn.ttdn.core.mail;

/**
 * A mail that waits in the outbox.
 *
 * @param id ours; also its Message-ID, so that a mail sent twice is recognised
 * @param dossierId what it is about
 * @param to one address
 * @param subject one line
 * @param body plain text
 * @param attempts how often sending was tried
 */
public record OutgoingMail(
    String id, String dossierId, String to, String subject, String body, int attempts) {}
