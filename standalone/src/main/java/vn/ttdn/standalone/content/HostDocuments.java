package vn.ttdn.standalone.content;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;
import vn.ttdn.core.files.FileInspector;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.port.DocumentStore;
import vn.ttdn.core.port.RecordToFreeze;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;

/**
 * The standalone host's repository. Nothing here changes or deletes a version or a record: there is
 * no method that does.
 */
public final class HostDocuments implements DocumentStore {
  private static final String COLUMNS =
      "dossier_id, kind, place, version_number, document_id, name, mime_type, size_bytes, sha256,"
          + " created_by, created_at";
  private static final String SELECT =
      "select " + COLUMNS + " from ttdn_host_document where dossier_id=? ";
  // A version of this host is a whole one, as Alfresco writes it.
  private static final String MINOR = ".0";
  private static final RowMapper<StoredDocument> ROW = (row, n) -> document(row);

  private final JdbcTemplate jdbc;
  private final ContentFiles files;
  private final Clock clock;

  public HostDocuments(DataSource dataSource, ContentFiles files, Clock clock) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.files = files;
    this.clock = clock;
  }

  @Override
  public void openDossier(Dossier dossier) {
    // Here a dossier is its documents' common key; there is no folder to make.
  }

  @Override
  public void dossierChanged(Dossier dossier) {
    // The ledger is asked for every display: there are no copies that could fall behind.
  }

  @Override
  public StoredDocument put(Dossier dossier, DocumentSlot slot, IncomingFile file, Person by) {
    String sha256 = files.store(file.content());
    Optional<StoredDocument> before =
        documents(dossier.id()).stream().filter(d -> d.slot().equals(slot)).findFirst();
    String id = before.map(StoredDocument::id).orElseGet(() -> UUID.randomUUID().toString());
    int number = before.map(d -> number(d.version())).orElse(0) + 1;
    StoredDocument stored =
        new StoredDocument(
            id,
            slot,
            file.name(),
            FileInspector.mimeType(file.name()),
            file.size(),
            sha256,
            label(number),
            by.userName(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    jdbc.update(
        "insert into ttdn_host_document (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?,?)",
        dossier.id(),
        slot.kind().name(),
        slot.key(),
        number,
        id,
        stored.name(),
        stored.mimeType(),
        stored.size(),
        sha256,
        stored.createdBy(),
        stored.createdAt().atOffset(ZoneOffset.UTC));
    return stored;
  }

  @Override
  public List<StoredDocument> documents(String dossierId) {
    // A dossier has few versions: picking the newest here costs less than a second look in SQL.
    Map<String, StoredDocument> newest = new LinkedHashMap<>();
    jdbc.query(SELECT + "order by kind, place, version_number desc", ROW, dossierId)
        .forEach(v -> newest.putIfAbsent(v.id(), v));
    return List.copyOf(newest.values());
  }

  @Override
  public List<StoredDocument> versions(String dossierId, String documentId) {
    return jdbc.query(
        SELECT + "and document_id=? order by version_number desc", ROW, dossierId, documentId);
  }

  @Override
  public InputStream open(String dossierId, String documentId, String version) {
    return versions(dossierId, documentId).stream()
        .filter(v -> v.version().equals(version))
        .findFirst()
        .map(v -> openIntact(v.sha256(), v.name()))
        .orElseThrow(() -> Refusal.of(Kind.NOT_FOUND, "document-unknown"));
  }

  @Override
  public String freeze(RecordToFreeze toFreeze) {
    String sha256 = toFreeze.document().sha256();
    requireIntact(sha256, toFreeze.document().name());
    String id = UUID.randomUUID().toString();
    jdbc.update("insert into ttdn_host_record (id, sha256) values (?,?)", id, sha256);
    return id;
  }

  @Override
  public InputStream openRecord(String recordId) {
    List<String> found =
        jdbc.queryForList("select sha256 from ttdn_host_record where id=?", String.class, recordId);
    if (found.isEmpty()) {
      throw Refusal.of(Kind.NOT_FOUND, "record-unknown");
    }
    return openIntact(found.get(0), recordId);
  }

  private InputStream openIntact(String sha256, String name) {
    requireIntact(sha256, name);
    return files.open(sha256);
  }

  private void requireIntact(String sha256, String name) {
    if (!files.intact(sha256)) {
      throw Refusal.of(Kind.CONFLICT, "content-damaged", name);
    }
  }

  private static StoredDocument document(ResultSet row) throws SQLException {
    return new StoredDocument(
        row.getString("document_id"),
        new DocumentSlot(DocumentKind.valueOf(row.getString("kind")), row.getString("place")),
        row.getString("name"),
        row.getString("mime_type"),
        row.getLong("size_bytes"),
        row.getString("sha256"),
        label(row.getInt("version_number")),
        row.getString("created_by"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static String label(int number) {
    return number + MINOR;
  }

  private static int number(String label) {
    return Integer.parseInt(label.substring(0, label.length() - MINOR.length()));
  }
}
