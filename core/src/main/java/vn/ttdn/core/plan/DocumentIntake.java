package vn.ttdn.core.plan;

import java.util.Map;
import vn.ttdn.core.Host;
import vn.ttdn.core.audit.AuditTrail;
import vn.ttdn.core.files.FileInspector;
import vn.ttdn.core.files.FileName;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.schema.DocumentSlot;

/** The one way by which a file gets into a dossier; who may has been asked before. */
public final class DocumentIntake {
  private final Host host;
  private final AuditTrail audit;

  public DocumentIntake(Host host) {
    this.host = host;
    this.audit = new AuditTrail(host.ledger());
  }

  /**
   * Inspects and stores a file, and writes that down.
   *
   * @param dossier locked by the caller's transaction
   * @throws vn.ttdn.core.Refusal {@code file-…} naming what is wrong with the file
   */
  public StoredDocument take(Person person, Dossier dossier, DocumentSlot slot, IncomingFile file) {
    IncomingFile named =
        new IncomingFile(FileName.checked(file.name()), file.size(), file.content());
    new FileInspector(host.maxUploadBytes()).inspect(named);
    StoredDocument stored = host.documents().put(dossier, slot, named, person);
    host.ledger()
        .update(
            audit.write(
                dossier,
                host.now(),
                person.userName(),
                "document.put",
                Map.of(
                    "kind", slot.kind().name(),
                    "place", slot.key(),
                    "document", stored.id(),
                    "version", stored.version(),
                    "name", stored.name(),
                    "sha256", stored.sha256())));
    return stored;
  }
}
