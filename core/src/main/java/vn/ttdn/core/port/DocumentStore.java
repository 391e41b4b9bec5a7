package vn.ttdn.core.port;

import java.io.InputStream;
import java.util.List;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.schema.DocumentSlot;

/** The host's repository of documents. It takes part in the host's transaction. */
public interface DocumentStore {
  /** Makes the dossier's folder, with the rights that go with its state. */
  void openDossier(Dossier dossier);

  /** Tells the store that the dossier changed, so that its copies and permissions follow. */
  void dossierChanged(Dossier dossier);

  /**
   * Stores a checked file in that place of the dossier: the first makes the document, a later one
   * makes its next version.
   */
  StoredDocument put(Dossier dossier, DocumentSlot slot, IncomingFile file, Person by);

  /** The dossier's documents at their newest versions; frozen records are not among them. */
  List<StoredDocument> documents(String dossierId);

  /** All versions of a document of the dossier, newest first; empty if it has no such document. */
  List<StoredDocument> versions(String dossierId, String documentId);

  /**
   * The content of one version. The caller closes the stream.
   *
   * @throws vn.ttdn.core.Refusal {@code document-unknown} if the dossier has no such version
   */
  InputStream open(String dossierId, String documentId, String version);

  /**
   * Freezes the newest version of a document as a record apart: nobody can change or delete it.
   *
   * @return the record's id
   * @throws vn.ttdn.core.Refusal {@code records-unguarded} if the host cannot enforce that now
   */
  String freeze(RecordToFreeze toFreeze);

  /**
   * The content of a frozen record. The caller closes the stream.
   *
   * @throws vn.ttdn.core.Refusal {@code record-unknown} if there is none
   */
  InputStream openRecord(String recordId);
}
