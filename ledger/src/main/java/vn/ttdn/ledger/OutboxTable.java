package vn.ttdn.ledger;

import java.time.Instant;
import java.util.List;
import vn.ttdn.core.mail.OutgoingMail;

/** The table {@code ttdn_outbox}. */
final class OutboxTable {
  private static final int MAX_ERROR = 2000;
  private static final String COLUMNS =
      "id, dossier_id, recipient, subject, body, attachments, attempts";
  private static final String INSERT = Sql.insert("ttdn_outbox", COLUMNS + ", due_at");

  private final Sql sql;

  OutboxTable(Sql sql) {
    this.sql = sql;
  }

  void enqueue(List<OutgoingMail> mails, Instant now) {
    sql.many(
        INSERT,
        mails.stream()
            .map(
                m ->
                    new Object[] {
                      m.id(),
                      m.dossierId(),
                      m.to(),
                      m.subject(),
                      m.body(),
                      Sql.lines(m.attachments()),
                      m.attempts(),
                      Sql.at(now)
                    })
            .toList());
  }

  /**
   * PostgreSQL locks no more than it returns. H2 locks all that are due before it cuts them off, so
   * that there a second dispatcher finds nothing to do until the first has committed.
   */
  List<OutgoingMail> lockDue(Instant now, int atMost) {
    return sql.all(
        "select "
            + COLUMNS
            + " from ttdn_outbox where due_at<=? order by due_at limit ? for update skip locked",
        (row, n) ->
            new OutgoingMail(
                row.getString("id"),
                row.getString("dossier_id"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                Sql.lines(row.getString("attachments")),
                row.getInt("attempts")),
        Sql.at(now),
        atMost);
  }

  void sent(String id, Instant at) {
    sql.one(
        "update ttdn_outbox set sent_at=?, due_at=null, attempts=attempts+1 where id=?",
        Sql.at(at),
        id);
  }

  void failed(String id, String why, Instant nextTry) {
    // A server's answer may hold anything; PostgreSQL takes no NUL.
    String error = why.replace('\0', ' ');
    if (error.length() > MAX_ERROR) {
      error = error.substring(0, MAX_ERROR);
    }
    sql.one(
        "update ttdn_outbox set due_at=?, last_error=?, attempts=attempts+1 where id=?",
        Sql.at(nextTry),
        error,
        id);
  }
}
