package vn.ttdn.core.schema;

import java.util.Objects;

/**
 * A place in a dossier that one document fills: the draft of a kind, its signed copy, or the answer
 * of one asked unit. A new file in the same place is the document's next version.
 *
 * @param kind what kind of document it is
 * @param key empty for a draft, {@code signed} for a signed copy, an answer's id for an answer
 */
public record DocumentSlot(DocumentKind kind, String key) {
  private static final String SIGNED = "signed";

  public DocumentSlot {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(key);
  }

  public static DocumentSlot draft(DocumentKind kind) {
    return new DocumentSlot(kind, "");
  }

  /** The signed PDF or the sealed scan that is issued in the draft's place. */
  public static DocumentSlot signed(DocumentKind kind) {
    return new DocumentSlot(kind, SIGNED);
  }

  public static DocumentSlot answer(String answerId) {
    return new DocumentSlot(DocumentKind.UNIT_ANSWER, answerId);
  }

  public boolean isDraft() {
    return key.isEmpty();
  }

  public boolean isSigned() {
    return key.equals(SIGNED);
  }
}
