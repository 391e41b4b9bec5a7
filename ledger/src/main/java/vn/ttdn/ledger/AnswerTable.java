package vn.ttdn.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerEvent;
import vn.ttdn.core.answers.AnswerState;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.plan.Addressee;

/** The tables {@code ttdn_answer} and {@code ttdn_answer_event}: what asked units owe. */
final class AnswerTable {
  private static final String COLUMNS =
      "id, dossier_id, round, asked_unit, asked_name, asked_email, record_id, asked_on, due_on,"
          + " first_due_on, state, received_on, no_comment, reason, process_id, task_id";
  // The dossier is locked when its answers are made, so that nobody else takes the place.
  private static final String INSERT =
      "insert into ttdn_answer ("
          + COLUMNS
          + ", ordinal) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,"
          + "(select coalesce(max(ordinal), 0)+1 from ttdn_answer where dossier_id=?))";
  private static final String SELECT = "select " + COLUMNS + " from ttdn_answer a ";
  private static final String OWED = "a.state in ('WAITING', 'NOT_AS_ASKED')";
  private static final String BY_DUE_DAY = " order by a.due_on, a.dossier_id, a.ordinal limit ?";
  private static final RowMapper<Answer> ROW = (row, n) -> answer(row);
  private static final String EVENT_COLUMNS =
      "answer_id, ordinal, kind, event_day, event_text, actor, actor_name, at, document_version";
  private static final String INSERT_EVENT = Sql.insert("ttdn_answer_event", EVENT_COLUMNS);
  private static final RowMapper<AnswerEvent> EVENT = (row, n) -> event(row);

  private final Sql sql;
  private final TransactionMemory memory;

  AnswerTable(Sql sql, TransactionMemory memory) {
    this.sql = sql;
    this.memory = memory;
  }

  void insert(Answer a) {
    sql.one(
        INSERT,
        a.id(),
        a.dossierId(),
        a.round(),
        Sql.text(a.asked().unit()),
        a.asked().name(),
        Sql.text(a.asked().email()),
        a.recordId(),
        a.askedOn(),
        a.dueOn(),
        a.firstDueOn(),
        a.state().name(),
        Sql.day(a.receivedOn()),
        a.noComment(),
        a.reason(),
        Sql.text(a.processId()),
        Sql.text(a.taskId()),
        a.dossierId());
  }

  /** Who was asked for what, and first until when, never changes. */
  void update(Answer a) {
    sql.one(
        "update ttdn_answer set due_on=?, state=?, received_on=?, no_comment=?, reason=?,"
            + " process_id=?, task_id=? where id=?",
        a.dueOn(),
        a.state().name(),
        Sql.day(a.receivedOn()),
        a.noComment(),
        a.reason(),
        Sql.text(a.processId()),
        Sql.text(a.taskId()),
        a.id());
  }

  Optional<Answer> find(String id) {
    return sql.first(SELECT + "where id=?", ROW, id);
  }

  Optional<Answer> byProcess(String processId) {
    return sql.first(SELECT + "where process_id=?", ROW, processId);
  }

  Optional<Answer> byTask(String taskId) {
    return sql.first(SELECT + "where task_id=?", ROW, taskId);
  }

  Optional<Answer> lock(String id) {
    return sql.first(SELECT + "where id=? for update", ROW, id);
  }

  List<Answer> ofDossier(String dossierId) {
    return sql.all(SELECT + "where dossier_id=? order by round, ordinal", ROW, dossierId);
  }

  /**
   * What {@code Rights.mayAnswer} and {@code Rights.may(…, FOLLOW_ANSWERS, …)} decide of open
   * steps, as a condition; a test compares both.
   */
  List<Answer> waitingFor(Person person, int atMost) {
    memory.write();
    Where where = waiting(person);
    return sql.all(
        SELECT + "where " + where.text() + BY_DUE_DAY, ROW, where.args(atMost).toArray());
  }

  long waitingCount(Person person) {
    memory.write();
    Where where = waiting(person);
    return sql.count("from ttdn_answer a where " + where.text(), where.args().toArray());
  }

  private static Where waiting(Person person) {
    Where any = new Where();
    for (RoleAt role : person.roles()) {
      if (role.role().level() == Unit.Level.UNIT) {
        any.or("(" + OWED + " and a.asked_unit=?)", role.unit());
      }
      if (role.role() == Role.AGENCY_CLERK) {
        any.or("(" + OWED + " and a.asked_unit is null)");
      }
      if (role.role() == Role.SPECIALIST) {
        any.or(
            "(a.state='RECEIVED' and exists (select 1 from ttdn_dossier d"
                + " where d.id=a.dossier_id and d.drafter=? and d.unit=? and d.plan_id is null"
                + " and d.state not in ('ISSUED', 'CANCELLED')))",
            person.userName(),
            role.unit());
      }
    }
    Where where = new Where();
    // That something is open is said first: the others are many, and an index passes over them.
    where.and("a.state in ('WAITING', 'NOT_AS_ASKED', 'RECEIVED') and a.task_id is not null");
    where.and(any.closed());
    return where;
  }

  /** A symbol comes again in another year: the newest letter first. */
  List<Answer> asked(String symbol) {
    return sql.all(
        SELECT
            + "where a.record_id in (select e.record_id from ttdn_register_entry e"
            + " where e.symbol=?) order by a.asked_on desc, a.dossier_id, a.ordinal",
        ROW,
        symbol);
  }

  List<Answer> owedBefore(LocalDate day, int atMost) {
    return sql.all(SELECT + "where " + OWED + " and a.due_on<?" + BY_DUE_DAY, ROW, day, atMost);
  }

  List<Answer> owed(Person reader, int atMost) {
    memory.write();
    Where where = owedTo(reader);
    return sql.all(
        SELECT + "where " + where.text() + BY_DUE_DAY, ROW, where.args(atMost).toArray());
  }

  long owedCount(Person reader) {
    memory.write();
    Where where = owedTo(reader);
    return sql.count("from ttdn_answer a where " + where.text(), where.args().toArray());
  }

  private static Where owedTo(Person reader) {
    Where where = new Where();
    where.and(OWED);
    if (!DossierTable.readsAll(reader)) {
      Where readable = DossierTable.readableBy(reader);
      // Counted for each: what is owed is little, and a join would read every dossier there is.
      where.and(
          "(select count(*) from ttdn_dossier d where d.id=a.dossier_id and "
              + readable.text()
              + ")=1",
          readable.args().toArray());
    }
    return where;
  }

  void append(AnswerEvent e) {
    sql.one(
        INSERT_EVENT,
        e.answerId(),
        e.ordinal(),
        e.kind().name(),
        e.on(),
        e.text(),
        e.actor(),
        e.actorName(),
        Sql.at(e.at()),
        Sql.text(e.documentVersion()));
  }

  List<AnswerEvent> events(String answerId) {
    return sql.all(
        "select " + EVENT_COLUMNS + " from ttdn_answer_event where answer_id=? order by ordinal",
        EVENT,
        answerId);
  }

  List<AnswerEvent> eventsOf(String dossierId) {
    return sql.all(
        "select "
            + EVENT_COLUMNS
            + " from ttdn_answer_event where answer_id in"
            + " (select id from ttdn_answer where dossier_id=?) order by answer_id, ordinal",
        EVENT,
        dossierId);
  }

  private static Answer answer(ResultSet row) throws SQLException {
    return new Answer(
        row.getString("id"),
        row.getString("dossier_id"),
        row.getInt("round"),
        new Addressee(
            Sql.text(row, "asked_unit"), row.getString("asked_name"), Sql.text(row, "asked_email")),
        row.getString("record_id"),
        row.getObject("asked_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getObject("first_due_on", LocalDate.class),
        AnswerState.valueOf(row.getString("state")),
        Sql.day(row, "received_on"),
        row.getBoolean("no_comment"),
        row.getString("reason"),
        Sql.text(row, "process_id"),
        Sql.text(row, "task_id"));
  }

  private static AnswerEvent event(ResultSet row) throws SQLException {
    return new AnswerEvent(
        row.getString("answer_id"),
        row.getInt("ordinal"),
        AnswerEvent.Kind.valueOf(row.getString("kind")),
        row.getObject("event_day", LocalDate.class),
        row.getString("event_text"),
        row.getString("actor"),
        row.getString("actor_name"),
        Sql.instant(row, "at"),
        Sql.text(row, "document_version"));
  }
}
