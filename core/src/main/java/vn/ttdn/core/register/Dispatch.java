package vn.ttdn.core.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import vn.ttdn.core.text.Messages;

/**
 * That an issued document was sent to one addressee.
 *
 * @param recordId what was sent
 * @param ordinal 1, 2, 3… within the record
 * @param addressee who to, as it stands in "Nơi nhận"
 * @param method how
 * @param address the mail address; empty string for the other methods
 * @param mailId the mail in the outbox, which tells when it left; empty for the other methods
 * @param on the day of sending; of a mail, the day on which it was handed to the outbox
 * @param by user name of who sent it
 * @param note receipt number or the like; empty string if none
 * @param mailSentAt when the mail really left; empty while it waits, and for the other methods
 */
public record Dispatch(
    String recordId,
    int ordinal,
    String addressee,
    Method method,
    String address,
    Optional<String> mailId,
    LocalDate on,
    String by,
    String note,
    Optional<Instant> mailSentAt) {

  /** How a document reaches an addressee. */
  public enum Method {
    MAIL,
    /** By post or messenger; the clerk writes down the day. */
    PAPER,
    /** The unit has no address of its own; its people see the document here. */
    HERE;

    public String label(Locale locale) {
      return Messages.in(locale).text("dispatch." + name());
    }
  }
}
