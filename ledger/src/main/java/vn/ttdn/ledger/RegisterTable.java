package vn.ttdn.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import vn.ttdn.core.plan.LetterPurpose;
import vn.ttdn.core.port.Ledger.Page;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterEntry.Relation;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.text.Fold;

/** The series of numbers and the registers of issued documents. */
final class RegisterTable {
  private static final String COLUMNS =
      "body, register, series_year, number, symbol, kind, subject, issued_on, signer_name,"
          + " signer_position, addressees, drafting_unit, dossier_id, record_id, relation_purpose,"
          + " relation_record, issued_by, issued_at";
  private static final String INSERT = Sql.insert("ttdn_register_entry", COLUMNS + ", search_text");
  private static final String FROM = "from ttdn_register_entry ";
  private static final String SELECT = "select " + COLUMNS + " ";
  private static final String SERIES = "where body=? and register=? and series_year=?";
  private static final RowMapper<RegisterEntry> ROW = (row, n) -> entry(row);

  private final Sql sql;

  RegisterTable(Sql sql) {
    this.sql = sql;
  }

  long nextNumber(RegisterKey key, long first) {
    long next = lockedLast(key, first - 1) + 1;
    write(key, next);
    return next;
  }

  /** Gives no number, but a series that has none yet gets its row: there is no other to lock. */
  void lock(RegisterKey key) {
    lockedLast(key, 0);
  }

  Optional<Long> lastNumber(RegisterKey key) {
    return last(key, "");
  }

  void setLastNumber(RegisterKey key, long last) {
    long given = lockedLast(key, last);
    if (given > last) {
      throw new IllegalArgumentException(key + " has given " + given + " already");
    }
    write(key, last);
  }

  /** The last number of a series, locked; one that has not begun begins behind {@code start}. */
  private long lockedLast(RegisterKey key, long start) {
    Optional<Long> last = last(key, " for update");
    if (last.isEmpty()) {
      sql.ifAbsent(
          "insert into ttdn_series (body, register, series_year, last_number) values (?,?,?,?)",
          key.body(),
          key.register(),
          key.year(),
          start);
      last = last(key, " for update");
    }
    return last.orElseThrow();
  }

  private void write(RegisterKey key, long last) {
    sql.one(
        "update ttdn_series set last_number=? " + SERIES,
        last,
        key.body(),
        key.register(),
        key.year());
  }

  private Optional<Long> last(RegisterKey key, String lock) {
    return sql.first(
        "select last_number from ttdn_series " + SERIES + lock,
        (row, n) -> row.getLong(1),
        key.body(),
        key.register(),
        key.year());
  }

  void insert(RegisterEntry e) {
    sql.one(
        INSERT,
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
        Sql.addressees(e.addressees()),
        e.draftingUnit(),
        e.dossierId(),
        e.recordId(),
        Sql.text(e.relation().map(r -> r.purpose().name())),
        Sql.text(e.relation().map(Relation::recordId)),
        e.issuedBy(),
        Sql.at(e.issuedAt()),
        Fold.fold(e.symbol() + " " + e.subject() + " " + e.signerName()));
  }

  Page<RegisterEntry> page(RegisterKey key, String text, int offset, int limit) {
    Where where = Sql.series(key, text);
    return sql.page(
        SELECT,
        FROM + "where " + where.text(),
        "order by number",
        ROW,
        where.args(),
        offset,
        limit);
  }

  List<Integer> years(String body, String register) {
    return sql.all(
        "select distinct series_year from ttdn_register_entry where body=? and register=?"
            + " order by series_year desc",
        (row, n) -> row.getInt(1),
        body,
        register);
  }

  Optional<RegisterEntry> entry(RegisterKey key, long number) {
    return sql.first(
        SELECT + FROM + SERIES + " and number=?",
        ROW,
        key.body(),
        key.register(),
        key.year(),
        number);
  }

  Optional<RegisterEntry> ofRecord(String recordId) {
    return sql.first(SELECT + FROM + "where record_id=?", ROW, recordId);
  }

  List<RegisterEntry> ofDossier(String dossierId) {
    return sql.all(
        SELECT + FROM + "where dossier_id=? order by issued_at, entry_order", ROW, dossierId);
  }

  List<RegisterEntry> relatedTo(String recordId) {
    return sql.all(
        SELECT + FROM + "where relation_record=? order by issued_at, entry_order", ROW, recordId);
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
        relation(row),
        row.getString("issued_by"),
        Sql.instant(row, "issued_at"));
  }

  private static Optional<Relation> relation(ResultSet row) throws SQLException {
    String purpose = row.getString("relation_purpose");
    return purpose == null
        ? Optional.empty()
        : Optional.of(
            new Relation(LetterPurpose.valueOf(purpose), row.getString("relation_record")));
  }
}
