package vn.ttdn.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import vn.ttdn.core.retention.Hold;

/** What is held back from the archive, and of what somebody was told. */
final class KeepingTable {
  private static final String COLUMNS =
      "dossier_id, ordinal, reason, placed_by, placed_at, lifted_by, lifted_at";
  private static final String INSERT = Sql.insert("ttdn_hold", COLUMNS);
  private static final RowMapper<Hold> ROW = (row, n) -> hold(row);

  private final Sql sql;

  KeepingTable(Sql sql) {
    this.sql = sql;
  }

  void insert(Hold h) {
    sql.one(
        INSERT,
        h.dossierId(),
        h.ordinal(),
        h.reason(),
        h.by(),
        Sql.at(h.at()),
        Sql.text(h.liftedBy()),
        h.liftedAt().map(Sql::at).orElse(null));
  }

  void update(Hold h) {
    sql.one(
        "update ttdn_hold set lifted_by=?, lifted_at=? where dossier_id=? and ordinal=?",
        Sql.text(h.liftedBy()),
        h.liftedAt().map(Sql::at).orElse(null),
        h.dossierId(),
        h.ordinal());
  }

  List<Hold> of(String dossierId) {
    return sql.all(
        "select " + COLUMNS + " from ttdn_hold where dossier_id=? order by ordinal",
        ROW,
        dossierId);
  }

  /** Two nodes may tell at once: the row of the first stands. */
  void announced(String dossierId, Instant at) {
    sql.ifAbsent(
        "insert into ttdn_handover_notice (dossier_id, announced_at) values (?,?)",
        dossierId,
        Sql.at(at));
  }

  private static Hold hold(ResultSet row) throws SQLException {
    return new Hold(
        row.getString("dossier_id"),
        row.getInt("ordinal"),
        row.getString("reason"),
        row.getString("placed_by"),
        Sql.instant(row, "placed_at"),
        Optional.ofNullable(row.getString("lifted_by")),
        Sql.instantIfAny(row, "lifted_at"));
  }
}
