package vn.ttdn.core.plan;

import java.util.Locale;
import java.util.Optional;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.text.Messages;

/** Why a letter leaves the agency apart from a plan's rounds. */
public enum LetterPurpose {
  /** Đôn đốc units whose answers are late (7, risk 1). */
  REMINDER(DocumentKind.REMINDER_LETTER),
  /** Đính chính a defect of form in an issued document (NĐ 30/2020/NĐ-CP, Điều 18). */
  CORRECTION(DocumentKind.OFFICIAL_LETTER),
  /** Thay thế an issued document whose contents are wrong (Điều 18). */
  REPLACEMENT(DocumentKind.OFFICIAL_LETTER),
  /** Thu hồi an issued document (Điều 18). */
  RECALL(DocumentKind.OFFICIAL_LETTER);

  private final DocumentKind kind;

  LetterPurpose(DocumentKind kind) {
    this.kind = kind;
  }

  /** The kind of the letter. */
  public DocumentKind kind() {
    return kind;
  }

  /** Whether the letter is about an issued record, and linked to it in the register. */
  public boolean aboutRecord() {
    return this != REMINDER;
  }

  public static Optional<LetterPurpose> ofName(String name) {
    for (LetterPurpose purpose : values()) {
      if (purpose.name().equals(name)) {
        return Optional.of(purpose);
      }
    }
    return Optional.empty();
  }

  public String label(Locale locale) {
    return Messages.in(locale).text("purpose." + name());
  }
}
