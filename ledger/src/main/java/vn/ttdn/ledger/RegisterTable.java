package vn.ttdn.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import vn.ttdn.core.port.Ledger.Page;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.text.Fold;

/** The series of numbers, the registers and the frozen records. */
final class RegisterTable {
  private static final String COLUMNS =
      "body, register, series_year, number, symbol, kind, subject, issued_on, signer_name,"
          + " signer_position, addressees, drafting_unit, dossier_id, record_id, issued_by,"
          + " issued_at";
  private static final String FROM = "from ttdn_register_entry ";
  private static final String SELECT = "select " + COLUMNS + " ";
  private static final String SERIES = "where body=? and register=? and series_year=?";
  private static final RowMapper<RegisterEntry> ROW = (row, n) -> entry(row);
  private static final String RECORD_COLUMNS =
      "record_id, dossier_id, document_id, document_version, name, mime_type, size_bytes, sha256,"
          + " frozen_at";
  private static final String SELECT_RECORD = "select " + RECORD_COLUMNS + " from ttdn_record ";
  private static final RowMapper<IssuedRecord> RECORD = (row, n) -> record(row);

  private final Sql sql;

  RegisterTable(Sql sql) {
    this.sql = sql;
  }

  long nextNumber(RegisterKey key, long first) {
    Optional<Long> last = lockLast(key);
    if (last.isEmpty()) {
      sql.ifAbsent(
          "insert into ttdn_series (body, register, series_year, last_number) values (?,?,?,?)",
          key.body(),
          key.register(),
          key.year(),
          first - 1);
      last = lockLast(key);
    }
    long next = last.orElseThrow() + 1;
    sql.one(
        "update ttdn_series set last_number=? " + SERIES,
        next,
        key.body(),
        key.register(),
        key.year());
    return next;
  }

  private Optional<Long> lockLast(RegisterKey key) {
    return sql.first(
        "select last_number from ttdn_series " + SERIES + " for update",
        (row, n) -> row.getLong(1),
        key.body(),
        key.register(),
        key.year());
  }

  void insert(RegisterEntry e) {
    sql.one(
        "insert into ttdn_register_entry ("
            + COLUMNS
            + ", search_text) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        e.key().body(),
        e.key().register(),
        e.key().year(),
        e.number(),
        e.symbol(),
        e.kind().name(),
        e.subject(),
        e.issuedOn(),
        e.signerName(),
        e.signerPosition(),
        Sql.lines(e.addressees()),
        e.draftingUnit(),
        e.dossierId(),
        e.recordId(),
        e.issuedBy(),
        Sql.at(e.issuedAt()),
        Fold.fold(e.symbol() + " " + e.subject() + " " + e.signerName()));
  }

  Page<RegisterEntry> page(RegisterKey key, String text, int offset, int limit) {
    StringBuilder where = new StringBuilder(SERIES);
    List<Object> args = new ArrayList<>(List.of(key.body(), key.register(), key.year()));
    for (String word : Sql.words(text)) {
      where.append(" and search_text like ? escape '!'");
      args.add(Sql.containing(word));
    }
    return sql.page(SELECT, FROM + where, "order by number", ROW, args, offset, limit);
  }

  List<Integer> years(String body, String register) {
    return sql.all(
        "select distinct series_year from ttdn_register_entry where body=? and register=?"
            + " order by series_year desc",
        (row, n) -> row.getInt(1),
        body,
        register);
  }

  Optional<RegisterEntry> of(String dossierId) {
    return sql.first(SELECT + FROM + "where dossier_id=? order by issued_at desc", ROW, dossierId);
  }

  void insert(IssuedRecord r) {
    sql.one(
        "insert into ttdn_record (" + RECORD_COLUMNS + ") values (?,?,?,?,?,?,?,?,?)",
        r.recordId(),
        r.dossierId(),
        r.documentId(),
        r.version(),
        r.name(),
        r.mimeType(),
        r.size(),
        r.sha256(),
        Sql.at(r.frozenAt()));
  }

  Optional<IssuedRecord> record(String recordId) {
    return sql.first(SELECT_RECORD + "where record_id=?", RECORD, recordId);
  }

  List<IssuedRecord> records(String dossierId) {
    return sql.all(
        SELECT_RECORD + "where dossier_id=? order by frozen_at, record_id", RECORD, dossierId);
  }

  private static RegisterEntry entry(ResultSet row) throws SQLException {
    return new RegisterEntry(
        new RegisterKey(
            row.getString("body"), row.getString("register"), row.getInt("series_year")),
        row.getLong("number"),
        row.getString("symbol"),
        DocumentKind.valueOf(row.getString("kind")),
        row.getString("subject"),
        row.getObject("issued_on", LocalDate.class),
        row.getString("signer_name"),
        row.getString("signer_position"),
        Sql.addressees(row.getString("addressees")),
        row.getString("drafting_unit"),
        row.getString("dossier_id"),
        row.getString("record_id"),
        row.getString("issued_by"),
        Sql.instant(row, "issued_at"));
  }

  private static IssuedRecord record(ResultSet row) throws SQLException {
    return new IssuedRecord(
        row.getString("record_id"),
        row.getString("dossier_id"),
        row.getString("document_id"),
        row.getString("document_version"),
        row.getString("name"),
        row.getString("mime_type"),
        row.getLong("size_bytes"),
        row.getString("sha256"),
        Sql.instant(row, "frozen_at"));
  }
}
