package vn.ttdn.core.answers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import vn.ttdn.core.text.Messages;

/**
 * Something that happened to an answer; the list of them is its story.
 *
 * @param answerId the answer
 * @param ordinal 1, 2, 3… within the answer
 * @param kind what happened
 * @param on the day that it is about: of the arrival, of the phone call, the new due day
 * @param text reason, note, comment, or symbol of a letter; empty string if none
 * @param actor user name of who did it
 * @param actorName his name on that day
 * @param at when it was written down
 * @param documentVersion the version of the answer's file, where one was given
 */
public record AnswerEvent(
    String answerId,
    int ordinal,
    Kind kind,
    LocalDate on,
    String text,
    String actor,
    String actorName,
    Instant at,
    Optional<String> documentVersion) {

  /** What can happen to an answer. */
  public enum Kind {
    ASKED,
    EXTENDED,
    RECEIVED,
    NO_COMMENT,
    ACCEPTED,
    NOT_AS_ASKED,
    /** A phone note (7, risk 2). */
    NOTE,
    /** A reminder letter was issued (7, risk 1). */
    REMINDED,
    CLOSED;

    public String label(Locale locale) {
      return Messages.in(locale).text("answer.event." + name());
    }
  }
}
