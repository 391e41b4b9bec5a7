package vn.ttdn.core.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.text.Fold;

/**
 * The contents of a dossier as somebody typed them, checked.
 *
 * @param subject trích yếu, NFC, one line
 * @param planYear year that the plan is for
 * @param unit code of the drafting unit
 * @param addressees nơi nhận; may be empty until the letter is submitted
 * @param handling urgency and days that were set for it
 */
public record NewDossier(
    String subject, int planYear, String unit, List<Addressee> addressees, Handling handling) {
  /** Longest trích yếu (NĐ 30/2020/NĐ-CP, Phụ lục VI: Subject, 500). */
  public static final int MAX_SUBJECT = 500;

  private static final int MAX_NAME = 200;
  private static final int MAX_ADDRESSEES = 200;
  private static final Pattern WITH_ADDRESS = Pattern.compile("([^<>]*)<([^<>]*)>");
  private static final String EMAIL = "[^@\\s,;<>\"]{1,64}@[A-Za-z0-9.-]{1,190}\\.[A-Za-z]{2,24}";

  public NewDossier {
    addressees = List.copyOf(addressees);
  }

  /**
   * Checks what was typed.
   *
   * @throws Refusal naming the field: {@code subject}, {@code planYear}, {@code unit}, {@code
   *     addressees} or {@code direction}
   */
  public static NewDossier checked(
      String subject,
      int planYear,
      String unitCode,
      List<String> addressees,
      Handling handling,
      Organisation organisation) {
    String clean = subject(subject);
    if (planYear < 2000 || planYear > 2100) {
      throw Refusal.ofField("planYear", "plan-year-invalid", String.valueOf(planYear));
    }
    if (organisation.unit(unitCode).filter(Unit::ofAgency).isEmpty()) {
      throw Refusal.ofField("unit", "unit-unknown", unitCode);
    }
    if (addressees.size() > MAX_ADDRESSEES) {
      throw Refusal.ofField("addressees", "addressees-too-many", MAX_ADDRESSEES);
    }
    Map<String, Addressee> to = new LinkedHashMap<>();
    for (String line : addressees) {
      String typed = Fold.nfc(line);
      if (typed != null && !typed.isEmpty()) {
        Addressee addressee = addressee(typed, organisation);
        to.merge(Fold.fold(addressee.name()), addressee, NewDossier::withAddress);
      }
    }
    return new NewDossier(
        clean,
        planYear,
        unitCode,
        List.copyOf(to.values()),
        handling.withDirection(Handling.direction(handling.direction())));
  }

  /** Somebody is addressed once, however often and however he is written: he answers once. */
  private static Addressee withAddress(Addressee first, Addressee again) {
    return first.email().isPresent() ? first : again;
  }

  /**
   * A subject as somebody typed it, checked.
   *
   * @throws Refusal of the field {@code subject}
   */
  static String subject(String subject) {
    String clean = Fold.nfc(subject);
    if (clean == null || clean.isEmpty()) {
      throw Refusal.ofField("subject", "subject-missing");
    }
    if (clean.length() > MAX_SUBJECT) {
      throw Refusal.ofField("subject", "subject-too-long", MAX_SUBJECT);
    }
    if (clean.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.ofField("subject", "control-character");
    }
    return clean;
  }

  /**
   * A line that is a unit's code or name means the unit; any other is a body outside, with its mail
   * address in angle brackets behind its name if it has one.
   */
  private static Addressee addressee(String line, Organisation organisation) {
    if (line.length() > MAX_NAME || line.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.ofField("addressees", "addressee-invalid", MAX_NAME);
    }
    Optional<Unit> unit =
        organisation.units().stream()
            .filter(u -> u.code().equals(line) || Fold.fold(u.nameVi()).equals(Fold.fold(line)))
            .findFirst();
    if (unit.filter(Unit::ofAgency).isPresent()) {
      return Addressee.ofUnit(unit.get().code(), unit.get().nameVi());
    }
    if (unit.isPresent()) {
      return Addressee.outside(unit.get().nameVi(), unit.get().email());
    }
    Matcher m = WITH_ADDRESS.matcher(line);
    if (!m.matches()) {
      return Addressee.outside(line, Optional.empty());
    }
    String name = m.group(1).strip();
    String email = m.group(2).strip();
    if (name.isEmpty() || !email.matches(EMAIL)) {
      throw Refusal.ofField("addressees", "addressee-address-invalid", line);
    }
    return Addressee.outside(name, Optional.of(email));
  }
}
