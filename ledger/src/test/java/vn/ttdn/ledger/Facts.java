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
import vn.ttdn.core.audit.AuditChain;
import vn.ttdn.core.mail.OutgoingMail;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.OrganisationFile;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Decision.DocumentVersion;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.core.schema.DocumentKind;

/** Facts as tests write them. */
final class Facts {
  static final Instant NOON = Instant.parse("2026-11-23T05:00:00.123Z");
  static final RegisterKey SERIES = new RegisterKey("CUC", "CV", 2026);
  static final String SHA256 = "0123456789abcdef".repeat(4);
  static final String TITLE = "V/v đề xuất nội dung Kế hoạch thông tin đối ngoại năm 2027";
  static final List<Addressee> ADDRESSEES =
      List.of(
          new Addressee(Optional.of("NVDP"), "Phòng Nghiệp vụ - Điều phối"),
          new Addressee(Optional.empty(), "Bộ Ngoại giao"));

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
    String id = UUID.randomUUID().toString();
    return new Dossier(
        id,
        title,
        2027,
        unit,
        drafter,
        addressees,
        state,
        Optional.of("process-" + id),
        state.ended() ? Optional.empty() : Optional.of("task-" + id),
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
        "task-" + ordinal + "-" + dossierId,
        "Sửa căn cứ;\nxem lại 'nơi nhận' \"Bộ\" \\ 100%_",
        Optional.of(new DocumentVersion("document", "1.2", SHA256)),
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
        "record-" + key.year() + "-" + number,
        "vanthu",
        NOON);
  }

  static IssuedRecord record(String dossierId) {
    return new IssuedRecord(
        "record-" + dossierId,
        dossierId,
        "document",
        "1.2",
        "Công văn đề nghị đề xuất.docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        5_000_000_000L,
        SHA256,
        NOON);
  }

  static OutgoingMail mail(String dossierId) {
    return new OutgoingMail(
        UUID.randomUUID().toString(),
        dossierId,
        "truongphong@ttdn.example",
        "[6.2.2] Thẩm định dự thảo",
        "Kính gửi bà Nguyễn Thị Hoa,\n\nCó văn bản chờ xem xét.",
        0);
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
