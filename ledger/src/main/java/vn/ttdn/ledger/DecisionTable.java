package vn.ttdn.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Decision.DocumentVersion;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Step;

/** The table {@code ttdn_decision}. */
final class DecisionTable {
  private static final String COLUMNS =
      "dossier_id, ordinal, step, outcome, person, person_name, role, unit, task_id,"
          + " comment_text, document_id, document_version, document_sha256, decided_at";
  private static final String SELECT = "select " + COLUMNS + " from ttdn_decision ";
  private static final RowMapper<Decision> ROW = (row, n) -> decision(row);

  private final Sql sql;
  private final TransactionMemory memory;

  DecisionTable(Sql sql, TransactionMemory memory) {
    this.sql = sql;
    this.memory = memory;
  }

  void insert(Decision d) {
    sql.one(
        "insert into ttdn_decision (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        d.dossierId(),
        d.ordinal(),
        d.step().id(),
        d.outcome().code(),
        d.person(),
        d.personName(),
        d.role().name(),
        d.unit(),
        d.taskId(),
        d.comment(),
        Sql.text(d.document().map(DocumentVersion::documentId)),
        Sql.text(d.document().map(DocumentVersion::version)),
        Sql.text(d.document().map(DocumentVersion::sha256)),
        Sql.at(d.at()));
    memory.remember(d);
  }

  List<Decision> of(String dossierId) {
    return sql.all(SELECT + "where dossier_id=? order by ordinal", ROW, dossierId);
  }

  Optional<Decision> last(String dossierId) {
    sql.requireTransaction();
    return memory
        .lastDecision(dossierId)
        .or(
            () ->
                sql.first(
                    SELECT + "where dossier_id=? order by ordinal desc limit 1", ROW, dossierId));
  }

  Optional<Decision> atTask(String taskId) {
    return sql.first(SELECT + "where task_id=?", ROW, taskId);
  }

  private static Decision decision(ResultSet row) throws SQLException {
    String step = row.getString("step");
    String documentId = row.getString("document_id");
    return new Decision(
        row.getString("dossier_id"),
        row.getInt("ordinal"),
        Step.ofId(step).orElseThrow(() -> new IllegalStateException("no step " + step)),
        Outcome.ofCode(row.getString("outcome")),
        row.getString("person"),
        row.getString("person_name"),
        Role.valueOf(row.getString("role")),
        row.getString("unit"),
        row.getString("task_id"),
        row.getString("comment_text"),
        documentId == null
            ? Optional.empty()
            : Optional.of(
                new DocumentVersion(
                    documentId,
                    row.getString("document_version"),
                    row.getString("document_sha256"))),
        Sql.instant(row, "decided_at"));
  }
}
