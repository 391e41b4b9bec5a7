package vn.ttdn.core.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.comparison.Comparison;
import vn.ttdn.core.comparison.Comparison.Different;
import vn.ttdn.core.comparison.Comparison.NotCompared;
import vn.ttdn.core.comparison.ReadText;
import vn.ttdn.core.port.StoredDocument;

/** Looks whether a signed file is the document that was approved. */
public final class SignedFile {
  private static final int SHOWN = 3;
  private static final int MAX_WORDS = 60;

  private final Host host;

  public SignedFile(Host host) {
    this.host = host;
  }

  /** Compares the texts of the approved version and of the signed file. */
  public Comparison.Result compare(
      Dossier dossier, StoredDocument approved, StoredDocument signed) {
    if (approved.sha256().equals(signed.sha256())) {
      return new Comparison.Same();
    }
    return Comparison.compare(text(dossier, approved), text(dossier, signed));
  }

  private ReadText text(Dossier dossier, StoredDocument document) {
    try (InputStream in = host.documents().open(dossier.id(), document.id(), document.version())) {
      return host.texts().read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is to be written down about the two: nothing if they read the same.
   *
   * @param reason what the clerk says of a difference
   * @throws Refusal {@code signed-file-differs} if there is one and no reason
   */
  Optional<String> difference(
      Dossier dossier, StoredDocument approved, StoredDocument signed, Optional<String> reason) {
    Comparison.Result result = compare(dossier, approved, signed);
    if (result instanceof Different different && reason.isEmpty()) {
      Refusal.Label places = locale -> shown(different);
      Refusal.Label kind = approved.slot().kind()::label;
      throw Refusal.ofField(
          "difference",
          "signed-file-differs",
          different.total(),
          String.format(Locale.ROOT, "%.0f", different.similarity() * 100),
          places,
          kind);
    }
    if (result instanceof NotCompared not) {
      return Optional.of(
          "not compared: " + not.reason().code() + reason.map(r -> "; " + r).orElse(""));
    }
    return result instanceof Different ? reason : Optional.empty();
  }

  private static String shown(Different different) {
    return different.differences().stream()
        .limit(SHOWN)
        .map(d -> "“" + words(d.approved()) + "” → “" + words(d.signed()) + "”")
        .collect(Collectors.joining("; "));
  }

  private static String words(String text) {
    return text.length() <= MAX_WORDS ? text : text.substring(0, MAX_WORDS) + "…";
  }
}
