package vn.ttdn.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import vn.ttdn.core.register.Dispatch;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.schema.DocumentKind;

/** The frozen records, and what was sent of them to whom. */
final class RecordTable {
  private static final String COLUMNS =
      "record_id, dossier_id, kind, record_round, enclosure_of, document_id, document_version,"
          + " name, mime_type, size_bytes, sha256, frozen_at";
  private static final String INSERT = Sql.insert("ttdn_record", COLUMNS);
  private static final String SELECT = "select " + COLUMNS + " from ttdn_record ";
  private static final RowMapper<IssuedRecord> ROW = (row, n) -> record(row);
  private static final String DISPATCH_COLUMNS =
      "record_id, ordinal, addressee, method, address, mail_id, sent_on, sent_by, note";
  private static final String INSERT_DISPATCH = Sql.insert("ttdn_dispatch", DISPATCH_COLUMNS);
  private static final RowMapper<Dispatch> DISPATCH = (row, n) -> dispatch(row);

  private final Sql sql;

  RecordTable(Sql sql) {
    this.sql = sql;
  }

  void insert(IssuedRecord r) {
    sql.one(
        INSERT,
        r.recordId(),
        r.dossierId(),
        r.kind().name(),
        r.round(),
        Sql.text(r.enclosureOf()),
        r.documentId(),
        r.version(),
        r.name(),
        r.mimeType(),
        r.size(),
        r.sha256(),
        Sql.at(r.frozenAt()));
  }

  Optional<IssuedRecord> record(String recordId) {
    return sql.first(SELECT + "where record_id=?", ROW, recordId);
  }

  List<IssuedRecord> ofDossier(String dossierId) {
    return sql.all(SELECT + "where dossier_id=? order by frozen_at, entry_order", ROW, dossierId);
  }

  /** When its mail left is the outbox's to know. */
  void insert(Dispatch d) {
    sql.one(
        INSERT_DISPATCH,
        d.recordId(),
        d.ordinal(),
        d.addressee(),
        d.method().name(),
        d.address(),
        Sql.text(d.mailId()),
        d.on(),
        d.by(),
        d.note());
  }

  List<Dispatch> dispatches(String recordId) {
    return sql.all(
        "select "
            + DISPATCH_COLUMNS
            + ", sent_at from ttdn_dispatch left join ttdn_outbox on id=mail_id"
            + " where record_id=? order by ordinal",
        DISPATCH,
        recordId);
  }

  private static IssuedRecord record(ResultSet row) throws SQLException {
    return new IssuedRecord(
        row.getString("record_id"),
        row.getString("dossier_id"),
        DocumentKind.valueOf(row.getString("kind")),
        row.getInt("record_round"),
        Sql.text(row, "enclosure_of"),
        row.getString("document_id"),
        row.getString("document_version"),
        row.getString("name"),
        row.getString("mime_type"),
        row.getLong("size_bytes"),
        row.getString("sha256"),
        Sql.instant(row, "frozen_at"));
  }

  private static Dispatch dispatch(ResultSet row) throws SQLException {
    return new Dispatch(
        row.getString("record_id"),
        row.getInt("ordinal"),
        row.getString("addressee"),
        Dispatch.Method.valueOf(row.getString("method")),
        row.getString("address"),
        Sql.text(row, "mail_id"),
        row.getObject("sent_on", LocalDate.class),
        row.getString("sent_by"),
        row.getString("note"),
        Sql.instantIfAny(row, "sent_at"));
  }
}
