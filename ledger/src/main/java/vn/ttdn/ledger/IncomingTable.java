package vn.ttdn.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import vn.ttdn.core.port.Ledger.Page;
import vn.ttdn.core.register.IncomingEntry;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.core.text.Fold;

/** The table {@code ttdn_incoming}: the register of incoming documents. */
final class IncomingTable {
  private static final String COLUMNS =
      "body, register, series_year, number, arrived_on, sender, symbol, issued_on, subject,"
          + " dossier_id, answer_id, record_id, registered_by, registered_at";
  private static final String INSERT = Sql.insert("ttdn_incoming", COLUMNS + ", search_text");
  private static final String SELECT = "select " + COLUMNS + " ";
  private static final String FROM = "from ttdn_incoming ";
  private static final RowMapper<IncomingEntry> ROW = (row, n) -> entry(row);

  private final Sql sql;

  IncomingTable(Sql sql) {
    this.sql = sql;
  }

  void insert(IncomingEntry e) {
    sql.one(
        INSERT,
        e.key().body(),
        e.key().register(),
        e.key().year(),
        e.number(),
        e.arrivedOn(),
        e.sender(),
        e.symbol(),
        e.issuedOn(),
        e.subject(),
        e.dossierId(),
        e.answerId(),
        e.recordId(),
        e.registeredBy(),
        Sql.at(e.registeredAt()),
        Fold.fold(e.symbol() + " " + e.subject() + " " + e.sender()));
  }

  Page<IncomingEntry> page(RegisterKey key, String text, int offset, int limit) {
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

  List<Integer> years(String body) {
    return sql.all(
        "select distinct series_year from ttdn_incoming where body=? order by series_year desc",
        (row, n) -> row.getInt(1),
        body);
  }

  List<IncomingEntry> ofAnswer(String answerId) {
    return sql.all(
        SELECT + FROM + "where answer_id=? order by registered_at, series_year, number",
        ROW,
        answerId);
  }

  private static IncomingEntry entry(ResultSet row) throws SQLException {
    return new IncomingEntry(
        new RegisterKey(
            row.getString("body"), row.getString("register"), row.getInt("series_year")),
        row.getLong("number"),
        row.getObject("arrived_on", LocalDate.class),
        row.getString("sender"),
        row.getString("symbol"),
        row.getObject("issued_on", LocalDate.class),
        row.getString("subject"),
        row.getString("dossier_id"),
        row.getString("answer_id"),
        row.getString("record_id"),
        row.getString("registered_by"),
        Sql.instant(row, "registered_at"));
  }
}
