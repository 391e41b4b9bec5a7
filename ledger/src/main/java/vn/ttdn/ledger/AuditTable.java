package vn.ttdn.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import vn.ttdn.core.audit.AuditEntry;
import vn.ttdn.core.audit.DailyAnchor;

/** The audit chains and their daily anchors. */
final class AuditTable {
  private static final String COLUMNS =
      "dossier_id, ordinal, at, actor, action, detail, previous, hash";
  private static final RowMapper<DailyAnchor> ANCHOR = (row, n) -> anchor(row);

  private final Sql sql;

  AuditTable(Sql sql) {
    this.sql = sql;
  }

  void append(AuditEntry e) {
    sql.one(
        "insert into ttdn_audit (" + COLUMNS + ") values (?,?,?,?,?,?,?,?)",
        e.dossierId(),
        e.ordinal(),
        Sql.at(e.at()),
        e.actor(),
        e.action(),
        e.detail(),
        e.previous(),
        e.hash());
  }

  List<AuditEntry> of(String dossierId) {
    return sql.all(
        "select " + COLUMNS + " from ttdn_audit where dossier_id=? order by ordinal",
        (row, n) ->
            new AuditEntry(
                row.getString("dossier_id"),
                row.getInt("ordinal"),
                Sql.instant(row, "at"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("detail"),
                row.getString("previous"),
                row.getString("hash")),
        dossierId);
  }

  /** Ordered here: databases sort text each in its own way, and the anchor's hash hangs on it. */
  List<DailyAnchor.Head> heads(Instant from, Instant to) {
    return sql
        .all(
            "select a.dossier_id, a.ordinal, a.hash from ttdn_audit a join"
                + " (select dossier_id, max(ordinal) as last_ordinal from ttdn_audit"
                + " where at>=? and at<? group by dossier_id) l"
                + " on l.dossier_id=a.dossier_id and l.last_ordinal=a.ordinal",
            (row, n) -> new DailyAnchor.Head(row.getString(1), row.getInt(2), row.getString(3)),
            Sql.at(from),
            Sql.at(to))
        .stream()
        .sorted(Comparator.comparing(DailyAnchor.Head::dossierId))
        .toList();
  }

  Optional<DailyAnchor> last() {
    return sql.first(
        "select anchor_day, chains, previous, hash from ttdn_anchor"
            + " order by anchor_day desc limit 1",
        ANCHOR);
  }

  Optional<DailyAnchor> of(LocalDate day) {
    return sql.first(
        "select anchor_day, chains, previous, hash from ttdn_anchor where anchor_day=?",
        ANCHOR,
        day);
  }

  /** Two nodes may anchor a day at once: the row of the first stands. */
  void insert(DailyAnchor anchor) {
    sql.ifAbsent(
        "insert into ttdn_anchor (anchor_day, chains, previous, hash) values (?,?,?,?)",
        anchor.day(),
        anchor.chains(),
        anchor.previous(),
        anchor.hash());
  }

  private static DailyAnchor anchor(ResultSet row) throws SQLException {
    return new DailyAnchor(
        row.getObject("anchor_day", LocalDate.class),
        row.getInt("chains"),
        row.getString("previous"),
        row.getString("hash"));
  }
}
