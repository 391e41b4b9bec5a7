package vn.ttdn.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ttdn.core.audit.AuditChain;
import vn.ttdn.core.audit.AuditEntry;
import vn.ttdn.core.mail.OutgoingMail;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Decision.DocumentVersion;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Handling;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.port.Ledger.DossierQuery;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.ledger.testing.TestDatabase;

/**
 * What the version for round one wrote is read, found and carried on after the second migration.
 */
abstract class UpgradeContract extends LedgerContract {
  private static final List<Addressee> ADDRESSEES =
      List.of(
          Addressee.ofUnit("NVDP", "Phòng Nghiệp vụ - Điều phối"),
          Addressee.outside("Bộ Ngoại giao", Optional.empty()));
  private static final String ADDRESSEE_LINES =
      "NVDP\tPhòng Nghiệp vụ - Điều phối\n\tBộ Ngoại giao\n";
  // The last instant of a day and the first of the next, in Asia/Ho_Chi_Minh.
  private static final Instant LAST = Instant.parse("2026-11-23T16:59:59.999Z");
  private static final Instant FIRST = Instant.parse("2026-11-23T17:00:00.000Z");

  private TestDatabase upgraded;
  private Ledger upgradedLedger;
  private AuditEntry opened;

  UpgradeContract(Supplier<TestDatabase> databases) {
    super(databases);
  }

  @BeforeAll
  void upgradeWhatRoundOneWrote() {
    upgraded = anotherDatabase();
    LedgerMigrations.configured(upgraded.dataSource()).target("1").load().migrate();
    JdbcTemplate then = new JdbcTemplate(upgraded.dataSource());
    opened = AuditChain.next("issued", 0, AuditChain.START, Facts.NOON, "a", "opened", "{}");
    dossier(then, "starting", "DRAFTING", LAST, false);
    dossier(then, "drafting", "DRAFTING", LAST, true);
    dossier(then, "reviewed", "DEPARTMENT_HEAD_REVIEW", FIRST, true);
    dossier(then, "approved", "AGENCY_LEADER_REVIEW", LAST, true);
    dossier(then, "issuing", "ISSUING", FIRST, true);
    dossier(then, "issued", "ISSUED", FIRST, false);
    decisions(then);
    issue(then);
    mails(then);
    upgraded.migrated();
    upgradedLedger = new SqlLedger(upgraded.dataSource());
  }

  @AfterAll
  void closeUpgraded() {
    if (upgraded != null) {
      upgraded.close();
    }
  }

  @Test
  void dossiersStandWhereTheyStoodAndAreDueAfterTheUsualDays() {
    for (Dossier dossier :
        List.of(
            expected("starting", DossierState.DRAFTING, LAST, "2026-11-28"),
            expected("drafting", DossierState.DRAFTING, LAST, "2026-11-28"),
            expected("reviewed", DossierState.DEPARTMENT_HEAD_REVIEW, FIRST, "2026-11-26"),
            expected("approved", DossierState.AGENCY_LEADER_REVIEW, LAST, "2026-11-25"),
            expected("issuing", DossierState.ISSUING, FIRST, "2026-11-25"),
            expected("issued", DossierState.ISSUED, FIRST, null))) {
      assertThat(upgraded(() -> upgradedLedger.dossier(dossier.id()))).contains(dossier);
    }
  }

  @Test
  void decisionsAreAboutTheLetterThatTheyWereAbout() {
    assertThat(upgraded(() -> upgradedLedger.decisions("issued")))
        .containsExactly(
            decision(1, Step.DRAFT_LETTER, Outcome.SUBMITTED, true),
            decision(2, Step.LETTER_HEAD_REVIEW, Outcome.ACCEPTED, true),
            decision(3, Step.LETTER_LEADER_REVIEW, Outcome.ACCEPTED, true),
            decision(4, Step.LETTER_CLERK_ISSUE, Outcome.ISSUED, false));
    assertThat(upgraded(() -> upgradedLedger.decisionAtTask("task-issued-2")))
        .contains(decision(2, Step.LETTER_HEAD_REVIEW, Outcome.ACCEPTED, true));
  }

  @Test
  void whatWasIssuedIsInItsRegisterAndFrozen() {
    RegisterEntry entry =
        new RegisterEntry(
            Facts.SERIES,
            78,
            "78/TTĐN-PTTĐN",
            DocumentKind.OFFICIAL_LETTER,
            Facts.TITLE,
            LocalDate.of(2026, 11, 24),
            "Phạm Quốc Anh",
            "CỤC TRƯỞNG",
            ADDRESSEES,
            "PTTDN",
            "issued",
            "record",
            Optional.empty(),
            "vanthu",
            FIRST);
    IssuedRecord record =
        new IssuedRecord(
            "record",
            "issued",
            DocumentKind.OFFICIAL_LETTER,
            1,
            Optional.empty(),
            "document",
            "1.2",
            "Công văn.docx",
            "application/pdf",
            5_000_000_000L,
            Facts.SHA256,
            FIRST);
    assertThat(upgraded(() -> upgradedLedger.registerEntryOf("record"))).contains(entry);
    assertThat(upgraded(() -> upgradedLedger.registerEntries("issued"))).containsExactly(entry);
    assertThat(upgraded(() -> upgradedLedger.register(Facts.SERIES, "quoc anh", 0, 9).items()))
        .containsExactly(entry);
    assertThat(upgraded(() -> upgradedLedger.record("record"))).contains(record);
    assertThat(upgraded(() -> upgradedLedger.records("issued"))).containsExactly(record);
    assertThat(upgraded(() -> upgradedLedger.lastNumber(Facts.SERIES))).contains(78L);
    assertThat(upgraded(() -> upgradedLedger.answers("issued"))).isEmpty();
    assertThat(upgraded(() -> upgradedLedger.dispatches("record"))).isEmpty();
  }

  @Test
  void mailThatWaitedWaitsAndWhatHasLeftHasLeft() {
    assertThat(upgraded(() -> upgradedLedger.lockDueMails(FIRST, 9)))
        .containsExactly(
            new OutgoingMail("failed", "issued", "a@b", "Chủ đề", "Nội dung\n", List.of(), 2),
            new OutgoingMail("waiting", "issued", "a@b", "Chủ đề", "Nội dung\n", List.of(), 0));
  }

  @Test
  void theAuditChainHolds() {
    assertThat(upgraded(() -> upgradedLedger.audit("issued"))).containsExactly(opened);
  }

  @Test
  void dossiersAreFoundAsBeforeAndByTheYearOfTheirPlan() {
    assertThat(found("78/ttdn doi ngoai pttdn 2027")).containsExactly("issued");
    assertThat(found("doi ngoai 2027")).hasSize(6);
    assertThat(found("doi ngoai 2026")).isEmpty();
  }

  @Test
  void whatWaitedForSomebodyWaitsForHim() {
    assertThat(waiting("chuyenvien", Role.SPECIALIST, "PTTDN")).containsExactly("drafting");
    assertThat(waiting("truongphong", Role.DEPARTMENT_HEAD, "PTTDN")).containsExactly("reviewed");
    assertThat(waiting("cuctruong", Role.AGENCY_LEADER, "CUC")).containsExactly("approved");
    assertThat(waiting("vanthu", Role.AGENCY_CLERK, "CUC")).containsExactly("issuing");
  }

  /** Whoever was addressed reads the record; the dossier is the unit's and the agency's. */
  @Test
  void whoWasAddressedListsTheDossierNoMore() {
    Person addressed = person("hoa", Role.SPECIALIST, "NVDP");
    DossierQuery all = new DossierQuery(addressed, "", Optional.empty(), 0, 9);
    assertThat(upgraded(() -> upgradedLedger.dossiers(all).items())).isEmpty();
  }

  @Test
  void whatWasOnItsWayGoesOn() {
    Dossier next =
        upgraded(() -> upgradedLedger.lock("approved"))
            .orElseThrow()
            .at(Step.LETTER_CLERK_ISSUE, Optional.of("cuctruong"), FIRST)
            .withTask("next", LocalDate.of(2026, 11, 30), FIRST);
    TransactionTemplate transactions = new TransactionTemplate(upgraded.transactions());
    Optional<Dossier> read =
        transactions.execute(
            status -> {
              upgradedLedger.lock("approved");
              upgradedLedger.update(next);
              upgradedLedger.insert(
                  Facts.decision("approved", 1, Step.LETTER_LEADER_REVIEW, Outcome.ACCEPTED));
              assertThat(upgradedLedger.nextNumber(Facts.SERIES, 1)).isEqualTo(79);
              assertThat(upgradedLedger.waitingFor(person("vanthu", Role.AGENCY_CLERK, "CUC"), 9))
                  .contains(next);
              // Another one has nothing in mind: it reads what was written.
              Optional<Dossier> found = new SqlLedger(upgraded.dataSource()).dossier("approved");
              status.setRollbackOnly();
              return found;
            });
    assertThat(read).contains(next);
  }

  private <T> T upgraded(Supplier<T> question) {
    return new TransactionTemplate(upgraded.transactions()).execute(status -> question.get());
  }

  private List<String> found(String text) {
    DossierQuery query =
        new DossierQuery(
            person("cuctruong", Role.AGENCY_LEADER, "CUC"), text, Optional.empty(), 0, 9);
    return upgraded(() -> upgradedLedger.dossiers(query).items()).stream()
        .map(Dossier::id)
        .toList();
  }

  private List<String> waiting(String userName, Role role, String unit) {
    return upgraded(() -> upgradedLedger.waitingFor(person(userName, role, unit), 9)).stream()
        .map(Dossier::id)
        .toList();
  }

  private static Person person(String userName, Role role, String unit) {
    return new Person(userName, "", "", Optional.empty(), Set.of(new RoleAt(role, unit)));
  }

  private static Dossier expected(String id, DossierState state, Instant changedAt, String dueOn) {
    boolean atTask = !id.equals("starting") && !state.ended();
    return new Dossier(
        id,
        Optional.empty(),
        Facts.TITLE,
        2027,
        "PTTDN",
        "chuyenvien",
        List.of(),
        ADDRESSEES,
        Handling.USUAL,
        1,
        state,
        id.equals("starting") ? Optional.empty() : Optional.of("process-" + id),
        atTask ? Optional.of("task-" + id) : Optional.empty(),
        Optional.ofNullable(dueOn).map(LocalDate::parse),
        Optional.empty(),
        Facts.NOON,
        changedAt,
        4,
        1,
        Facts.SHA256);
  }

  private static Decision decision(int ordinal, Step step, Outcome outcome, boolean document) {
    return new Decision(
        "issued",
        ordinal,
        step,
        outcome,
        "person",
        "Người Quyết",
        Role.AGENCY_LEADER,
        "CUC",
        Optional.empty(),
        "task-issued-" + ordinal,
        "Ý kiến",
        document
            ? List.of(
                new DocumentVersion(
                    DocumentKind.OFFICIAL_LETTER, "document", "1." + ordinal, Facts.SHA256))
            : List.of(),
        Facts.NOON.plusMillis(ordinal));
  }

  private static void dossier(
      JdbcTemplate then, String id, String state, Instant changedAt, boolean atTask) {
    then.update(
        "insert into ttdn_dossier (id, title, plan_year, unit, drafter, addressees, state,"
            + " process_id, task_id, opened_at, changed_at, row_version, audit_length, audit_head,"
            + " search_text) values (?,?,2027,'PTTDN','chuyenvien',?,?,?,?,?,?,4,1,?,?)",
        id,
        Facts.TITLE,
        ADDRESSEE_LINES,
        state,
        Sql.text(id.equals("starting") ? Optional.empty() : Optional.of("process-" + id)),
        Sql.text(atTask ? Optional.of("task-" + id) : Optional.empty()),
        at(Facts.NOON),
        at(changedAt),
        Facts.SHA256,
        "v/v de xuat ke hoach thong tin doi ngoai pttdn");
  }

  private static void decisions(JdbcTemplate then) {
    int ordinal = 0;
    for (String step :
        List.of(
            "s6_2_1_draftLetter/submitted",
            "s6_2_2_departmentHeadReview/accepted",
            "s6_2_3_agencyLeaderReview/accepted",
            "s6_2_4_agencyClerkIssue/issued")) {
      ordinal++;
      boolean document = ordinal < 4;
      then.update(
          "insert into ttdn_decision (dossier_id, ordinal, step, outcome, person, person_name,"
              + " role, unit, task_id, comment_text, document_id, document_version,"
              + " document_sha256, decided_at) values ('issued',?,?,?,'person','Người Quyết',"
              + "'AGENCY_LEADER','CUC',?,'Ý kiến',?,?,?,?)",
          ordinal,
          step.substring(0, step.indexOf('/')),
          step.substring(step.indexOf('/') + 1),
          "task-issued-" + ordinal,
          Sql.text(document ? Optional.of("document") : Optional.empty()),
          Sql.text(document ? Optional.of("1." + ordinal) : Optional.empty()),
          Sql.text(document ? Optional.of(Facts.SHA256) : Optional.empty()),
          at(Facts.NOON.plusMillis(ordinal)));
    }
  }

  private void issue(JdbcTemplate then) {
    then.update("insert into ttdn_series values ('CUC','CV',2026,78)");
    then.update(
        "insert into ttdn_register_entry (body, register, series_year, number, symbol, kind,"
            + " subject, issued_on, signer_name, signer_position, addressees, drafting_unit,"
            + " dossier_id, record_id, issued_by, issued_at, search_text) values ('CUC','CV',2026,"
            + "78,'78/TTĐN-PTTĐN','OFFICIAL_LETTER',?,?,'Phạm Quốc Anh','CỤC TRƯỞNG',?,'PTTDN',"
            + "'issued','record','vanthu',?,'78/ttdn-pttdn pham quoc anh')",
        Facts.TITLE,
        LocalDate.of(2026, 11, 24),
        ADDRESSEE_LINES,
        at(FIRST));
    then.update("update ttdn_dossier set symbol_text=' 78/ttdn-pttdn' where id='issued'");
    then.update("insert into ttdn_addressed_unit (unit, dossier_id) values ('NVDP','issued')");
    then.update(
        "insert into ttdn_record (record_id, dossier_id, document_id, document_version, name,"
            + " mime_type, size_bytes, sha256, frozen_at) values ('record','issued','document',"
            + "'1.2','Công văn.docx','application/pdf',5000000000,?,?)",
        Facts.SHA256,
        at(FIRST));
    then.update(
        "insert into ttdn_audit (dossier_id, ordinal, at, actor, action, detail, previous, hash)"
            + " values ('issued',1,?,?,?,?,?,?)",
        at(opened.at()),
        opened.actor(),
        opened.action(),
        opened.detail(),
        opened.previous(),
        opened.hash());
  }

  private static void mails(JdbcTemplate then) {
    String insert =
        "insert into ttdn_outbox (id, dossier_id, recipient, subject, body, attempts, due_at,"
            + " sent_at, last_error) values (?,'issued','a@b','Chủ đề','Nội dung\n',?,?,?,?)";
    Object never = new SqlParameterValue(Types.TIMESTAMP_WITH_TIMEZONE, null);
    then.update(insert, "waiting", 0, at(FIRST), never, Sql.text(Optional.empty()));
    then.update(insert, "failed", 2, at(LAST), never, Sql.text(Optional.of("550")));
    then.update(insert, "sent", 1, never, at(LAST), Sql.text(Optional.empty()));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
