package vn.ttdn.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import vn.ttdn.core.delegation.Delegation;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;

/** The table {@code ttdn_delegation}: who acts for whom. */
final class DelegationTable {
  private static final String COLUMNS =
      "id, from_person, to_person, role, unit, first_day, last_day, reason, created_at,"
          + " revoked_at, in_force";
  private static final String INSERT = Sql.insert("ttdn_delegation", COLUMNS);
  private static final String SELECT = "select " + COLUMNS + " from ttdn_delegation ";
  private static final RowMapper<Delegation> ROW = (row, n) -> delegation(row);

  private final Sql sql;

  DelegationTable(Sql sql) {
    this.sql = sql;
  }

  void insert(Delegation d) {
    sql.one(
        INSERT,
        d.id(),
        d.from(),
        d.to(),
        d.role().role().name(),
        d.role().unit(),
        d.firstDay(),
        d.lastDay(),
        d.reason(),
        Sql.at(d.createdAt()),
        d.revokedAt().map(Sql::at).orElse(null),
        d.inForce());
  }

  Optional<Delegation> lock(String id) {
    return sql.first(SELECT + "where id=? for update", ROW, id);
  }

  void update(Delegation d) {
    sql.one(
        "update ttdn_delegation set revoked_at=?, in_force=? where id=?",
        d.revokedAt().map(Sql::at).orElse(null),
        d.inForce(),
        d.id());
  }

  List<Delegation> since(LocalDate day) {
    return sql.all(SELECT + "where last_day>=? or in_force order by first_day, id", ROW, day);
  }

  private static Delegation delegation(ResultSet row) throws SQLException {
    return new Delegation(
        row.getString("id"),
        row.getString("from_person"),
        row.getString("to_person"),
        new RoleAt(Role.valueOf(row.getString("role")), row.getString("unit")),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getString("reason"),
        Sql.instant(row, "created_at"),
        Sql.instantIfAny(row, "revoked_at"),
        row.getBoolean("in_force"));
  }
}
