package vn.ttdn.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.mail.Notices;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.register.Dispatch;
import vn.ttdn.core.register.Dispatch.Method;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.text.Dates;

/** Sends an issued document to its addressees, and writes down what went to whom and how. */
final class Sending {
  private final Host host;
  private final Notices notices;

  Sending(Host host) {
    this.host = host;
    this.notices = new Notices(host);
  }

  /**
   * Sends.
   *
   * @param records the document's record and its enclosures; they go with each mail
   * @param onPaper whether the clerk sends it on paper to who has no address
   * @throws Refusal {@code addressee-without-address} if somebody has none and it is not
   */
  void send(
      Dossier dossier, RegisterEntry entry, List<String> records, boolean onPaper, Person clerk) {
    requireAddresses(entry.addressees(), onPaper);
    int ordinal = 0;
    for (Addressee addressee : entry.addressees()) {
      Optional<String> email = address(addressee);
      Method method = method(addressee, email);
      Optional<String> mail =
          email.map(to -> notices.issued(dossier, entry, to, addressee.name(), records));
      host.ledger()
          .insert(
              new Dispatch(
                  entry.recordId(),
                  ++ordinal,
                  addressee.name(),
                  method,
                  email.orElse(""),
                  mail,
                  Dates.dayOf(entry.issuedAt()),
                  clerk.userName(),
                  "",
                  Optional.empty()));
    }
    notices.issuedToDrafter(dossier, entry);
  }

  private void requireAddresses(List<Addressee> addressees, boolean onPaper) {
    List<String> without = new ArrayList<>();
    for (Addressee a : addressees) {
      if (method(a, address(a)) == Method.PAPER) {
        without.add(a.name());
      }
    }
    if (!without.isEmpty() && !onPaper) {
      throw Refusal.ofField("onPaper", "addressee-without-address", String.join("; ", without));
    }
  }

  private Optional<String> address(Addressee addressee) {
    Organisation organisation = host.organisation().get();
    return addressee.unit().isPresent()
        ? addressee.unit().flatMap(organisation::unit).flatMap(Unit::email)
        : addressee.email();
  }

  /** A unit without an address of its own has its people here. */
  private static Method method(Addressee addressee, Optional<String> email) {
    if (email.isPresent()) {
      return Method.MAIL;
    }
    return addressee.unit().isPresent() ? Method.HERE : Method.PAPER;
  }
}
