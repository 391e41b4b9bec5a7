package vn.ttdn.core;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import vn.ttdn.core.text.Messages;

/**
 * What the system answers when it does not do what was asked: a rule of the house, not a failure of
 * it. Throwing one rolls the host's transaction back, so a refused request leaves nothing behind.
 *
 * <p>The texts stand in the message bundles under {@code problem.<code>.title}, {@code .detail}
 * (what and why) and {@code .remedy} (the way out), each in Vietnamese and English.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The kind of refusal; decides the HTTP status and nothing else. */
  public enum Kind {
    INVALID(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    CONFLICT(409),
    TOO_LARGE(413),
    UNSUPPORTED_TYPE(415),
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** The HTTP status code (RFC 9110). */
    public int status() {
      return status;
    }
  }

  private final Kind kind;
  private final String code;
  private final String field;
  private final transient List<Object> args;

  private Refusal(Kind kind, String code, String field, Object... args) {
    super(null, null, false, false);
    this.kind = Objects.requireNonNull(kind);
    this.code = Objects.requireNonNull(code);
    this.field = field;
    this.args = List.of(args);
  }

  /** A refusal that is about the request as a whole. */
  public static Refusal of(Kind kind, String code, Object... args) {
    return new Refusal(kind, code, null, args);
  }

  /** A refusal of one named field of the request (its name in the contract). */
  public static Refusal ofField(String field, String code, Object... args) {
    return new Refusal(Kind.INVALID, code, field, args);
  }

  /** Finds the refusal behind whatever a host wrapped around it on the way up. */
  public static Optional<Refusal> in(Throwable thrown) {
    Throwable t = thrown;
    for (int depth = 0; t != null && depth < 30; depth++, t = t.getCause()) {
      if (t instanceof Refusal refusal) {
        return Optional.of(refusal);
      }
    }
    return Optional.empty();
  }

  public Kind kind() {
    return kind;
  }

  /** The stable name of the rule that refused, e.g. {@code reason-missing}. */
  public String code() {
    return code;
  }

  /** The field of the request that the refusal is about, if it is about one. */
  public Optional<String> field() {
    return Optional.ofNullable(field);
  }

  /** The bundle text {@code problem.<code>.<part>} with this refusal's arguments filled in. */
  public String text(String part, Locale locale) {
    Object[] words =
        args.stream()
            .map(a -> a instanceof Label label ? label.in(locale) : String.valueOf(a))
            .toArray();
    return Messages.in(locale).text("problem." + code + "." + part, words);
  }

  /** An argument that reads differently in each language. */
  @FunctionalInterface
  public interface Label {
    String in(Locale locale);
  }

  /**
   * Both languages in one line. The stock ways into a host (Alfresco's task API, its Share pages)
   * show nothing but an exception's message, so it has to be readable by itself.
   */
  @Override
  public String getMessage() {
    return sentence(Messages.VIETNAMESE) + " / " + sentence(Messages.ENGLISH);
  }

  private String sentence(Locale locale) {
    return text("title", locale) + ". " + text("detail", locale) + " " + text("remedy", locale);
  }
}
