package vn.ttdn.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.port.Ledger.DossierQuery;
import vn.ttdn.core.port.Ledger.Page;
import vn.ttdn.core.text.Fold;

/** The table {@code ttdn_dossier}. */
final class DossierTable {
  private static final String COLUMNS =
      "id, title, plan_year, unit, drafter, addressees, state, process_id, task_id, opened_at,"
          + " changed_at, row_version, audit_length, audit_head";
  private static final String COLUMNS_OF = "select " + COLUMNS + " ";
  private static final String FROM = "from ttdn_dossier d ";
  private static final String SELECT = COLUMNS_OF + FROM;
  private static final RowMapper<Dossier> ROW = (row, n) -> dossier(row);

  private final Sql sql;
  private final TransactionMemory memory;

  DossierTable(Sql sql) {
    this.sql = sql;
    this.memory = new TransactionMemory(this::write);
  }

  /** What the current transaction knows. */
  TransactionMemory memory() {
    return memory;
  }

  void insert(Dossier d) {
    sql.one(
        "insert into ttdn_dossier ("
            + COLUMNS
            + ", search_text) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        d.id(),
        d.title(),
        d.planYear(),
        d.unit(),
        d.drafter(),
        Sql.lines(d.addressees()),
        d.state().name(),
        Sql.text(d.processId()),
        Sql.text(d.taskId()),
        Sql.at(d.openedAt()),
        Sql.at(d.changedAt()),
        d.version(),
        d.auditLength(),
        d.auditHead(),
        searchText(d));
    addressedMayRead(d);
    memory.remember(d);
  }

  /**
   * Changes a dossier that this transaction has locked; written before the commit, or before the
   * table is asked for more than one dossier.
   *
   * @throws IllegalStateException if it has not: what another one wrote meanwhile would be lost
   */
  void update(Dossier d) {
    sql.requireTransaction();
    if (memory.dossier(d.id()).isEmpty()) {
      throw new IllegalStateException("dossier not locked: " + d.id());
    }
    memory.change(d);
  }

  private void write(Dossier before, Dossier d) {
    sql.one(
        "update ttdn_dossier set title=?, plan_year=?, addressees=?, state=?, process_id=?,"
            + " task_id=?, changed_at=?, row_version=?, audit_length=?, audit_head=?,"
            + " search_text=? where id=?",
        d.title(),
        d.planYear(),
        Sql.lines(d.addressees()),
        d.state().name(),
        Sql.text(d.processId()),
        Sql.text(d.taskId()),
        Sql.at(d.changedAt()),
        d.version(),
        d.auditLength(),
        d.auditHead(),
        searchText(d),
        d.id());
    if (before.state() == d.state() && before.addressees().equals(d.addressees())) {
      return;
    }
    if (before.state() == DossierState.ISSUED) {
      sql.some("delete from ttdn_addressed_unit where dossier_id=?", d.id());
    }
    addressedMayRead(d);
  }

  /** Whoever a dossier is addressed to may read it once it is issued. */
  private void addressedMayRead(Dossier d) {
    if (d.state() != DossierState.ISSUED) {
      return;
    }
    sql.many(
        "insert into ttdn_addressed_unit (unit, dossier_id) values (?,?)",
        d.addressees().stream()
            .map(Addressee::unit)
            .flatMap(Optional::stream)
            .distinct()
            .map(unit -> new Object[] {unit, d.id()})
            .toList());
  }

  /** A number by which the dossier is found from now on. */
  void symbolGiven(String dossierId, String symbol) {
    sql.one(
        "update ttdn_dossier set symbol_text=concat(symbol_text, ' ', cast(? as varchar(100)))"
            + " where id=?",
        Fold.fold(symbol),
        dossierId);
  }

  Optional<Dossier> find(String id) {
    sql.requireTransaction();
    return memory.dossier(id).or(() -> first("where id=?", id));
  }

  Optional<Dossier> lock(String id) {
    sql.requireTransaction();
    return memory.dossier(id).or(() -> locked("where id=? for update", id));
  }

  Optional<Dossier> lockByProcess(String processId) {
    sql.requireTransaction();
    return memory
        .dossierOfProcess(processId)
        .or(() -> locked("where process_id=? for update", processId));
  }

  /** Whoever waits for the lock meanwhile gets nothing: the row has another task then. */
  Optional<Dossier> lockByTask(String taskId) {
    sql.requireTransaction();
    return memory.dossierOfTask(taskId).or(() -> locked("where task_id=? for update", taskId));
  }

  private Optional<Dossier> locked(String where, String key) {
    Optional<Dossier> dossier = first(where, key);
    dossier.ifPresent(memory::remember);
    return dossier;
  }

  private Optional<Dossier> first(String where, String key) {
    memory.write();
    return sql.first(SELECT + where, ROW, key);
  }

  Page<Dossier> page(DossierQuery query) {
    memory.write();
    Where where = readableBy(query.reader());
    query.state().ifPresent(s -> where.and("d.state=?", s.name()));
    for (String word : Sql.words(query.text())) {
      String pattern = Sql.containing(word);
      where.and(
          "(d.search_text like ? escape '!' or d.symbol_text like ? escape '!')", pattern, pattern);
    }
    return sql.page(
        COLUMNS_OF,
        FROM + "where " + where.text(),
        "order by changed_at desc, id",
        ROW,
        where.args,
        query.offset(),
        query.limit());
  }

  /** What {@code Rights.may(…, READ_DOSSIER, …)} decides, as a condition; a test compares both. */
  private static Where readableBy(Person reader) {
    Where any = new Where();
    for (RoleAt role : reader.roles()) {
      if (role.role().ofAgency()) {
        any.or("1=1");
      } else {
        any.or("d.unit=?", role.unit());
      }
      any.or(
          "(d.state='ISSUED' and exists (select 1 from ttdn_addressed_unit a"
              + " where a.dossier_id=d.id and a.unit=?))",
          role.unit());
    }
    return any.closed();
  }

  List<Dossier> waitingFor(Person person, int atMost) {
    memory.write();
    Where any = new Where();
    for (RoleAt role : person.roles()) {
      for (Step step : Step.values()) {
        if (step.role() != role.role()) {
          continue;
        }
        String state = DossierState.at(step).name();
        if (role.role() == Role.SPECIALIST) {
          any.or("(d.state=? and d.unit=? and d.drafter=?)", state, role.unit(), person.userName());
        } else if (role.role().ofAgency()) {
          any.or("(d.state=? and d.drafter<>?)", state, person.userName());
        } else {
          any.or(
              "(d.state=? and d.unit=? and d.drafter<>?)", state, role.unit(), person.userName());
        }
      }
    }
    Where where = any.closed();
    where.args.add(atMost);
    return sql.all(
        SELECT
            + "where task_id is not null and "
            + where.text()
            + " order by changed_at, id limit ?",
        ROW,
        where.args());
  }

  private static String searchText(Dossier d) {
    return Fold.fold(d.title() + " " + d.unit());
  }

  private static Dossier dossier(ResultSet row) throws SQLException {
    return new Dossier(
        row.getString("id"),
        row.getString("title"),
        row.getInt("plan_year"),
        row.getString("unit"),
        row.getString("drafter"),
        Sql.addressees(row.getString("addressees")),
        DossierState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("process_id")),
        Optional.ofNullable(row.getString("task_id")),
        Sql.instant(row, "opened_at"),
        Sql.instant(row, "changed_at"),
        row.getInt("row_version"),
        row.getInt("audit_length"),
        row.getString("audit_head"));
  }

  /** A condition that grows, with its arguments in order. */
  private static final class Where {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> args = new ArrayList<>();

    void or(String condition, Object... values) {
      text.append(text.length() == 0 ? "" : " or ").append(condition);
      args.addAll(List.of(values));
    }

    void and(String condition, Object... values) {
      text.append(" and ").append(condition);
      args.addAll(List.of(values));
    }

    /** In parentheses, ready for more conditions; nothing at all allows nothing. */
    Where closed() {
      Where where = new Where();
      where.text.append(text.length() == 0 ? "1=0" : "(" + text + ")");
      where.args.addAll(args);
      return where;
    }

    String text() {
      return text.toString();
    }

    Object[] args() {
      return args.toArray();
    }
  }
}
