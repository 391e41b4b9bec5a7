package vn.ttdn.core.schema;

import java.util.Locale;
import java.util.Optional;
import vn.ttdn.core.text.Messages;

/** The kinds of document that are made in a dossier, with their code in a document number. */
public enum DocumentKind {
  /** Công văn: its number carries no type code (NĐ 30/2020/NĐ-CP, Phụ lục III). */
  OFFICIAL_LETTER("");

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
