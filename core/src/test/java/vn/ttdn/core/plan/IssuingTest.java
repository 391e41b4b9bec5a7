package vn.ttdn.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.fakes.Refusals.refusal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.fakes.FakeFiles;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.fakes.FakeOrganisation;
import vn.ttdn.core.fakes.Work;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RecordFacts;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;
import vn.ttdn.core.text.Messages;

/** What is written and frozen when a document is issued: signed file, signer, number, date. */
class IssuingTest {
  private final FakeHost host = FakeHost.standing();

  @Test
  void nothingIsIssuedWithoutTheSignedFile() {
    Dossier dossier = host.work().at(Step.LETTER_CLERK_ISSUE);
    Refusal refusal = refusal(() -> issue("vanthu", dossier.id(), Map.of()));
    assertThat(refusal.code()).isEqualTo("signed-file-missing");
    assertThat(refusal.field()).contains("signedFile");
    assertThat(refusal.text("detail", Messages.VIETNAMESE)).contains("Công văn");
    assertThat(host.dossier(dossier.id())).isEqualTo(dossier);
  }

  @Test
  void theSignedFileIsWhatBecomesTheRecord() {
    Dossier dossier = host.work().at(Step.LETTER_CLERK_ISSUE);
    StoredDocument signed = host.putSigned("vanthu", dossier.id()).orElseThrow();
    issue("vanthu", dossier.id(), Map.of());
    assertThat(records(dossier.id())).singleElement().satisfies(r -> same(r, signed));
  }

  @Test
  void anAgencyMayIssueWithoutASignedFileIfItSaysSo() {
    host.organisation(FakeOrganisation.with("signedFile: required", "signedFile: optional"));
    Dossier dossier = host.work().at(Step.LETTER_CLERK_ISSUE);
    StoredDocument draft = host.documents().documents(dossier.id()).get(0);
    issue("vanthu", dossier.id(), Map.of());
    assertThat(records(dossier.id())).singleElement().satisfies(r -> same(r, draft));
  }

  @Test
  void aSignedFileFromBeforeTheApprovalIsNotOfIt() {
    Dossier dossier = host.work().at(Step.LETTER_CLERK_ISSUE);
    StoredDocument stale = host.putSigned("vanthu", dossier.id()).orElseThrow();
    host.clock().advance(Duration.ofMinutes(1));
    host.work().back(dossier.id(), "Sai thể thức");
    host.work().to(dossier.id(), Step.LETTER_CLERK_ISSUE);
    assertThat(refusal(() -> issue("vanthu", dossier.id(), Map.of())).code())
        .isEqualTo("signed-file-missing");

    StoredDocument fresh = host.putSigned("vanthu", dossier.id()).orElseThrow();
    assertThat(fresh.id()).isEqualTo(stale.id());
    issue("vanthu", dossier.id(), Map.of());
    assertThat(records(dossier.id())).singleElement().satisfies(r -> same(r, fresh));
  }

  @Test
  void aStaleSignedFileIsPassedOverWhereNoneIsNeeded() {
    host.organisation(FakeOrganisation.with("signedFile: required", "signedFile: optional"));
    Dossier dossier = host.work().at(Step.LETTER_CLERK_ISSUE);
    host.putSigned("vanthu", dossier.id());
    host.clock().advance(Duration.ofMinutes(1));
    host.work().back(dossier.id(), "Sai thể thức");
    host.work().to(dossier.id(), Step.LETTER_CLERK_ISSUE);
    StoredDocument approved =
        host.documents().documents(dossier.id()).stream()
            .filter(d -> d.slot().isDraft())
            .findFirst()
            .orElseThrow();
    issue("vanthu", dossier.id(), Map.of());
    assertThat(records(dossier.id())).singleElement().satisfies(r -> same(r, approved));
  }

  @Test
  void onlyTheClerkAtHisStepAttachesAndOnlyWhatIsIssued() {
    Dossier dossier = host.work().at(Step.LETTER_LEADER_REVIEW);
    assertThat(refusal(() -> sign("vanthu", dossier.id(), DocumentKind.OFFICIAL_LETTER)).code())
        .isEqualTo("not-in-this-state");
    host.work().to(dossier.id(), Step.LETTER_CLERK_ISSUE);
    for (String user : List.of("chuyenvien", "truongphong", "cuctruong")) {
      assertThat(refusal(() -> sign(user, dossier.id(), DocumentKind.OFFICIAL_LETTER)).code())
          .isEqualTo("role-missing");
    }
    for (DocumentKind kind : List.of(DocumentKind.PLAN, DocumentKind.COMMENT_LETTER)) {
      assertThat(refusal(() -> sign("vanthu", dossier.id(), kind)).code())
          .isEqualTo("document-not-of-this-step");
    }
  }

  @Test
  void theMinistrysClerkAttachesDecisionAndPlan() {
    Dossier dossier = host.work().at(Step.MINISTRY_CLERK_ISSUE);
    assertThat(refusal(() -> sign("vanthu", dossier.id(), DocumentKind.DECISION)).code())
        .isEqualTo("role-missing");
    assertThat(refusal(() -> sign("vanthubo", dossier.id(), DocumentKind.SUBMISSION_SLIP)).code())
        .isEqualTo("document-not-of-this-step");
    StoredDocument plan = sign("vanthubo", dossier.id(), DocumentKind.PLAN);
    StoredDocument decision = sign("vanthubo", dossier.id(), DocumentKind.DECISION);
    issue("vanthubo", dossier.id(), Map.of(TaskVariables.NUMBER, "1495"));
    assertThat(records(dossier.id()))
        .filteredOn(r -> List.of(plan.id(), decision.id()).contains(r.documentId()))
        .hasSize(2)
        .allSatisfy(r -> same(r, r.kind() == DocumentKind.PLAN ? plan : decision));
  }

  @Test
  void theMinistrysPlanIsSignedAsItsDecisionIs() {
    Dossier dossier = host.work().at(Step.MINISTRY_CLERK_ISSUE);
    sign("vanthubo", dossier.id(), DocumentKind.DECISION);
    Refusal missing =
        ministryRefused(
            dossier.id(),
            Map.of(TaskVariables.NUMBER, "1495"),
            "signed-file-missing",
            "signedFile");
    assertThat(missing.text("detail", Messages.VIETNAMESE)).contains("Kế hoạch");
    host.organisation(FakeOrganisation.with("signedFile: required", "signedFile: optional"));
    issue("vanthubo", dossier.id(), Map.of(TaskVariables.NUMBER, "1495"));
    assertThat(host.dossier(dossier.id()).state()).isEqualTo(DossierState.ISSUED);
  }

  @Test
  void aSignedPlanThatReadsDifferentlyNeedsTheReasonAsWell() {
    Dossier dossier = host.work().at(Step.FINISH_PLAN);
    for (DocumentKind kind : RoundDocuments.needed(dossier)) {
      reading("chuyenvien", DocumentSlot.draft(kind), dossier.id(), "Tổ chức mười hội nghị");
    }
    host.decide("chuyenvien", dossier.id(), "submitted", "");
    host.work().to(dossier.id(), Step.MINISTRY_CLERK_ISSUE);
    reading(
        "vanthubo",
        DocumentSlot.signed(DocumentKind.DECISION),
        dossier.id(),
        "Tổ chức mười hội nghị");
    reading(
        "vanthubo", DocumentSlot.signed(DocumentKind.PLAN), dossier.id(), "Tổ chức hai hội nghị");
    Refusal differs =
        ministryRefused(
            dossier.id(),
            Map.of(TaskVariables.NUMBER, "1495"),
            "signed-file-differs",
            "difference");
    assertThat(differs.text("detail", Messages.VIETNAMESE)).startsWith("Kế hoạch: 1 chỗ");
    issue(
        "vanthubo",
        dossier.id(),
        Map.of(TaskVariables.NUMBER, "1495", TaskVariables.DIFFERENCE, "Lãnh đạo Bộ sửa khi ký"));
    assertThat(host.read(() -> host.ledger().audit(dossier.id())))
        .filteredOn(entry -> entry.action().equals("document.issued"))
        .last()
        .satisfies(entry -> assertThat(entry.toString()).contains("Lãnh đạo Bộ sửa khi ký"));
  }

  private void reading(String user, DocumentSlot slot, String id, String text) {
    host.as(user, () -> host.dossiers().put(id, slot, FakeFiles.reading("van-ban.docx", text)));
  }

  @Test
  void theCommentLetterGoesOutWithDecisionAndPlanUnderItsNumber() {
    Dossier dossier = host.passRound(host.issuedRoundOne().id());
    List<IssuedRecord> second = records(dossier.id()).stream().filter(r -> r.round() == 2).toList();
    assertThat(second)
        .extracting(IssuedRecord::kind)
        .containsExactly(DocumentKind.COMMENT_LETTER, DocumentKind.DECISION, DocumentKind.PLAN);
    String letter = second.get(0).recordId();
    assertThat(second)
        .extracting(r -> r.enclosureOf().orElse(""))
        .containsExactly("", letter, letter);
    RecordFacts decision = host.documents().facts(second.get(1).recordId());
    assertThat(decision.symbol()).isEqualTo("02/TTĐN-PTTĐN");
    assertThat(decision.signerName()).as("a draft for comment is signed by nobody").isEmpty();
    assertThat(decision.enclosureOf()).contains(letter);
    assertThat(host.read(() -> host.ledger().registerEntryOf(second.get(1).recordId()))).isEmpty();
  }

  @Test
  void thePlanIsIssuedUnderTheDecisionsNumberAndSignature() {
    Dossier dossier = host.work().issued();
    IssuedRecord plan =
        records(dossier.id()).stream()
            .filter(r -> r.kind() == DocumentKind.PLAN)
            .reduce((a, b) -> b)
            .orElseThrow();
    RecordFacts facts = host.documents().facts(plan.recordId());
    assertThat(facts.symbol()).isEqualTo("1495/QĐ-BTTTT");
    assertThat(facts.signerName()).isEqualTo("Nguyễn Thanh Bình");
    assertThat(facts.signerPosition()).isEqualTo("KT. BỘ TRƯỞNG / THỨ TRƯỞNG");
    assertThat(facts.issuedBy()).isEqualTo("vanthubo");
  }

  @Test
  void theHeadOfTheAgencySignsInHisOwnName() {
    RegisterEntry entry = issuedAfter("cuctruong", Map.of());
    assertThat(entry.signerName()).isEqualTo("Đỗ Minh Tuấn");
    assertThat(entry.signerPosition()).isEqualTo("CỤC TRƯỞNG");
  }

  @Test
  void aDeputySignsForTheHead() {
    RegisterEntry entry = issuedAfter("cucpho", Map.of());
    assertThat(entry.signerName()).isEqualTo("Phạm Quốc Anh");
    assertThat(entry.signerPosition()).isEqualTo("KT. CỤC TRƯỞNG / PHÓ CỤC TRƯỞNG");
  }

  @Test
  void whoActsByDelegationSignsByTheHeadsDelegationAndTheDecisionSaysForWhom() {
    RoleAt leader = new RoleAt(Role.AGENCY_LEADER, "CUC");
    host.directory()
        .put(
            new Person(
                "chanhvp",
                "Lý Văn Toàn",
                "CHÁNH VĂN PHÒNG",
                Optional.empty(),
                Set.of(leader),
                Map.of(leader, "cuctruong")));
    RegisterEntry entry = issuedAfter("chanhvp", Map.of());
    assertThat(entry.signerPosition()).isEqualTo("TUQ. CỤC TRƯỞNG / CHÁNH VĂN PHÒNG");
    assertThat(host.read(() -> host.ledger().decisions(entry.dossierId())))
        .filteredOn(d -> d.person().equals("chanhvp"))
        .singleElement()
        .satisfies(d -> assertThat(d.insteadOf()).contains("Đỗ Minh Tuấn"));
  }

  @Test
  void theClerkMaySayOtherwise() {
    RegisterEntry entry =
        issuedAfter(
            "cuctruong",
            Map.of(
                TaskVariables.AUTHORITY, "TL",
                TaskVariables.SIGNER_NAME, "Lý Văn Toàn",
                TaskVariables.SIGNER_POSITION, "CHÁNH VĂN PHÒNG"));
    assertThat(entry.signerName()).isEqualTo("Lý Văn Toàn");
    assertThat(entry.signerPosition()).isEqualTo("TL. CỤC TRƯỞNG / CHÁNH VĂN PHÒNG");
    RegisterEntry own = issuedAfter("cucpho", Map.of(TaskVariables.AUTHORITY, "NONE"));
    assertThat(own.signerPosition()).isEqualTo("PHÓ CỤC TRƯỞNG");
  }

  @Test
  void whatTheClerkTypesIsChecked() {
    Dossier dossier = signedLetter();
    refused(dossier.id(), TaskVariables.AUTHORITY, "XX", "authority-unknown", "authority");
    refused(dossier.id(), TaskVariables.SIGNER_NAME, "a\nb", "line-invalid", "signerName");
    refused(
        dossier.id(),
        TaskVariables.SIGNER_POSITION,
        "x".repeat(201),
        "line-invalid",
        "signerPosition");
    refused(
        dossier.id(), TaskVariables.DIFFERENCE, "x".repeat(4001), "comment-too-long", "difference");
  }

  @Test
  void nobodySignsForAHeadWhoseOfficeIsNotConfigured() {
    host.organisation(FakeOrganisation.with("    head: CỤC TRƯỞNG\n", ""));
    Dossier dossier = signedLetter();
    refused(dossier.id(), TaskVariables.AUTHORITY, "KT", "head-unknown", "authority");
    issue("vanthu", dossier.id(), Map.of());
  }

  @Test
  void numbersRunFromOneInEachYearWithoutAGap() {
    assertThat(symbolOfNextLetter()).isEqualTo("01/TTĐN-PTTĐN");
    assertThat(symbolOfNextLetter()).isEqualTo("02/TTĐN-PTTĐN");
    host.clock().set(Instant.parse("2026-12-31T16:59:59Z"));
    assertThat(symbolOfNextLetter()).isEqualTo("03/TTĐN-PTTĐN");
    host.clock().set(Instant.parse("2026-12-31T17:00:00Z"));
    assertThat(symbolOfNextLetter()).isEqualTo("01/TTĐN-PTTĐN");
  }

  @Test
  void aRegisterThatBeganElsewhereGoesOnFromThere() {
    host.organisation(
        FakeOrganisation.with(
            "    kinds: [OFFICIAL_LETTER,",
            "    firstNumbers: {2026: 79}\n    kinds: [OFFICIAL_LETTER,"));
    assertThat(symbolOfNextLetter()).isEqualTo("79/TTĐN-PTTĐN");
    assertThat(symbolOfNextLetter()).isEqualTo("80/TTĐN-PTTĐN");
  }

  @Test
  void theClerkOfTheAgencyGivesNoNumberHimself() {
    Dossier dossier = signedLetter();
    issue("vanthu", dossier.id(), Map.of(TaskVariables.NUMBER, "99"));
    assertThat(last(dossier.id()).number()).isEqualTo(1);
  }

  @Test
  void theMinistrysNumberIsTypedAloneOrWhole() {
    assertThat(ministrySymbol("1495")).isEqualTo("1495/QĐ-BTTTT");
    assertThat(ministrySymbol("1496/QĐ-BTTTT")).isEqualTo("1496/QĐ-BTTTT");
    assertThat(ministrySymbol("1497 / qđ-btttt")).isEqualTo("1497/QĐ-BTTTT");
    assertThat(ministrySymbol("7")).isEqualTo("07/QĐ-BTTTT");
    assertThat(ministrySymbol("08/QĐ-BTTTT")).isEqualTo("08/QĐ-BTTTT");
  }

  @Test
  void aMinistrysNumberThatIsNoneIsRefused() {
    Dossier dossier = host.work().at(Step.MINISTRY_CLERK_ISSUE);
    host.putSigned("vanthubo", dossier.id());
    ministryRefused(dossier.id(), Map.of(), "number-missing", "number");
    for (String wrong :
        List.of(
            "0",
            "-1",
            "abc",
            "1495a",
            "1495/KH-BTTTT",
            "1495/QĐ-TTĐN",
            "/QĐ-BTTTT",
            "1234567890",
            "1495/QĐ-BTTTT-X")) {
      ministryRefused(
          dossier.id(), Map.of(TaskVariables.NUMBER, wrong), "number-not-of-register", "number");
    }
  }

  @Test
  void aMinistrysNumberIsGivenOnceAYear() {
    assertThat(ministrySymbol("1495")).isEqualTo("1495/QĐ-BTTTT");
    Dossier second = host.work().at(Step.MINISTRY_CLERK_ISSUE);
    host.putSigned("vanthubo", second.id());
    Refusal taken =
        ministryRefused(
            second.id(), Map.of(TaskVariables.NUMBER, "1495"), "number-taken", "number");
    assertThat(taken.text("detail", Messages.VIETNAMESE))
        .contains("1495/QĐ-BTTTT")
        .contains("01/12/2026");
    host.clock().advance(Duration.ofDays(60));
    issue("vanthubo", second.id(), Map.of(TaskVariables.NUMBER, "1495"));
    assertThat(last(second.id()).key().year()).isEqualTo(2027);
  }

  @Test
  void theMinistrysDayIsTypedAndNeitherInTheFutureNorLongAgo() {
    Dossier dossier = host.work().at(Step.MINISTRY_CLERK_ISSUE);
    host.putSigned("vanthubo", dossier.id());
    for (String wrong : List.of("2026-12-02", "30/11/2025")) {
      ministryRefused(
          dossier.id(),
          Map.of(TaskVariables.NUMBER, "1495", TaskVariables.ISSUED_ON, wrong),
          "issue-day-invalid",
          "issuedOn");
    }
    ministryRefused(
        dossier.id(),
        Map.of(TaskVariables.NUMBER, "1495", TaskVariables.ISSUED_ON, "31/02/2026"),
        "day-invalid",
        "issuedOn");
    issue(
        "vanthubo",
        dossier.id(),
        Map.of(TaskVariables.NUMBER, "1495", TaskVariables.ISSUED_ON, "28/11/2026"));
    assertThat(last(dossier.id()).issuedOn()).isEqualTo(LocalDate.of(2026, 11, 28));
  }

  @Test
  void theSlipGoesUpToTheMinistry() {
    Dossier dossier = host.work().at(Step.MINISTRY_LEADER_DECISION);
    RegisterEntry slip = last(dossier.id());
    assertThat(slip.symbol()).isEqualTo("01/PTr-TTĐN");
    assertThat(slip.addressees())
        .extracting(Addressee::name)
        .containsExactly("Lãnh đạo Bộ Thông tin và Truyền thông (qua Văn phòng Bộ)");
    assertThat(dossier.addressees()).hasSize(2);
  }

  private RegisterEntry issuedAfter(String leader, Map<String, String> form) {
    Dossier dossier = host.work().at(Step.LETTER_LEADER_REVIEW);
    host.decide(leader, dossier.id(), "accepted", "");
    host.putSigned("vanthu", dossier.id());
    issue("vanthu", dossier.id(), form);
    return last(dossier.id());
  }

  private Dossier signedLetter() {
    Dossier dossier = host.work().at(Step.LETTER_CLERK_ISSUE);
    host.putSigned("vanthu", dossier.id());
    return host.dossier(dossier.id());
  }

  private String symbolOfNextLetter() {
    return last(host.issuedRoundOne().id()).symbol();
  }

  private String ministrySymbol(String typed) {
    Dossier dossier = host.work().at(Step.MINISTRY_CLERK_ISSUE);
    host.putSigned("vanthubo", dossier.id());
    issue("vanthubo", dossier.id(), Map.of(TaskVariables.NUMBER, typed));
    return last(dossier.id()).symbol();
  }

  private void refused(String id, String variable, String value, String code, String field) {
    Refusal refusal = refusal(() -> issue("vanthu", id, Map.of(variable, value)));
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.field()).contains(field);
  }

  private Refusal ministryRefused(String id, Map<String, String> form, String code, String field) {
    Refusal refusal = refusal(() -> issue("vanthubo", id, form));
    assertThat(refusal.code()).as(form.toString()).isEqualTo(code);
    assertThat(refusal.field()).contains(field);
    return refusal;
  }

  private Dossier issue(String user, String id, Map<String, String> form) {
    Map<String, String> variables = new HashMap<>(Work.variables("issued", ""));
    variables.put(TaskVariables.ON_PAPER, "true");
    variables.putAll(form);
    return host.decide(user, id, variables);
  }

  private StoredDocument sign(String user, String id, DocumentKind kind) {
    return host.as(
        user, () -> host.dossiers().put(id, DocumentSlot.signed(kind), FakeFiles.nextSigned()));
  }

  private RegisterEntry last(String id) {
    List<RegisterEntry> entries = host.read(() -> host.ledger().registerEntries(id));
    return entries.get(entries.size() - 1);
  }

  private List<IssuedRecord> records(String id) {
    return host.read(() -> host.ledger().records(id));
  }

  private static void same(IssuedRecord record, StoredDocument document) {
    assertThat(record.documentId()).isEqualTo(document.id());
    assertThat(record.version()).isEqualTo(document.version());
    assertThat(record.sha256()).isEqualTo(document.sha256());
  }
}
