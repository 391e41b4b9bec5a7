package vn.ttdn.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Handling;
import vn.ttdn.core.plan.LetterCase;
import vn.ttdn.core.plan.LetterPurpose;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.plan.Urgency;
import vn.ttdn.core.port.Ledger.DossierQuery;
import vn.ttdn.core.port.Ledger.Page;
import vn.ttdn.core.text.Fold;

/** The table {@code ttdn_dossier}. */
final class DossierTable {
  private static final String COLUMNS =
      "id, plan_id, letter_round, letter_purpose, letter_record, title, plan_year, unit, drafter,"
          + " former_drafters, addressees, urgency, direction, due_on, answers_due_on, round, state,"
          + " process_id, task_id, step_due_on, withdrawable_by, opened_at, changed_at, row_version,"
          + " audit_length, audit_head";
  private static final String INSERT = Sql.insert("ttdn_dossier", COLUMNS + ", search_text");
  private static final String COLUMNS_OF = "select " + COLUMNS + " ";
  private static final String FROM = "from ttdn_dossier d ";
  private static final String SELECT = COLUMNS_OF + FROM;
  private static final String ENDED = "('ISSUED', 'CANCELLED')";
  private static final RowMapper<Dossier> ROW = (row, n) -> dossier(row);

  private final Sql sql;
  private final TransactionMemory memory;

  DossierTable(Sql sql, boolean atOnce) {
    this.sql = sql;
    this.memory = new TransactionMemory(this::write, atOnce);
  }

  /** What the current transaction knows. */
  TransactionMemory memory() {
    return memory;
  }

  void insert(Dossier d) {
    sql.one(
        INSERT,
        d.id(),
        Sql.text(d.letter().map(LetterCase::planId)),
        Sql.number(d.letter().map(LetterCase::round)),
        Sql.text(d.letter().map(l -> l.purpose().name())),
        Sql.text(d.letter().flatMap(LetterCase::recordId)),
        d.title(),
        d.planYear(),
        d.unit(),
        d.drafter(),
        Sql.lines(d.formerDrafters()),
        Sql.addressees(d.addressees()),
        d.handling().urgency().name(),
        d.handling().direction(),
        Sql.day(d.handling().dueOn()),
        Sql.day(d.handling().answersDueOn()),
        d.round(),
        d.state().name(),
        Sql.text(d.processId()),
        Sql.text(d.taskId()),
        Sql.day(d.stepDueOn()),
        Sql.text(d.withdrawableBy()),
        Sql.at(d.openedAt()),
        Sql.at(d.changedAt()),
        d.version(),
        d.auditLength(),
        d.auditHead(),
        searchText(d));
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

  /** What it belongs to, its unit and its beginning never change. */
  private void write(Dossier d) {
    sql.one(
        "update ttdn_dossier set title=?, plan_year=?, drafter=?, former_drafters=?, addressees=?,"
            + " urgency=?, direction=?, due_on=?, answers_due_on=?, round=?, state=?,"
            + " process_id=?, task_id=?, step_due_on=?, withdrawable_by=?, changed_at=?,"
            + " row_version=?, audit_length=?, audit_head=?, search_text=? where id=?",
        d.title(),
        d.planYear(),
        d.drafter(),
        Sql.lines(d.formerDrafters()),
        Sql.addressees(d.addressees()),
        d.handling().urgency().name(),
        d.handling().direction(),
        Sql.day(d.handling().dueOn()),
        Sql.day(d.handling().answersDueOn()),
        d.round(),
        d.state().name(),
        Sql.text(d.processId()),
        Sql.text(d.taskId()),
        Sql.day(d.stepDueOn()),
        Sql.text(d.withdrawableBy()),
        Sql.at(d.changedAt()),
        d.version(),
        d.auditLength(),
        d.auditHead(),
        searchText(d),
        d.id());
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
        where.args(),
        query.offset(),
        query.limit());
  }

  List<Dossier> runningDraftsOf(String userName) {
    memory.write();
    return sql.all(
        SELECT
            + "where d.state not in "
            + ENDED
            + " and (d.drafter=? or concat(chr(10), d.former_drafters) like ? escape '!')"
            + " order by d.opened_at, d.id",
        ROW,
        userName,
        Sql.containing("\n" + userName + "\n"));
  }

  Page<Dossier> endedPlans(Person reader, int offset, int limit) {
    memory.write();
    Where where = readableBy(reader);
    where.and("d.plan_id is null and d.state in " + ENDED);
    return sql.page(
        COLUMNS_OF,
        FROM + "where " + where.text(),
        "order by changed_at, id",
        ROW,
        where.args(),
        offset,
        limit);
  }

  List<Dossier> unannouncedPlans(Instant endedBefore, int atMost) {
    memory.write();
    return sql.all(
        SELECT
            + "where d.plan_id is null and d.changed_at<? and d.state in "
            + ENDED
            + " and not exists (select 1 from ttdn_handover_notice n where n.dossier_id=d.id)"
            + " and not exists (select 1 from ttdn_hold h where h.dossier_id=d.id"
            + " and h.lifted_at is null) order by d.changed_at, d.id limit ?",
        ROW,
        Sql.at(endedBefore),
        atMost);
  }

  List<Dossier> letters(String planId) {
    memory.write();
    return sql.all(SELECT + "where plan_id=? order by opened_at, id", ROW, planId);
  }

  /**
   * What {@code Rights.may(…, READ_DOSSIER, …)} decides, as a condition on the dossier {@code d}; a
   * test compares both.
   */
  static Where readableBy(Person reader) {
    Where any = new Where();
    for (RoleAt role : reader.roles()) {
      switch (role.role().level()) {
        case UNIT -> any.or("d.unit=?", role.unit());
        case AGENCY -> any.or("1=1");
        case MINISTRY ->
            any.or(
                "(d.state in ('MINISTRY_DECISION', 'MINISTRY_ISSUING')"
                    + " or (d.state='ISSUED' and d.plan_id is null and d.round=3))");
      }
    }
    return any.closed();
  }

  /** Whether the condition holds for every dossier. */
  static boolean readsAll(Person reader) {
    return reader.roles().stream().anyMatch(r -> r.role().level() == Unit.Level.AGENCY);
  }

  /** What {@code Rights.mayHoldTask} decides of open steps, as a condition; the same test. */
  List<Dossier> waitingFor(Person person, int atMost) {
    memory.write();
    Where where = waiting(person);
    return sql.all(
        SELECT + "where " + where.text() + " order by step_due_on, changed_at, id limit ?",
        ROW,
        where.args(atMost).toArray());
  }

  long waitingCount(Person person) {
    memory.write();
    Where where = waiting(person);
    return sql.count("from ttdn_dossier d where " + where.text(), where.args().toArray());
  }

  private static Where waiting(Person person) {
    Where any = new Where();
    for (RoleAt role : person.roles()) {
      for (String state : statesFor(role.role())) {
        Where here = new Where();
        here.and("d.state=?", state);
        if (role.role().level() == Unit.Level.UNIT) {
          here.and("d.unit=?", role.unit());
        }
        if (role.role() == Role.SPECIALIST) {
          here.and("d.drafter=?", person.userName());
        } else {
          here.and(
              "d.drafter<>? and concat(chr(10), d.former_drafters) not like ? escape '!'",
              person.userName(),
              Sql.containing("\n" + person.userName() + "\n"));
        }
        any.or(here.closed());
      }
    }
    Where where = new Where();
    where.and("task_id is not null");
    where.and(any.closed());
    return where;
  }

  /** The states whose open step the role takes, whatever the procedure and the round. */
  private static Set<String> statesFor(Role role) {
    return Arrays.stream(Step.values())
        .filter(step -> step.role() == role)
        .map(step -> step.state().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String searchText(Dossier d) {
    return Fold.fold(d.title() + " " + d.unit() + " " + d.planYear());
  }

  private static Dossier dossier(ResultSet row) throws SQLException {
    return new Dossier(
        row.getString("id"),
        letter(row),
        row.getString("title"),
        row.getInt("plan_year"),
        row.getString("unit"),
        row.getString("drafter"),
        Sql.lines(row.getString("former_drafters")),
        Sql.addressees(row.getString("addressees")),
        new Handling(
            Urgency.valueOf(row.getString("urgency")),
            row.getString("direction"),
            Sql.day(row, "due_on"),
            Sql.day(row, "answers_due_on")),
        row.getInt("round"),
        DossierState.valueOf(row.getString("state")),
        Sql.text(row, "process_id"),
        Sql.text(row, "task_id"),
        Sql.day(row, "step_due_on"),
        Sql.text(row, "withdrawable_by"),
        Sql.instant(row, "opened_at"),
        Sql.instant(row, "changed_at"),
        row.getInt("row_version"),
        row.getInt("audit_length"),
        row.getString("audit_head"));
  }

  private static Optional<LetterCase> letter(ResultSet row) throws SQLException {
    String planId = row.getString("plan_id");
    return planId == null
        ? Optional.empty()
        : Optional.of(
            new LetterCase(
                planId,
                row.getInt("letter_round"),
                LetterPurpose.valueOf(row.getString("letter_purpose")),
                Sql.text(row, "letter_record")));
  }
}
