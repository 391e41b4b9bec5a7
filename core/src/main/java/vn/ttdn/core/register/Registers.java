package vn.ttdn.core.register;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.port.Ledger.Page;
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
    RegisterConfig config = known(register);
    String body = host.organisation().get().bodyOf(config).code();
    return host.ledger().registerYears(body, config.code());
  }

  /** The years in which something came in, newest first. */
  public List<Integer> incomingYears() {
    allow();
    return host.ledger().incomingYears(host.organisation().get().agency().code());
  }

  /** A page of a register whose entries hold all words of {@code text}. */
  public Page<RegisterEntry> page(
      String register, String year, String text, int offset, int limit) {
    allow();
    return host.ledger().register(key(register, year), Fold.fold(text), offset, limit);
  }

  /** A page of the register of incoming documents. */
  public Page<IncomingEntry> incoming(String year, String text, int offset, int limit) {
    allow();
    return host.ledger().incoming(incomingKey(year), Fold.fold(text), offset, limit);
  }

  /** A whole register, in the order of its numbers. */
  public List<RegisterEntry> all(String register, String year) {
    allow();
    RegisterKey key = key(register, year);
    return all(from -> host.ledger().register(key, "", from, BATCH));
  }

  /** The whole register of incoming documents, in the order of its numbers. */
  public List<IncomingEntry> allIncoming(String year) {
    allow();
    RegisterKey key = incomingKey(year);
    return all(from -> host.ledger().incoming(key, "", from, BATCH));
  }

  private static <T> List<T> all(IntFunction<Page<T>> pages) {
    List<T> entries = new ArrayList<>();
    Page<T> page;
    do {
      page = pages.apply(entries.size());
      entries.addAll(page.items());
    } while (entries.size() < page.total() && !page.items().isEmpty());
    return entries;
  }

  private void allow() {
    host.rights().mayReadRegister(host.currentPerson().get()).orThrow();
  }

  private RegisterKey key(String register, String year) {
    RegisterConfig config = known(register);
    Organisation organisation = host.organisation().get();
    return new RegisterKey(organisation.bodyOf(config).code(), config.code(), year(year));
  }

  private RegisterKey incomingKey(String year) {
    return new RegisterKey(
        host.organisation().get().agency().code(), RegisterConfig.INCOMING, year(year));
  }

  private static int year(String year) {
    if (!year.matches("\\d{4}")) {
      throw Refusal.ofField("year", "year-invalid", year);
    }
    return Integer.parseInt(year);
  }

  private RegisterConfig known(String register) {
    return host.organisation()
        .get()
        .register(register)
        .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "register-unknown", register));
  }
}
