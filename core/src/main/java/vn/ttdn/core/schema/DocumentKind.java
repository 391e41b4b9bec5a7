package vn.ttdn.core.schema;

import java.util.Locale;
import java.util.Optional;
import vn.ttdn.core.text.Messages;

/** The kinds of document that are made in a dossier, with their code in a document number. */
public enum DocumentKind {
  /** Công văn: its number carries no type code (NĐ 30/2020/NĐ-CP, Phụ lục III). */
  OFFICIAL_LETTER(""),
  /** The công văn that asks for comments on the draft plan (6.2.5). */
  COMMENT_LETTER(""),
  /** Văn bản đôn đốc: a công văn as well (7, risk 1). */
  REMINDER_LETTER(""),
  /** Quyết định. */
  DECISION("QĐ"),
  /** Kế hoạch, issued with the Decision. */
  PLAN("KH"),
  /** Phiếu trình; its code is the house's own, in no official list. */
  SUBMISSION_SLIP("PTr"),
  /** What an asked unit or body answered: proposals or comments; numbered by who sent it. */
  UNIT_ANSWER("");

  private final String typeCode;

  DocumentKind(String typeCode) {
    this.typeCode = typeCode;
  }

  /** The type code in a number, empty for a công văn. */
  public Optional<String> typeCode() {
    return typeCode.isEmpty() ? Optional.empty() : Optional.of(typeCode);
  }

  public String label(Locale locale) {
    return Messages.in(locale).text("kind." + name());
  }
}
