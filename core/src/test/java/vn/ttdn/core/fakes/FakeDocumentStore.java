package vn.ttdn.core.fakes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;
import vn.ttdn.core.audit.Sha256;
import vn.ttdn.core.files.FileInspector;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.port.DocumentStore;
import vn.ttdn.core.port.RecordToFreeze;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.register.RecordFacts;
import vn.ttdn.core.schema.DocumentSlot;

/** A repository in memory. */
public final class FakeDocumentStore implements DocumentStore, Rewindable {
  private record Version(String dossierId, StoredDocument document, byte[] content) {}

  private record Frozen(RecordFacts facts, byte[] content) {}

  private final Clock clock;
  private List<Version> versions = new ArrayList<>();
  private Map<String, Frozen> records = new LinkedHashMap<>();
  private Map<String, Dossier> folders = new LinkedHashMap<>();
  private int last;
  private boolean guarded = true;

  FakeDocumentStore(Clock clock) {
    this.clock = clock;
  }

  /** Switches the guard of records off or on, as an administrator could. */
  public void guardRecords(boolean on) {
    guarded = on;
  }

  /** The dossier as its folder was last told of it; empty before it was opened. */
  public synchronized Optional<Dossier> folder(String dossierId) {
    return Optional.ofNullable(folders.get(dossierId));
  }

  /** How many records there are. */
  public synchronized int recordCount() {
    return records.size();
  }

  /** What was written about a record when it was frozen. */
  public synchronized RecordFacts facts(String recordId) {
    return records.get(recordId).facts();
  }

  @Override
  public synchronized void openDossier(Dossier dossier) {
    if (folders.putIfAbsent(dossier.id(), dossier) != null) {
      throw new IllegalStateException("the folder is there already");
    }
  }

  @Override
  public synchronized void dossierChanged(Dossier dossier) {
    if (folders.replace(dossier.id(), dossier) == null) {
      throw new IllegalStateException("there is no such folder");
    }
  }

  @Override
  public synchronized StoredDocument put(
      Dossier dossier, DocumentSlot slot, IncomingFile file, Person by) {
    byte[] content = read(file);
    List<StoredDocument> before =
        documents(dossier.id()).stream().filter(d -> d.slot().equals(slot)).toList();
    String id = before.isEmpty() ? "document-" + ++last : before.get(0).id();
    int number = versions(dossier.id(), id).size() + 1;
    StoredDocument stored =
        new StoredDocument(
            id,
            slot,
            file.name(),
            FileInspector.mimeType(file.name()),
            content.length,
            Sha256.hex(content),
            number + ".0",
            by.userName(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    versions.add(new Version(dossier.id(), stored, content));
    return stored;
  }

  @Override
  public synchronized List<StoredDocument> documents(String dossierId) {
    Map<String, StoredDocument> newest = new LinkedHashMap<>();
    versions.stream()
        .filter(v -> v.dossierId().equals(dossierId))
        .forEach(v -> newest.put(v.document().id(), v.document()));
    return newest.values().stream()
        .sorted(Comparator.comparing(StoredDocument::kind).thenComparing(d -> d.slot().key()))
        .toList();
  }

  @Override
  public synchronized List<StoredDocument> versions(String dossierId, String documentId) {
    List<StoredDocument> found = new ArrayList<>();
    for (Version v : versions) {
      if (v.dossierId().equals(dossierId) && v.document().id().equals(documentId)) {
        found.add(0, v.document());
      }
    }
    return found;
  }

  @Override
  public synchronized InputStream open(String dossierId, String documentId, String version) {
    return versions.stream()
        .filter(v -> v.dossierId().equals(dossierId) && v.document().id().equals(documentId))
        .filter(v -> v.document().version().equals(version))
        .findFirst()
        .map(v -> (InputStream) new ByteArrayInputStream(v.content()))
        .orElseThrow(() -> Refusal.of(Kind.NOT_FOUND, "document-unknown"));
  }

  @Override
  public synchronized String freeze(RecordToFreeze toFreeze) {
    if (!guarded) {
      throw Refusal.of(Kind.UNAVAILABLE, "records-unguarded");
    }
    StoredDocument document = toFreeze.document();
    if (!documents(toFreeze.dossier().id()).contains(document)) {
      throw new IllegalStateException("only a document's newest version is frozen");
    }
    try (InputStream in = open(toFreeze.dossier().id(), document.id(), document.version())) {
      String id = "record-" + ++last;
      records.put(id, new Frozen(toFreeze.facts(), in.readAllBytes()));
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized InputStream openRecord(String recordId) {
    Frozen record = records.get(recordId);
    if (record == null) {
      throw Refusal.of(Kind.NOT_FOUND, "record-unknown");
    }
    return new ByteArrayInputStream(record.content());
  }

  @Override
  public synchronized Runnable mark() {
    List<Version> versionsThen = new ArrayList<>(versions);
    Map<String, Frozen> recordsThen = new LinkedHashMap<>(records);
    Map<String, Dossier> foldersThen = new LinkedHashMap<>(folders);
    return () -> restore(versionsThen, recordsThen, foldersThen);
  }

  private synchronized void restore(
      List<Version> versionsThen, Map<String, Frozen> recordsThen, Map<String, Dossier> then) {
    versions = versionsThen;
    records = recordsThen;
    folders = then;
  }

  private static byte[] read(IncomingFile file) {
    try (InputStream in = file.content().open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
