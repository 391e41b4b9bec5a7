package vn.ttdn.core.plan;

import java.util.List;
import java.util.Optional;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.text.Fold;

/**
 * The contents of a dossier as somebody typed them, checked.
 *
 * @param subject trích yếu, NFC, one line
 * @param planYear year that the plan is for
 * @param unit code of the drafting unit
 * @param addressees nơi nhận; may be empty until the letter is submitted
 */
public record NewDossier(String subject, int planYear, String unit, List<Addressee> addressees) {
  /** Longest trích yếu (NĐ 30/2020/NĐ-CP, Phụ lục VI: Subject, 500). */
  public static final int MAX_SUBJECT = 500;

  private static final int MAX_NAME = 200;
  private static final int MAX_ADDRESSEES = 200;

  public NewDossier {
    addressees = List.copyOf(addressees);
  }

  /**
   * Checks what was typed.
   *
   * @throws Refusal naming the field: {@code subject}, {@code planYear}, {@code unit} or {@code
   *     addressees}
   */
  public static NewDossier checked(
      String subject,
      int planYear,
      String unitCode,
      List<String> addressees,
      Organisation organisation) {
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
    if (planYear < 2000 || planYear > 2100) {
      throw Refusal.ofField("planYear", "plan-year-invalid", String.valueOf(planYear));
    }
    if (organisation.unit(unitCode).filter(u -> !u.agency()).isEmpty()) {
      throw Refusal.ofField("unit", "unit-unknown", unitCode);
    }
    if (addressees.size() > MAX_ADDRESSEES) {
      throw Refusal.ofField("addressees", "addressees-too-many", MAX_ADDRESSEES);
    }
    List<Addressee> to =
        addressees.stream()
            .map(Fold::nfc)
            .filter(line -> line != null && !line.isEmpty())
            .distinct()
            .map(line -> addressee(line, organisation))
            .toList();
    return new NewDossier(clean, planYear, unitCode, to);
  }

  /** A line that is a unit's code or name means the unit; any other is a body outside. */
  private static Addressee addressee(String line, Organisation organisation) {
    if (line.length() > MAX_NAME || line.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.ofField("addressees", "addressee-invalid", MAX_NAME);
    }
    return organisation.units().stream()
        .filter(u -> u.code().equals(line) || Fold.fold(u.nameVi()).equals(Fold.fold(line)))
        .findFirst()
        .map(u -> new Addressee(Optional.of(u.code()), u.nameVi()))
        .orElseGet(() -> new Addressee(Optional.empty(), line));
  }
}
