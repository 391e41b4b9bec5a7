package vn.ttdn.core;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import vn.ttdn.core.comparison.TextOfFile;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.port.CurrentPerson;
import vn.ttdn.core.port.Directory;
import vn.ttdn.core.port.DocumentStore;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.port.Memberships;
import vn.ttdn.core.port.ProcessPicture;
import vn.ttdn.core.port.UnitOfWork;
import vn.ttdn.core.port.Workflow;
import vn.ttdn.core.rights.Rights;
import vn.ttdn.core.text.Dates;

/**
 * What a host hands to core.
 *
 * @param clock the only source of "now"
 * @param organisation the configuration in force; asked anew for every request
 * @param currentPerson who acts
 * @param directory people with the roles they hold now, delegated ones among them
 * @param memberships groups, where the host's own ways in look at them
 * @param unitOfWork transactions
 * @param ledger facts of the work
 * @param documents the repository
 * @param workflow the process engine
 * @param picture the drawing of the process
 * @param texts reads the text of files
 * @param maxUploadBytes largest file that is taken
 */
public record Host(
    Clock clock,
    Supplier<Organisation> organisation,
    CurrentPerson currentPerson,
    Directory directory,
    Memberships memberships,
    UnitOfWork unitOfWork,
    Ledger ledger,
    DocumentStore documents,
    Workflow workflow,
    ProcessPicture picture,
    TextOfFile texts,
    long maxUploadBytes) {

  /** The present instant, as exact as the ledger keeps it. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The present day in Hà Nội. */
  public LocalDate today() {
    return Dates.dayOf(clock.instant());
  }

  /** Who may do what under the organisation in force. */
  public Rights rights() {
    return new Rights(organisation.get());
  }
}
