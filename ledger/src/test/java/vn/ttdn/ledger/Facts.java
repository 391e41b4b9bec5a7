package vn.ttdn.ledger;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerEvent;
import vn.ttdn.core.answers.AnswerState;
import vn.ttdn.core.audit.AuditChain;
import vn.ttdn.core.delegation.Delegation;
import vn.ttdn.core.mail.OutgoingMail;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.OrganisationFile;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Decision.DocumentVersion;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Handling;
import vn.ttdn.core.plan.LetterCase;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.register.Dispatch;
import vn.ttdn.core.register.IncomingEntry;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.core.retention.Hold;
import vn.ttdn.core.schema.DocumentKind;

/** Facts as tests write them. */
final class Facts {
  static final Instant NOON = Instant.parse("2026-11-23T05:00:00.123Z");
  static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  static final RegisterKey SERIES = new RegisterKey("CUC", "CV", 2026);
  static final RegisterKey INCOMING = new RegisterKey("CUC", "DEN", 2026);
  static final String SHA256 = "0123456789abcdef".repeat(4);
  static final String TITLE = "V/v đề xuất nội dung Kế hoạch thông tin đối ngoại năm 2027";
  static final List<Addressee> ADDRESSEES =
      List.of(
          Addressee.ofUnit("NVDP", "Phòng Nghiệp vụ - Điều phối"),
          Addressee.outside("Bộ Ngoại giao", Optional.of("vanthu@bng.example")),
          Addressee.outside("Hội Nhà báo", Optional.empty()));

  private Facts() {}

  /** A dossier whose draft is waiting for its drafter. */
  static Dossier dossier() {
    return dossier(TITLE, "PTTDN", "chuyenvien", ADDRESSEES, DossierState.DRAFTING, NOON);
  }

  static Dossier dossier(
      String title,
      String unit,
      String drafter,
      List<Addressee> addressees,
      DossierState state,
      Instant changedAt) {
    int round =
        Step.at(Procedure.PLAN, 1, state).isPresent() || state == DossierState.CANCELLED ? 1 : 3;
    return dossier(
        Optional.empty(), title, unit, drafter, List.of(), addressees, round, state, changedAt);
  }

  /** A letter apart whose draft is waiting for its drafter. */
  static Dossier letter(LetterCase letter) {
    return dossier(
        Optional.of(letter),
        "V/v đôn đốc đề xuất",
        "PTTDN",
        "chuyenvien",
        List.of(),
        ADDRESSEES,
        1,
        DossierState.DRAFTING,
        NOON);
  }

  static Dossier dossier(
      Optional<LetterCase> letter,
      String title,
      String unit,
      String drafter,
      List<String> formerDrafters,
      List<Addressee> addressees,
      int round,
      DossierState state,
      Instant changedAt) {
    String id = UUID.randomUUID().toString();
    return new Dossier(
        id,
        letter,
        title,
        2027,
        unit,
        drafter,
        formerDrafters,
        addressees,
        Handling.USUAL,
        round,
        state,
        Optional.of("process-" + id),
        state.ended() ? Optional.empty() : Optional.of("task-" + id),
        state.ended() ? Optional.empty() : Optional.of(DAY),
        Optional.empty(),
        NOON,
        changedAt,
        1,
        0,
        AuditChain.START);
  }

  static Decision decision(String dossierId, int ordinal, Step step, Outcome outcome) {
    return new Decision(
        dossierId,
        ordinal,
        step,
        outcome,
        "truongphong",
        "Nguyễn Thị Hoa",
        Role.DEPARTMENT_HEAD,
        "PTTDN",
        Optional.of("Lê Văn Trưởng"),
        "task-" + ordinal + "-" + dossierId,
        "Sửa căn cứ;\nxem lại 'nơi nhận' \"Bộ\" \\ 100%_",
        List.of(
            new DocumentVersion(DocumentKind.COMMENT_LETTER, "document", "1.2", SHA256),
            new DocumentVersion(DocumentKind.PLAN, "workspace://SpacesStore/1", "2.0", SHA256)),
        NOON.plusMillis(ordinal));
  }

  static RegisterEntry entry(RegisterKey key, long number, String dossierId) {
    return new RegisterEntry(
        key,
        number,
        number + "/TTĐN-PTTĐN",
        DocumentKind.OFFICIAL_LETTER,
        TITLE,
        LocalDate.of(key.year(), 1, 1),
        "Phạm Quốc Anh",
        "KT. CỤC TRƯỞNG / PHÓ CỤC TRƯỞNG",
        ADDRESSEES,
        "PTTDN",
        dossierId,
        "record-" + key.body() + "-" + key.register() + "-" + key.year() + "-" + number,
        Optional.empty(),
        "vanthu",
        NOON);
  }

  static IssuedRecord record(String dossierId) {
    return record("record-" + dossierId, dossierId, Optional.empty());
  }

  static IssuedRecord record(String id, String dossierId, Optional<String> enclosureOf) {
    return new IssuedRecord(
        id,
        dossierId,
        enclosureOf.isPresent() ? DocumentKind.PLAN : DocumentKind.COMMENT_LETTER,
        2,
        enclosureOf,
        "document",
        "1.2",
        "Công văn đề nghị đề xuất.docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        5_000_000_000L,
        SHA256,
        NOON);
  }

  /** Of the head of the agency to the clerk, who could not be further from drafting. */
  static Delegation delegation() {
    return new Delegation(
        UUID.randomUUID().toString(),
        "cuctruong",
        "vanthu",
        new RoleAt(Role.AGENCY_LEADER, "CUC"),
        LocalDate.of(2026, 11, 24),
        LocalDate.of(2026, 11, 30),
        "Quyết định 12/QĐ-TTĐN",
        NOON,
        Optional.empty(),
        false);
  }

  static Hold hold(String dossierId) {
    return new Hold(
        dossierId, 1, "Đang thanh tra", "vanthu", NOON, Optional.empty(), Optional.empty());
  }

  /** A mail that takes nothing with it. */
  static OutgoingMail plainMail(String dossierId) {
    OutgoingMail mail = mail(dossierId);
    return new OutgoingMail(
        mail.id(), dossierId, mail.to(), mail.subject(), mail.body(), List.of(), 0);
  }

  static OutgoingMail mail(String dossierId) {
    return new OutgoingMail(
        UUID.randomUUID().toString(),
        dossierId,
        "truongphong@ttdn.example",
        "[6.2.2] Thẩm định dự thảo",
        "Kính gửi bà Nguyễn Thị Hoa,\n\nCó văn bản chờ xem xét.",
        List.of("record-1", "record-2"),
        0);
  }

  /** What is asked for with the dossier's record {@link #record(String)}. */
  static Answer answer(String dossierId, int round, Addressee asked) {
    String id = UUID.randomUUID().toString();
    return new Answer(
        id,
        dossierId,
        round,
        asked,
        "record-" + dossierId,
        DAY,
        DAY.plusDays(10),
        DAY.plusDays(10),
        AnswerState.WAITING,
        Optional.empty(),
        false,
        "",
        Optional.of("process-" + id),
        Optional.of("task-" + id));
  }

  static AnswerEvent event(String answerId, int ordinal, AnswerEvent.Kind kind) {
    return new AnswerEvent(
        answerId,
        ordinal,
        kind,
        DAY.plusDays(ordinal),
        "Đã gọi điện;\nhẹn thứ Hai",
        "chuyenvien",
        "Trần Văn Minh",
        NOON.plusMillis(ordinal),
        ordinal % 2 == 0 ? Optional.of("1.0") : Optional.empty());
  }

  static IncomingEntry incoming(RegisterKey key, long number, Answer answer) {
    return new IncomingEntry(
        key,
        number,
        LocalDate.of(key.year(), 12, 1),
        answer.asked().name(),
        "15/BNG-VP",
        LocalDate.of(key.year(), 11, 30),
        "V/v góp ý dự thảo Kế hoạch",
        answer.dossierId(),
        answer.id(),
        "incoming-" + key.year() + "-" + number,
        "vanthu",
        NOON.plusMillis(number));
  }

  static Dispatch dispatch(String recordId, int ordinal, Optional<String> mailId) {
    return new Dispatch(
        recordId,
        ordinal,
        "Bộ Ngoại giao",
        mailId.isPresent() ? Dispatch.Method.MAIL : Dispatch.Method.PAPER,
        mailId.isPresent() ? "vanthu@bng.example" : "",
        mailId,
        DAY,
        "vanthu",
        mailId.isPresent() ? "" : "RR123456789VN",
        Optional.empty());
  }

  /** The organisation that comes with core. */
  static Organisation organisation() {
    try (InputStreamReader reader =
        new InputStreamReader(
            Organisation.class.getResourceAsStream("/vn/ttdn/core/organisation.yaml"),
            StandardCharsets.UTF_8)) {
      return OrganisationFile.read(reader, "organisation.yaml").organisation();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
