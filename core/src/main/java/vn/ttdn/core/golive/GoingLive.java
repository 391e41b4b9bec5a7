package vn.ttdn.core.golive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ttdn.core.Host;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.PlanFlow;
import vn.ttdn.core.plan.TakeOver;
import vn.ttdn.core.port.Ledger.DossierQuery;
import vn.ttdn.core.register.RegisterConfig;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.core.text.Fold;

/**
 * Takes an agency's running dossiers and last numbers in from a spreadsheet: all of it or nothing.
 * The agency's clerk does it, who keeps the registers.
 */
public final class GoingLive {
  private static final int MAX_ALIKE = 200;

  private final Host host;
  private final PlanFlow flow;

  public GoingLive(Host host, PlanFlow flow) {
    this.host = host;
    this.flow = flow;
  }

  /**
   * What came of it.
   *
   * @param result what the file says
   * @param taken the dossiers that were made; none in a dry run, or if a row has an error
   */
  public record Outcome(ImportResult result, List<Dossier> taken) {
    public Outcome {
      taken = List.copyOf(taken);
    }
  }

  /**
   * Reads a spreadsheet and, unless it is a dry run or a row has an error, takes it in.
   *
   * @throws vn.ttdn.core.Refusal if the person may not, or the file as a whole cannot be read
   */
  public Outcome run(IncomingFile file, boolean dryRun) {
    Person person = host.currentPerson().get();
    host.rights().mayRegisterIncoming(person).orThrow();
    ImportResult result = read(file, person);
    if (dryRun || !result.clean()) {
      return new Outcome(result, List.of());
    }
    for (LastNumber last : result.lastNumbers()) {
      host.ledger().setLastNumber(last.key(), last.number());
    }
    TakeOver takeOver = new TakeOver(host, flow);
    List<Dossier> taken =
        result.dossiers().stream()
            .map(d -> takeOver.take(d.contents(), d.drafter(), d.round(), facts(d)))
            .toList();
    return new Outcome(result, taken);
  }

  private static Map<String, Object> facts(ImportedDossier dossier) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("row", dossier.row());
    facts.put("round", dossier.round());
    facts.put("note", dossier.note());
    facts.put(
        "letters",
        dossier.letters().stream()
            .map(
                l ->
                    Map.of(
                        "round", l.round(),
                        "symbol", l.symbol(),
                        "issuedOn", l.issuedOn().toString()))
            .toList());
    return facts;
  }

  private ImportResult read(IncomingFile file, Person person) {
    Organisation organisation = host.organisation().get();
    LocalDate today = host.today();
    Set<String> registers =
        organisation.registers().stream()
            .filter(r -> !r.keptElsewhere())
            .map(RegisterConfig::code)
            .collect(Collectors.toCollection(HashSet::new));
    registers.add(RegisterConfig.INCOMING);
    ImportContext context =
        new ImportContext(
            organisation,
            host.directory()::person,
            key -> exists(person, key),
            registers,
            lastGiven(organisation, registers, today),
            today);
    try (InputStream in = file.content().open()) {
      return ImportFile.read(in, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean exists(Person person, DossierKey key) {
    DossierQuery alike =
        new DossierQuery(person, Fold.fold(key.subject()), Optional.empty(), 0, MAX_ALIKE);
    return host.ledger().dossiers(alike).items().stream()
        .anyMatch(d -> new DossierKey(d.title(), d.planYear(), d.unit()).equals(key));
  }

  /** Of this year and the last: nobody goes on in an older register. */
  private Map<RegisterKey, Long> lastGiven(
      Organisation organisation, Set<String> registers, LocalDate today) {
    Map<RegisterKey, Long> last = new HashMap<>();
    for (String register : registers) {
      for (int year = today.getYear() - 1; year <= today.getYear(); year++) {
        RegisterKey key = new RegisterKey(organisation.agency().code(), register, year);
        host.ledger().lastNumber(key).ifPresent(n -> last.put(key, n));
      }
    }
    return last;
  }
}
