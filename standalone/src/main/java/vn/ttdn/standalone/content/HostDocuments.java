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

/**
 * The standalone host's repository. Nothing here changes or deletes a version or a record: there is
 * no method that does.
 */
public final class HostDocuments implements DocumentStore {
  private static final String SELECT =
      "select d.id, d.kind, v.version_number, v.name, v.mime_type, v.size_bytes, v.sha256,"
          + " v.created_by, v.created_at from ttdn_host_document d"
          + " join ttdn_host_version v on v.document_id=d.id where d.dossier_id=? ";
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
  public StoredDocument put(Dossier dossier, DocumentKind kind, IncomingFile file, Person by) {
    String mimeType = FileInspector.mimeType(file.name());
    String sha256 = files.store(file.content());
    List<String> existing =
        jdbc.queryForList(
            "select id from ttdn_host_document where dossier_id=? and kind=?",
            String.class,
            dossier.id(),
            kind.name());
    String id = existing.isEmpty() ? UUID.randomUUID().toString() : existing.get(0);
    if (existing.isEmpty()) {
      jdbc.update(
          "insert into ttdn_host_document (id, dossier_id, kind) values (?,?,?)",
          id,
          dossier.id(),
          kind.name());
    }
    jdbc.update(
        "insert into ttdn_host_version (document_id, version_number, name, mime_type, size_bytes,"
            + " sha256, created_by, created_at) select ?, coalesce(max(version_number),0)+1,"
            + " ?, ?, ?, ?, ?, ? from ttdn_host_version where document_id=?",
        id,
        file.name(),
        mimeType,
        file.size(),
        sha256,
        by.userName(),
        OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC),
        id);
    return versions(dossier.id(), id).get(0);
  }

  @Override
  public List<StoredDocument> documents(String dossierId) {
    // A dossier has few versions: picking the newest here costs less than a second look in SQL.
    Map<String, StoredDocument> newest = new LinkedHashMap<>();
    jdbc.query(SELECT + "order by d.kind, v.version_number desc", ROW, dossierId)
        .forEach(v -> newest.putIfAbsent(v.id(), v));
    return List.copyOf(newest.values());
  }

  @Override
  public List<StoredDocument> versions(String dossierId, String documentId) {
    return jdbc.query(
        SELECT + "and d.id=? order by v.version_number desc", ROW, dossierId, documentId);
  }

  @Override
  public InputStream open(String dossierId, String documentId, String version) {
    return versions(dossierId, documentId).stream()
        .filter(v -> v.version().equals(version))
        .findFirst()
        .map(v -> files.open(v.sha256()))
        .orElseThrow(() -> Refusal.of(Kind.NOT_FOUND, "document-unknown"));
  }

  @Override
  public String freeze(RecordToFreeze toFreeze) {
    String sha256 = toFreeze.document().sha256();
    if (!files.intact(sha256)) {
      throw Refusal.of(Kind.CONFLICT, "content-damaged", toFreeze.document().name());
    }
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
    if (!files.intact(found.get(0))) {
      throw Refusal.of(Kind.CONFLICT, "content-damaged", recordId);
    }
    return files.open(found.get(0));
  }

  private static StoredDocument document(ResultSet row) throws SQLException {
    return new StoredDocument(
        row.getString("id"),
        DocumentKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("mime_type"),
        row.getLong("size_bytes"),
        row.getString("sha256"),
        row.getInt("version_number") + ".0",
        row.getString("created_by"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
