package vn.ttdn.core.plan;

import java.util.Locale;
import java.util.Optional;
import vn.ttdn.core.text.Messages;

/** In whose stead a document is signed (NĐ 30/2020/NĐ-CP, Điều 13 and Phụ lục I). */
public enum SigningAuthority {
  /** By the head himself. */
  NONE(""),
  /** Ký thay: a deputy for the head. */
  KT("KT."),
  /** Thừa lệnh: by order of the head. */
  TL("TL."),
  /** Thừa ủy quyền: by the head's written delegation. */
  TUQ("TUQ."),
  /** Thay mặt: on behalf of a collective leadership. */
  TM("TM.");

  private final String written;

  SigningAuthority(String written) {
    this.written = written;
  }

  /** As it stands before the office, e.g. {@code KT.}; empty for none. */
  public String written() {
    return written;
  }

  /**
   * The lines above the signature.
   *
   * @param head the office of the one who would sign himself, e.g. {@code CỤC TRƯỞNG}
   * @param position the signer's own office
   */
  public String above(String head, String position) {
    if (this == NONE) {
      return position;
    }
    return position.isEmpty() ? written + " " + head : written + " " + head + " / " + position;
  }

  /**
   * What a signer's office suggests: a deputy signs KT., anybody else who acts by delegation TUQ.
   *
   * @param head the head's office
   * @param position the signer's office
   * @param delegated whether the signer held his role by delegation
   */
  static SigningAuthority suggested(String head, String position, boolean delegated) {
    String office = position.toUpperCase(Locale.forLanguageTag("vi"));
    if (office.startsWith("PHÓ ") || office.startsWith("THỨ ")) {
      return KT;
    }
    return delegated && !office.equals(head) ? TUQ : NONE;
  }

  public static Optional<SigningAuthority> ofName(String name) {
    for (SigningAuthority authority : values()) {
      if (authority.name().equals(name) || authority.written.equals(name)) {
        return Optional.of(authority);
      }
    }
    return Optional.empty();
  }

  public String label(Locale locale) {
    return Messages.in(locale).text("authority." + name());
  }
}
