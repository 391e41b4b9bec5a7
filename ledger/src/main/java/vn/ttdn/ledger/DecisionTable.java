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
import vn.ttdn.core.schema.DocumentKind;

/** The table {@code ttdn_decision}. */
final class DecisionTable {
  private static final String COLUMNS =
      "dossier_id, ordinal, step, outcome, person, person_name, role, unit, instead_of, task_id,"
          + " comment_text, documents, decided_at";
  private static final String INSERT = Sql.insert("ttdn_decision", COLUMNS);
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
        INSERT,
        d.dossierId(),
        d.ordinal(),
        d.step().id(),
        d.outcome().code(),
        d.person(),
        d.personName(),
        d.role().name(),
        d.unit(),
        Sql.text(d.insteadOf()),
        d.taskId(),
        d.comment(),
        lines(d.documents()),
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
    return new Decision(
        row.getString("dossier_id"),
        row.getInt("ordinal"),
        Step.ofId(step).orElseThrow(() -> new IllegalStateException("no step " + step)),
        Outcome.ofCode(row.getString("outcome")),
        row.getString("person"),
        row.getString("person_name"),
        Role.valueOf(row.getString("role")),
        row.getString("unit"),
        Sql.text(row, "instead_of"),
        row.getString("task_id"),
        row.getString("comment_text"),
        documents(row.getString("documents")),
        Sql.instant(row, "decided_at"));
  }

  /** A line each: kind, tab, id, tab, version, tab, checksum. */
  private static String lines(List<DocumentVersion> documents) {
    return Sql.lines(
        documents.stream()
            .map(d -> String.join("\t", d.kind().name(), d.documentId(), d.version(), d.sha256()))
            .toList());
  }

  private static List<DocumentVersion> documents(String lines) {
    return Sql.lines(lines).stream()
        .map(line -> line.split("\t", -1))
        .map(p -> new DocumentVersion(DocumentKind.valueOf(p[0]), p[1], p[2], p[3]))
        .toList();
  }
}
