package vn.ttdn.core.register;

import java.util.ArrayList;
import java.util.List;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.port.Ledger.Page;
import vn.ttdn.core.rights.Rights;
import vn.ttdn.core.text.Fold;

/** Reads the registers for the current person. */
public final class Registers {
  private static final int BATCH = 1000;

  private final Host host;

  public Registers(Host host) {
    this.host = host;
  }

  /** The years in which a register has entries, newest first. */
  public List<Integer> years(String register) {
    allow();
    return host.ledger().registerYears(host.organisation().get().agency().code(), known(register));
  }

  /** A page of a register whose entries hold all words of {@code text}. */
  public Page<RegisterEntry> page(
      String register, String year, String text, int offset, int limit) {
    allow();
    return host.ledger().register(key(register, year), Fold.fold(text), offset, limit);
  }

  /** A whole register, in the order of its numbers. */
  public List<RegisterEntry> all(String register, String year) {
    allow();
    RegisterKey key = key(register, year);
    List<RegisterEntry> entries = new ArrayList<>();
    Page<RegisterEntry> page;
    do {
      page = host.ledger().register(key, "", entries.size(), BATCH);
      entries.addAll(page.items());
    } while (entries.size() < page.total() && !page.items().isEmpty());
    return entries;
  }

  private void allow() {
    new Rights(host.organisation().get()).mayReadRegister(host.currentPerson().get()).orThrow();
  }

  private RegisterKey key(String register, String year) {
    Organisation organisation = host.organisation().get();
    if (!year.matches("\\d{4}")) {
      throw Refusal.ofField("year", "year-invalid", year);
    }
    return new RegisterKey(organisation.agency().code(), known(register), Integer.parseInt(year));
  }

  private String known(String register) {
    if (!register.equals(host.organisation().get().issuedLetters().code())) {
      throw Refusal.of(Refusal.Kind.NOT_FOUND, "register-unknown", register);
    }
    return register;
  }
}
