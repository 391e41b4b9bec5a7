package vn.ttdn.core.plan;

import java.util.Locale;
import java.util.Optional;
import vn.ttdn.core.text.Messages;

/** Độ khẩn of a dossier (NĐ 30/2020/NĐ-CP, Phụ lục I: hỏa tốc, thượng khẩn, khẩn). */
public enum Urgency {
  NORMAL,
  URGENT,
  VERY_URGENT,
  MOST_URGENT;

  public static Optional<Urgency> ofName(String name) {
    for (Urgency urgency : values()) {
      if (urgency.name().equals(name)) {
        return Optional.of(urgency);
      }
    }
    return Optional.empty();
  }

  public String label(Locale locale) {
    return Messages.in(locale).text("urgency." + name());
  }
}
