package vn.ttdn.standalone;

import java.util.Locale;
import java.util.Optional;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.text.Messages;

/** Says in words, in both languages, why the host does not start; no stack trace for a rule. */
final class StartFailures implements FailureAnalyzer, Ordered {
  private static final int MAX_DEPTH = 30;

  @Override
  public FailureAnalysis analyze(Throwable failure) {
    return Refusal.in(failure)
        .or(() -> known(failure))
        .map(
            refusal ->
                new FailureAnalysis(
                    both(refusal, "title") + "\n" + both(refusal, "detail"),
                    both(refusal, "remedy"),
                    failure))
        .orElse(null);
  }

  /** What other programs' exceptions mean to who starts the host. */
  private static Optional<Refusal> known(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++, cause = cause.getCause()) {
      if (cause instanceof PortInUseException inUse) {
        return Optional.of(
            Refusal.of(Refusal.Kind.CONFLICT, "port-in-use", String.valueOf(inUse.getPort())));
      }
      if (cause instanceof FlywayValidateException) {
        String what = cause.getMessage().lines().skip(1).findFirst().orElse("");
        return Optional.of(Refusal.of(Refusal.Kind.CONFLICT, "data-of-another-version", what));
      }
    }
    return Optional.empty();
  }

  private static String both(Refusal refusal, String part) {
    Locale vietnamese = Messages.VIETNAMESE;
    return refusal.text(part, vietnamese) + "\n" + refusal.text(part, Messages.ENGLISH);
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
