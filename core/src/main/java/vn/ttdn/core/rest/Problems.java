package vn.ttdn.core.rest;

import static vn.ttdn.core.rest.Routes.object;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.text.Messages;

/** Problem documents (RFC 9457) in the caller's language. */
public final class Problems {
  private static final Logger LOG = System.getLogger(Problems.class.getName());

  private Problems() {}

  /**
   * Runs {@code work} and turns what it throws into an answer: a refusal into its problem, anything
   * else into a fault that shows nothing of our insides but a number to find it in the log.
   */
  public static Response guard(Locale locale, Supplier<Response> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      return Refusal.in(e).map(r -> of(r, locale)).orElseGet(() -> fault(e, locale));
    }
  }

  /** The problem document of a refusal. */
  public static Response of(Refusal refusal, Locale locale) {
    Map<String, Object> problem =
        object(
            "type", "urn:ttdn:problem:" + refusal.code(),
            "title", refusal.text("title", locale),
            "status", refusal.kind().status(),
            "detail", refusal.text("detail", locale),
            "remedy", refusal.text("remedy", locale));
    refusal.field().ifPresent(f -> problem.put("field", f));
    return Response.problem(refusal.kind().status(), problem);
  }

  private static Response fault(RuntimeException e, Locale locale) {
    String reference = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "fault " + reference, e);
    Messages messages = Messages.in(locale);
    return Response.problem(
        500,
        object(
            "type", "urn:ttdn:problem:fault",
            "title", messages.text("problem.fault.title"),
            "status", 500,
            "detail", messages.text("problem.fault.detail", reference),
            "remedy", messages.text("problem.fault.remedy", reference)));
  }
}
