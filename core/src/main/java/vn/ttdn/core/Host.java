package vn.ttdn.core;

import java.time.Clock;
import java.util.function.Supplier;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.port.CurrentPerson;
import vn.ttdn.core.port.Directory;
import vn.ttdn.core.port.DocumentStore;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.port.ProcessPicture;
import vn.ttdn.core.port.UnitOfWork;
import vn.ttdn.core.port.Workflow;

/**
 * What a host hands to core.
 *
 * @param clock the only source of "now"
 * @param organisation the configuration in force; asked anew for every request
 * @param currentPerson who acts
 * @param directory people and groups
 * @param unitOfWork transactions
 * @param ledger facts of the work
 * @param documents the repository
 * @param workflow the process engine
 * @param picture the drawing of the process
 * @param maxUploadBytes largest file that is taken
 */
public record Host(
    Clock clock,
    Supplier<Organisation> organisation,
    CurrentPerson currentPerson,
    Directory directory,
    UnitOfWork unitOfWork,
    Ledger ledger,
    DocumentStore documents,
    Workflow workflow,
    ProcessPicture picture,
    long maxUploadBytes) {}
