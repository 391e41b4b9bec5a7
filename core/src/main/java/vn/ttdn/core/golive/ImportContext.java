package vn.ttdn.core.golive;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.register.RegisterKey;

/**
 * What the host knows and a spreadsheet is checked against.
 *
 * @param organisation units and registers
 * @param people the person with that user name, with his roles; empty if there is none
 * @param existing whether a dossier is here already
 * @param registers codes of the registers that count here
 * @param lastGiven the last number that was given here, of those series that have given one
 * @param today the day in Asia/Ho_Chi_Minh; no letter was issued later
 */
public record ImportContext(
    Organisation organisation,
    Function<String, Optional<Person>> people,
    Predicate<DossierKey> existing,
    Set<String> registers,
    Map<RegisterKey, Long> lastGiven,
    LocalDate today) {

  public ImportContext {
    registers = Set.copyOf(registers);
    lastGiven = Map.copyOf(lastGiven);
  }
}
